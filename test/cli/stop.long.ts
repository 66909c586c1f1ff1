import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { askOverStop } from '../programs/stop/ask-over-stop.ts';
import { importedSeed, send } from '../support/served.ts';
import { startProcess } from '../support/started.ts';
import { until } from '../support/until.ts';

const portOf = (url: string) => Number(new URL(url).port);

describe('a server that is told to stop', { concurrency: 3 }, () => {
  for (const workers of [1, 2]) {
    for (const inRow of [1, 4]) {
      test(`no request goes unanswered when ${workers} end that answer ${inRow} in a row`, async (t) => {
        const seed = await importedSeed();
        t.after(seed.remove);
        const server = await startProcess(
          { seed: 'seed', ...seed },
          { workers, more: ['--no-import'] },
        );
        t.after(() => server.process.kill('SIGKILL'));
        const ended = once(server.process, 'exit');
        let answers = 0;
        const told = await askOverStop(portOf(server.url), { connections: 12, inRow }, () => {
          answers += 1;
          if (answers === 100) server.process.kill('SIGTERM');
        });
        assert.deepEqual(told.unanswered, []);
        assert.equal(told.answered, told.sent);
        assert.ok(told.sent > 200, 'it went on being asked');
        assert.deepEqual(await ended, [0, null]);
      });
    }
  }

  test('a server that stops says so at /ready first, and still answers for a while', async (t) => {
    const seed = await importedSeed();
    t.after(seed.remove);
    const server = await startProcess({ seed: 'seed', ...seed }, { more: ['--no-import'] });
    t.after(() => server.process.kill('SIGKILL'));
    assert.equal((await send(server.url, { path: '/ready' })).status, 200);
    const ended = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    await until(
      'it is not ready',
      async () => (await send(server.url, { path: '/ready' })).status === 503,
      5,
    );
    const path = '/graphql?query=%7Blinks%7BtotalCount%7D%7D';
    const { status, headers } = await send(server.url, { path });
    assert.deepEqual([status, headers.connection], [200, 'close']);
    assert.deepEqual(await ended, [0, null]);
  });

  test('a signal that reaches all processes of a group, or twice at once, cuts nothing off', async (t) => {
    const seed = await importedSeed();
    t.after(seed.remove);
    const server = await startProcess(
      { seed: 'seed', ...seed },
      { workers: 2, through: ['setsid'], more: ['--no-import'] },
    );
    const { pid = 0 } = server.process;
    t.after(() => server.process.kill('SIGKILL'));
    const ended = once(server.process, 'exit');
    let answers = 0;
    const told = await askOverStop(portOf(server.url), { connections: 12, inRow: 1 }, () => {
      answers += 1;
      if (answers !== 100) return;
      process.kill(-pid, 'SIGINT');
      process.kill(-pid, 'SIGINT');
      process.kill(-pid, 'SIGTERM');
    });
    assert.deepEqual(told.unanswered, []);
    assert.deepEqual(await ended, [0, null]);
  });

  test('a second signal some time after the first stops at once', async (t) => {
    const seed = await importedSeed();
    t.after(seed.remove);
    const server = await startProcess({ seed: 'seed', ...seed }, { more: ['--no-import'] });
    t.after(() => server.process.kill('SIGKILL'));
    const ended = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    await until('it says that it stops', () => server.said().includes('once more to stop at once'));
    await new Promise((done) => setTimeout(done, 1100));
    server.process.kill('SIGTERM');
    assert.deepEqual(await ended, [1, null]);
  });

  test('half a request is waited for while the server stops', async (t) => {
    const seed = await importedSeed();
    t.after(seed.remove);
    const server = await startProcess({ seed: 'seed', ...seed }, { more: ['--no-import'] });
    t.after(() => server.process.kill('SIGKILL'));
    const socket = connect(portOf(server.url), '127.0.0.1');
    socket.write('GET /graphql?query=%7Blinks%7BtotalCount%7D%7D HTTP/1.1\r\nhost: loc');
    server.process.kill('SIGTERM');
    await until('it refuses others', async () => {
      const error = await send(server.url, { path: '/ready' }).catch((reason: unknown) => reason);
      return error instanceof Error;
    });
    socket.write('alhost\r\n\r\n');
    assert.match(await text(socket), /200 OK[^]*"totalCount":74/);
  });
});

for (const workers of ['1', '2']) {
  for (const [what, host] of [
    ['a port that is taken', '127.0.0.1'],
    ['an address that is not here', '192.0.2.1'],
  ] as const) {
    test(`${what} is told by ${workers} and ends the command within two seconds`, async (t) => {
      const seed = await importedSeed();
      t.after(seed.remove);
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      t.after(() => taken.close());
      const { port } = taken.address() as AddressInfo;
      const where = ['--host', host, '--port', String(port)];
      const args = ['start', '--no-import', '--data', seed.data, '--workers', workers, ...where];
      const child = spawn(process.execPath, ['src/main.ts', ...args], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      t.after(() => child.kill('SIGKILL'));
      const ended = once(child, 'exit');
      const [said] = await once(child.stderr, 'data');
      const begun = performance.now();
      assert.match(String(said), /^juzheng: (port \d+ is taken|.*EADDRNOTAVAIL)/);
      assert.deepEqual(await ended, [1, null]);
      assert.ok(performance.now() - begun < 2000);
    });
  }
}
