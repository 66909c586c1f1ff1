import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { copySeed } from '../support/copied.ts';
import { send } from '../support/served.ts';
import { startProcess } from '../support/started.ts';
import { until } from '../support/until.ts';

async function startTwo(t: TestContext) {
  const copy = copySeed();
  t.after(copy.remove);
  const server = await startProcess(copy, { workers: 2, logLevel: 'debug' });
  t.after(() => server.process.kill('SIGKILL'));
  const ask = async () => {
    const path = '/graphql?query=%7Blinks%7BtotalCount%7D%7D';
    const { body } = await send(server.url, { path, headers: { connection: 'close' } });
    assert.equal(body.toString(), '{"data":{"links":{"totalCount":74}}}');
  };
  /** The processes that answered, by the log. */
  const answered = () => {
    const lines = server.said().matchAll(/"pid":(\d+),.*"answered"/g);
    return [...new Set([...lines].map(([, pid]) => Number(pid)))];
  };
  return { ...server, ...copy, ask, answered };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('two processes answer, one that crashes is replaced, and both finish what runs before they stop', async (t) => {
  const { ask, answered, said, url, process: primary } = await startTwo(t);
  const askUntil = (count: number) =>
    until(`${count} processes have answered`, async () => {
      // Connections that a process had taken end with it, and the next try finds another.
      await ask().catch((error: NodeJS.ErrnoException) => assert.equal(error.code, 'ECONNRESET'));
      return answered().length === count;
    });
  await askUntil(2);
  assert.equal(said().match(/imported/g)?.length, 1, 'the seed is imported once');

  await until('the metrics are those of both', async () => {
    const counted = (await send(url, { path: '/metrics' })).body.toString();
    const [, total = 0] = /short_answers_total (\d+)/.exec(counted) ?? [];
    return (
      /juzheng_serving\{data_version="[0-9a-f]{64}"\} 2\n/.test(counted) &&
      /resident_memory_bytes\{worker="1"\} [^]*\{worker="2"\} /.test(counted) &&
      Number(total) >= 2
    );
  });

  const [crashing = 0] = answered();
  process.kill(crashing, 'SIGKILL');
  await askUntil(3);
  assert.match(said(), /worker \d ended by SIGKILL; it is replaced/);

  const body = '{"query": "{ links { totalCount } }"}';
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nconnection: close\r\nexpect: 100-continue\r\ncontent-length: ${body.length}\r\n\r\n`,
  );
  const [begun] = await once(socket, 'data');
  assert.match(String(begun), /100 Continue/);
  primary.kill('SIGTERM');
  await until('it is stopping', () => said().includes('stopping: running requests'));
  await wait(200);
  socket.write(body);
  assert.match(await text(socket), /200 OK[^]*\{"data":\{"links":\{"totalCount":74\}\}\}$/);
  const [code] = primary.exitCode === null ? await once(primary, 'exit') : [primary.exitCode];
  assert.equal(code, 0);
  assert.deepEqual(answered().filter(isRunning), []);
});

test('no process is left behind by a primary that is killed', async (t) => {
  const { ask, answered, process: primary } = await startTwo(t);
  await until('both have answered', async () => {
    await ask();
    return answered().length === 2;
  });
  primary.kill('SIGKILL');
  await until('both are gone', () => !answered().some(isRunning));
});

test('where no process can be kept running, the primary says so and ends', async (t) => {
  const { ask, answered, said, data, process: primary } = await startTwo(t);
  await until('both have answered', async () => {
    await ask();
    return answered().length === 2;
  });
  rmSync(join(data, 'CURRENT'));
  const ended = once(primary, 'exit');
  for (const pid of answered()) process.kill(pid, 'SIGKILL');
  assert.deepEqual(await ended, [1, null]);
  assert.match(said(), /CURRENT names no snapshot/);
  assert.match(said(), /ended with exit code 1, as those before it; no other is started/);
});

test('what a client may ask is counted over all processes together', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const server = await startProcess(copy, { workers: 2, more: ['--rate-limit', '20'] });
  t.after(() => server.process.kill('SIGKILL'));
  const statuses: number[] = [];
  for (let n = 0; n < 25; n += 1) {
    const { status } = await send(server.url, {
      path: '/graphql?query={__typename}',
      headers: { connection: 'close' },
    });
    statuses.push(status);
  }
  assert.equal(statuses.filter((status) => status === 200).length, 20);
  assert.equal(statuses.filter((status) => status === 429).length, 5);
});
