import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed, juzheng } from '../support/copied.ts';
import { startProcess } from '../support/started.ts';
import { send } from '../support/served.ts';
import { until } from '../support/until.ts';

async function imported(t: TestContext) {
  const copy = copySeed();
  t.after(copy.remove);
  await importSeed(copy);
  return {
    ...copy,
    pointer: join(copy.data, 'CURRENT'),
    file: join(copy.data, 'kb-000001.sqlite'),
  };
}

const odd: Record<string, { put: (path: string) => void; says: RegExp }> = {
  'a pipe': { put: (path) => execFileSync('mkfifo', [path]), says: /is no ordinary file/ },
  'a folder': { put: (path) => mkdirSync(path), says: /is no ordinary file/ },
  'an endless file': {
    put(path) {
      writeFileSync(path, '');
      truncateSync(path, 2 ** 26);
    },
    says: /CURRENT names no snapshot|digest differs/,
  },
};

for (const [name, { put, says }] of Object.entries(odd)) {
  for (const which of ['pointer', 'file'] as const) {
    test(`${name} for the ${which} is told at once by whoever reads it`, async (t) => {
      const world = await imported(t);
      rmSync(world[which], { force: true });
      put(world[which]);
      const data = ['--data', world.data];
      const exporting = juzheng('export', ...data, '--example', 'biggest-cuts');
      assert.equal(exporting.code, 1);
      assert.match(exporting.err, says);
      const starting = juzheng('start', '--no-import', ...data, '--port', '0', '--workers', '1');
      assert.equal(starting.code, 1);
      assert.match(starting.err, says);
      const back = juzheng('rollback', ...data);
      assert.equal(back.code, 1);
    });
  }

  test(`${name} that takes the pointer's place is told by health, and what was served goes on`, async (t) => {
    const world = await imported(t);
    const server = await startProcess(world, { more: ['--no-import'] });
    t.after(() => server.process.kill('SIGKILL'));
    rmSync(world.pointer);
    put(world.pointer);
    let health = '';
    await until('health says so', async () => {
      health = (await send(server.url, { path: '/health' })).body.toString();
      return health.includes('"degraded"');
    });
    assert.match(health, says);
    assert.doesNotMatch(health, /\//, 'no path is told');
    const path = '/graphql?query=%7Blinks%7BtotalCount%7D%7D';
    assert.match((await send(server.url, { path })).body.toString(), /"totalCount":74/);
  });
}

test('too many open files are told as such, and not as a pointer that names nothing', async (t) => {
  const world = await imported(t);
  const program = `
    import { openSync } from 'node:fs';
    import { lookUpPointer, openCurrent, isIntact, readPointer } from './src/db/snapshot/pointer.ts';
    const data = ${JSON.stringify(world.data)};
    const pointer = readPointer(data);
    try { for (;;) openSync('/dev/null', 'r'); } catch {}
    const told = [lookUpPointer(data), openCurrent(data)].map(({ ok, reason }) => [ok, reason]);
    for (const ask of [() => readPointer(data), () => isIntact(data, pointer)]) {
      try { told.push(ask()); } catch (error) { told.push(error.code); }
    }
    console.log(JSON.stringify(told));`;
  const line = 'ulimit -n 100; exec "$@"';
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', line, 'sh', process.execPath, '--input-type=module', '--eval', program],
    { encoding: 'utf8' },
  );
  assert.deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), [
    [false, 'CURRENT cannot be read (EMFILE)'],
    [false, 'CURRENT cannot be read (EMFILE)'],
    'EMFILE',
    'EMFILE',
  ]);
  assert.match(readFileSync(world.pointer, 'utf8'), /kb-000001/);
});
