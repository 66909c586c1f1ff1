import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { limits } from '../../src/limits.ts';
import { startCommands } from '../support/commands/commands.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import { copyImported } from '../support/imported.ts';
import { startProcess } from '../support/started.ts';

/** Runs what does not serve. */
const commands = startCommands();
after(commands.close);

async function ask(url: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: never };
}

test('the first start imports the seed, serves it, takes over a new import and stops gracefully', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const server = await startProcess(copy);
  t.after(() => server.process.kill('SIGKILL'));
  assert.match(server.said(), /imported: kb-000001\.sqlite/);
  assert.deepEqual(await ask(server.url, '{ links { totalCount } }'), {
    data: { links: { totalCount: 74 } },
  });

  copy.change(factsFile, '- code: supervision-effect', '- code: oversight-effect');
  const { version } = await importSeed(copy);
  const served = async () => {
    const health = await fetch(`${server.url}/health`);
    return ((await health.json()) as { dataVersion: string }).dataVersion;
  };
  for (let tries = 0; tries < 100 && (await served()) !== version; tries += 1) await wait(50);
  assert.equal(await served(), version);
  const { data } = await ask(
    server.url,
    '{ outcome(by: {code: "xinghe-2023/oversight-effect"}) { code } meta { dataVersion } }',
  );
  assert.deepEqual(data, {
    outcome: { code: 'xinghe-2023/oversight-effect' },
    meta: { dataVersion: version },
  });

  server.process.kill('SIGTERM');
  const [code] = await once(server.process, 'exit');
  assert.equal(code, 0);
});

test('a snapshot that fails its check is not served: the one before goes on, and health says so', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  const server = await startProcess(copy);
  t.after(() => server.process.kill('SIGKILL'));
  const pointer = readPointer(copy.data)!;
  writeFileSync(join(copy.data, 'kb-000009.sqlite'), 'no database');
  writeFileSync(
    join(copy.data, 'CURRENT'),
    JSON.stringify({ ...pointer, file: 'kb-000009.sqlite', sha256: 'a'.repeat(64) }),
  );
  let health: { status?: string; problem?: string; dataVersion?: string } = {};
  for (let tries = 0; tries < 100 && health.status !== 'degraded'; tries += 1) {
    health = (await (await fetch(`${server.url}/health`)).json()) as typeof health;
    await wait(50);
  }
  assert.equal(
    health.problem,
    'kb-000009.sqlite is not the file that was published: its digest differs',
  );
  assert.equal(health.dataVersion, pointer.version);
  assert.deepEqual(await ask(server.url, '{ links { totalCount } }'), {
    data: { links: { totalCount: 74 } },
  });
});

test('a seed with problems does not keep good data from being served', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  copy.change(factsFile, 'value: 96', 'value: 69');
  const server = await startProcess(copy);
  t.after(() => server.process.kill('SIGKILL'));
  assert.match(server.said(), /figure-not-in-quote: 69 cannot be read/);
  assert.match(server.said(), /the seed was not imported .* the data from before are served/);
});

test('a port that is taken is told in plain words', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  t.after(() => taken.close());
  const { port } = taken.address() as AddressInfo;
  const { code, err } = juzheng(
    'start',
    '--seed',
    copy.seed,
    '--data',
    copy.data,
    '--port',
    String(port),
  );
  assert.equal(code, 1);
  assert.equal(
    err,
    `juzheng: port ${port} is taken; stop what answers there, or give another: --port 4001\n`,
  );
});

test('its help prints every limit', async () => {
  const { out } = await commands.juzheng('start', '--help');
  for (const [name, { value, description }] of Object.entries(limits)) {
    assert.match(out, new RegExp(`^  ${name} +${value}  `, 'm'));
    assert.ok(out.includes(description));
  }
});

test('an origin that is none is refused with what one looks like', async () => {
  const { code, err } = await commands.juzheng(
    'start',
    '--cors-origin',
    'https://example.org/page',
  );
  assert.equal(code, 2);
  assert.match(err, /An origin is \* or such as https:\/\/example\.org:8080/);
});

test('how long an answer may be can be set, and is told', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  const server = await startProcess(copy, {
    more: ['--answer-bytes', '1000000', '--rate-limit', '5000'],
  });
  t.after(() => server.process.kill('SIGKILL'));
  const query = '{ outcomes(first: 100) { nodes { report { a: text b: text } } } }';
  const { errors } = (await ask(server.url, query)) as never as {
    errors: [{ extensions: object }];
  };
  assert.deepEqual(errors[0].extensions, {
    code: 'QUERY_TOO_COMPLEX',
    limit: 'answerBytes',
    maximum: 1_000_000,
  });
  const told = (await ask(server.url, '{ meta { limits { name value } } }')).data as {
    meta: { limits: { name: string; value: number }[] };
  };
  const valueOf = (limit: string) => told.meta.limits.find(({ name }) => name === limit)?.value;
  assert.equal(valueOf('answerBytes'), 1_000_000);
  assert.equal(valueOf('bytesReckoned'), 4_000_000);
  assert.equal(valueOf('rateLimit'), 5000);
  assert.equal(valueOf('processorBudget'), undefined);
});

test('its help prints the limits as they are set, and a variable that is set to nothing says nothing', async () => {
  const { out } = await commands.juzheng('start', '--answer-bytes', '50000000', '--help');
  for (const [name, value] of Object.entries({
    answerBytes: 50_000_000,
    bytesReckoned: 200_000_000,
    unreadBytesPerClient: 120_000_000,
    unreadBytes: 480_000_000,
  }))
    assert.match(out, new RegExp(`^  ${name} +${value}  `, 'm'));
  for (const bytes of ['999999', '100000001', '1e7'])
    assert.equal((await commands.juzheng('start', '--answer-bytes', bytes)).code, 2, bytes);
  process.env['ANSWER_BYTES'] = '';
  const { code } = juzheng('start', '--help');
  delete process.env['ANSWER_BYTES'];
  assert.equal(code, 0);
});

test('the reports of another seed are not replaced by a mere start', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  await copyImported(copy.data);
  rmSync(join(copy.seed, 'reports', 'xinghe-2023'), { recursive: true });
  const server = await startProcess(copy);
  t.after(() => server.process.kill('SIGKILL'));
  assert.match(
    server.said(),
    /the seed was not imported: .* holds reports of which none is in .* --no-import/,
  );
  assert.deepEqual(await ask(server.url, '{ links { totalCount } }'), {
    data: { links: { totalCount: 74 } },
  });
});
