import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { openChannel } from '../../../src/server/query-process/start/channel.ts';
import { startQueryProcess } from '../../../src/server/query-process/query-process.ts';
import { processIds } from '../../programs/support/process-tree.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import { importedSeed } from '../../support/served.ts';
import { until } from '../../support/until.ts';
import { jobsOf, snapshotOf } from './support.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
let jobs: ReturnType<typeof jobsOf>;
before(async () => {
  seed = await importedSeed();
  jobs = jobsOf(snapshotOf(seed.data));
});
after(() => seed.remove());

const bounds = { processor: 60_000, queued: Infinity, wall: 60_000, memory: 1e9 };

/** Two sockets that are connected to each other. */
async function connected(): Promise<[Socket, Socket]> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const one = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [other] = (await once(server, 'connection')) as [Socket];
  server.close();
  return [one, other];
}

test('messages come as they were told, in whatever pieces they come', async (t) => {
  const [sender, receiver] = await connected();
  const heard: [message: unknown, bytes: Uint8Array][] = [];
  const writes: Uint8Array[] = [];
  const tell = openChannel(
    Object.assign(sender, {
      cork() {},
      uncork() {},
      write: (piece: Uint8Array) => writes.push(piece) > 0,
    }),
    () => assert.fail('nobody told'),
  );
  openChannel(receiver, (...each) => heard.push(each));
  t.after(() => [sender, receiver].map((socket) => socket.destroy()));
  const random = randomOf(5);
  const told = Array.from({ length: 300 }, (_, nth) => {
    const message = { nth, text: '举措'.repeat(random.below(50)), none: undefined, most: Infinity };
    const length = nth > 0 && random.chance(0.3) ? random.below(200_000) : 0;
    return [message, Buffer.alloc(length, nth)] as const;
  });
  for (const each of told) tell(...each);
  const all = Buffer.concat(writes);
  for (let at = 0; at < all.length;) {
    const length = random.chance(0.5) ? 1 + random.below(9) : 1 + random.below(70_000);
    receiver.emit('data', all.subarray(at, at + length));
    at += length;
  }
  assert.equal(heard.length, told.length);
  for (const [nth, [message, bytes]] of heard.entries()) {
    assert.deepEqual(message, told[nth]?.[0]);
    assert.ok(told[nth]?.[1].equals(bytes));
  }
});

test('where whoever starts processes has ended, those that run go on, and others are started', async (t) => {
  if (processIds(process.pid).length === 0) return t.skip('this system does not tell');
  const first = startQueryProcess(seed.data);
  t.after(() => first.end());
  await first.ready;
  const starter = processIds(process.pid).find((pid) => pid !== process.pid && pid !== first.pid);
  process.kill(starter!, 'SIGKILL');
  assert.equal((await first.run(jobs.count(10), bounds)).outcome, 'answer');
  await until('it is gone', () => !processIds(process.pid).includes(starter!));
  const second = startQueryProcess(seed.data);
  t.after(() => second.end());
  await second.ready;
  assert.equal((await second.run(jobs.count(10), bounds)).outcome, 'answer');
});

/** Where processes come to this one, as everybody on the machine may see. */
function addressesHere(): string[] {
  const open = readFileSync('/proc/net/unix', 'utf8');
  return [...open.matchAll(/@(juzheng-[-\w]+)$/gm)].map(([, name]) => `\0${name}`);
}

test('whoever else on the machine connects is not heard, and disturbs nobody', async (t) => {
  if (process.platform !== 'linux') return t.skip('others cannot see where');
  const started = startQueryProcess(seed.data);
  t.after(() => started.end());
  await started.ready;
  const framed = (message: Buffer, length = message.length) => {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(length, 0);
    return Buffer.concat([head, message]);
  };
  const come = { kind: 'come', key: randomUUID(), pid: process.pid };
  const ready = { kind: 'ready' };
  const attempts = [
    Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    Buffer.alloc(9),
    framed(Buffer.from('no message')),
    framed(serialize(null)),
    framed(serialize(come)),
    framed(serialize(ready)),
    framed(Buffer.alloc(10), 0xffffffff),
  ];
  const addresses = addressesHere();
  assert.ok(addresses.length > 0);
  for (const address of addresses) {
    for (const attempt of attempts) {
      const socket = connect(address);
      socket.on('error', () => {});
      socket.write(attempt);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await once(socket, 'close');
    }
  }
  assert.equal((await started.run(jobs.count(10), bounds)).outcome, 'answer');
});

test('one that is ended before it has come never runs', async () => {
  const started = startQueryProcess(seed.data);
  started.end();
  await started.ended;
  assert.equal(started.isReady(), false);
});

test('whatever kills whoever serves, no process goes on with a question', async (t) => {
  if (processIds(process.pid).length === 0) return t.skip('this system does not tell');
  const asking = fileURLToPath(new URL('asks-for-ever.ts', import.meta.url));
  const asker = spawn(process.execPath, [asking, seed.data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => asker.kill('SIGKILL'));
  const [told] = (await once(asker.stdout, 'data')) as [Buffer];
  const running = Number(told.toString());
  assert.ok(processIds(running).length === 1, 'it works on a question without an end');
  asker.kill('SIGKILL');
  await until('it has ended', () => processIds(running).length === 0);
});
