import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { importedSeed, serveOnFreePort } from '../support/served.ts';
import { until } from '../support/until.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

const drainMilliseconds = 1200;
const get = 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: a\r\n\r\n';
const question = '{"query":"{__typename}"}';
const answer = '{"data":{"__typename":"Query"}}';
const head = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${question.length}\r\n\r\n`;

/** A server, a connection to it that never ends its own side, and what came on it. */
async function connected(t: TestContext) {
  const serving = await serveOnFreePort(seed.data, { bounds: { drainMilliseconds } });
  t.after(serving.close);
  const port = Number(new URL(serving.url).port);
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  t.after(() => socket.destroy());
  /** Of each answer, whether it said that the connection ends. */
  const told: boolean[] = [];
  let isEnded = false;
  let fault: string | null = null;
  let unread = '';
  socket.on('data', (piece: Buffer) => {
    const parts = (unread + piece.toString('latin1')).split(answer);
    unread = parts.pop() ?? '';
    told.push(...parts.map((part) => /\r\nconnection: close/i.test(part)));
  });
  socket.on('end', () => {
    isEnded = true;
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // Nothing is lost of what is not answered.
    if (!isEnded) fault = error.code ?? error.message;
  });
  await once(socket, 'connect');
  return {
    socket,
    told,
    isEnded: () => isEnded,
    fault: () => fault,
    /** Stops the server; how long that took. */
    async drain(): Promise<number> {
      const begun = performance.now();
      await serving.drain();
      return performance.now() - begun;
    },
  };
}

for (const inRow of [1, 2, 5]) {
  test(`of ${inRow} requests in a row the last is told that the connection ends, and is answered`, async (t) => {
    const { socket, told, drain, isEnded, fault } = await connected(t);
    let sent = 0;
    const ask = async () => {
      socket.write(get.repeat(inRow));
      sent += inRow;
      await until('all are answered', () => told.length === sent || isEnded());
    };
    await ask();
    assert.deepEqual(told, Array(inRow).fill(false));
    const stopped = drain();
    await ask();
    assert.deepEqual(told.slice(inRow), [...Array<boolean>(inRow - 1).fill(false), true]);
    socket.end();
    assert.ok((await stopped) < drainMilliseconds + 2000);
    assert.equal(fault(), null);
  });
}

test('a client that asks on although it was told is answered for a moment, then its connection ends in order', async (t) => {
  const { socket, told, drain, isEnded, fault } = await connected(t);
  const stopped = drain();
  let toldAt: number | null = null;
  let answeredAt = 0;
  socket.on('data', () => {
    answeredAt = performance.now();
    if (told.includes(true)) toldAt ??= answeredAt;
  });
  while (!socket.destroyed && !socket.closed) {
    socket.write(get.repeat(3));
    await wait(2);
  }
  assert.equal(fault(), null);
  assert.ok(isEnded());
  assert.ok(toldAt !== null && answeredAt - toldAt < 1500, 'it was answered for a moment');
  assert.ok((await stopped) < drainMilliseconds + 2000);
});

test('a client that always has one more request under way is told as well', async (t) => {
  const { socket, told, drain } = await connected(t);
  const stopped = drain();
  socket.write(head);
  for (let sent = 0; sent < 500 && !told.includes(true); sent += 1) {
    // When this one is answered, the next has begun to come.
    socket.write(question + head);
    await until('it is answered', () => told.length > sent);
    await wait(10);
  }
  assert.ok(told.includes(true));
  socket.end(question);
  assert.ok((await stopped) < drainMilliseconds + 2000);
});

test('a client of HTTP/1.0 that keeps its connection does not hold up the end', async (t) => {
  const { socket, told, drain, isEnded, fault } = await connected(t);
  const stopped = drain();
  const old = get.replace('HTTP/1.1\r\n', 'HTTP/1.0\r\nconnection: keep-alive\r\n');
  for (let sent = 1; !isEnded(); sent += 1) {
    socket.write(old);
    await until('it is answered', () => told.length === sent || isEnded());
  }
  socket.end();
  assert.deepEqual(told, [true]);
  assert.equal(fault(), null);
  assert.ok((await stopped) < drainMilliseconds + 2000);
});

test('a request that came while the server was busy is not taken for silence', async (t) => {
  const { socket, told, drain } = await connected(t);
  socket.write(get);
  await until('it is answered', () => told.length === 1);
  const stopped = drain();
  await wait(100);
  socket.write(get);
  // The request is in the system's hands.
  blockFor(drainMilliseconds);
  await until('it is answered', () => told.length === 2);
  socket.end();
  await stopped;
});

test('connections that came while the server was busy are taken before it stops to listen', async (t) => {
  const serving = await serveOnFreePort(seed.data, { bounds: { drainMilliseconds: 100 } });
  t.after(serving.close);
  const stopped = serving.drain();
  await wait(150);
  // It no longer answers, and waits for nobody to come.
  const received = Array.from({ length: 30 }, async () => {
    const socket = connect(Number(new URL(serving.url).port), '127.0.0.1');
    socket.write(get);
    return text(socket).catch((error: unknown) => String(error));
  });
  blockFor(1100);
  for (const answered of await Promise.all(received)) assert.match(answered, /200 OK[^]*Query/);
  await stopped;
});

/** Neither is anything read in this time, nor does a timer run. */
function blockFor(milliseconds: number): void {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
}
