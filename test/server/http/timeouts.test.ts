import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { limits } from '../../../src/limits.ts';
import type { ServeOptions } from '../../../src/server/serve.ts';
import { converse, readAnswers, takeNothing } from '../../programs/abuse/socket.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

async function serve(t: TestContext, bounds: ServeOptions['bounds'] = {}) {
  const serving = await serveOnFreePort(seed.data, { bounds });
  t.after(serving.close);
  return { ...serving, port: Number(new URL(serving.url).port) };
}

const get = 'GET /ready HTTP/1.1\r\nhost: a\r\n\r\n';
const body = '{"query":"{ __typename }"}';
const post = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`;

test('a client that takes its time is cut off when its limit is reached', async (t) => {
  const { port } = await serve(t, {
    headerMilliseconds: 400,
    requestMilliseconds: 800,
    idleMilliseconds: 400,
    writeMilliseconds: 800,
  });
  const [head, whole, idle, reading] = await Promise.all([
    converse(port, ['GET /ready HTTP/1.1\r\n', 200, 'zzz: 1\r\n'], { silence: 5000 }),
    converse(port, [`${post}\r\n`, 300, '{', 300, ' ', 300, ' '], { silence: 5000 }),
    converse(port, [get], { silence: 5000 }),
    takeNothing(port, 8000),
  ]);
  for (const slow of [head, whole]) {
    const [answer] = readAnswers(slow.bytes);
    assert.equal(answer?.status, 408);
    assert.match(answer.body.toString(), /"code":"REQUEST_TIMEOUT"/);
    assert.ok(slow.closed && slow.milliseconds < 4000, `${slow.milliseconds} ms`);
  }
  assert.ok(idle.closed && idle.milliseconds < 4000, `${idle.milliseconds} ms`);
  assert.equal(readAnswers(idle.bytes)[0]?.status, 200);
  assert.ok(reading !== null && reading >= 700, `${reading} ms`);
});

/** Resumes a connection until so many bytes more have come, or it is closed. */
function taken(socket: Socket, bytes: number): Promise<void> {
  return new Promise((done) => {
    let left = bytes;
    const count = (piece: Buffer) => {
      left -= piece.length;
      if (left > 0) return;
      socket.off('data', count);
      done();
    };
    socket.on('data', count).once('close', () => {
      done();
    });
    socket.resume();
  });
}

test('a client that reads slowly, but does, gets all of its answer', async (t) => {
  const { port } = await serve(t, { writeMilliseconds: 800, requestsPerClient: 200 });
  const { body: schema } = await send(`http://127.0.0.1:${port}`, { path: '/schema.graphql' });
  // As many as one client may leave unread, and some fewer.
  const times = Math.floor((0.8 * limits.unreadBytesPerClient.value) / Buffer.byteLength(schema));
  assert.ok(times > 50 && times <= 200, `${times} answers`);
  const socket = connect(port, '127.0.0.1').pause();
  socket.write('GET /schema.graphql HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(times));
  let length = 0;
  socket.on('data', (piece) => {
    length += piece.length;
  });
  for (let turn = 0; turn < 8; turn += 1) {
    socket.pause();
    await wait(300);
    // A client that takes so little that the system does not even tell the server is no slow reader.
    await taken(socket, 1_000_000);
  }
  socket.resume();
  for (let tries = 0; tries < 200 && length <= times * schema.length; tries += 1) await wait(100);
  socket.destroy();
  assert.ok(length > times * schema.length, `${length} bytes of ${times * schema.length}`);
});

test('a server that stops closes idle connections and waits for no client beyond its limit', async (t) => {
  const { port, close } = await serve(t, { stopMilliseconds: 600 });
  const idle = connect(port, '127.0.0.1');
  idle.write(get);
  await once(idle, 'data');
  const unfinished = connect(port, '127.0.0.1');
  unfinished.on('error', () => {});
  unfinished.write(`${post}\r\n{`);
  await wait(50);
  const begun = performance.now();
  const closed = close();
  await once(idle, 'close');
  assert.ok(performance.now() - begun < 400, 'the idle one is closed at once');
  await closed;
  const took = performance.now() - begun;
  assert.ok(took >= 500 && took < 3000, `${took} ms`);
});
