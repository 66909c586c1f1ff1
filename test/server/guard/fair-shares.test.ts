import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { createGuard } from '../../../src/server/guard/guard.ts';
import { createUnreadAnswers } from '../../../src/server/guard/unread-answers.ts';
import { boundsWith } from '../../../src/server/http/server-bounds.ts';
import { corsHeaders } from '../../../src/http/headers.ts';
import { createClientUsage } from '../../../src/server/guard/client-usage.ts';
import { createTurns } from '../../../src/server/guard/turns.ts';
import { createListener } from '../../../src/server/http/listener.ts';
import type { OrdinaryHandler } from '../../../src/server/http/listener.ts';
import type { ServeOptions } from '../../../src/server/serve.ts';
import { readAnswers } from '../../programs/abuse/socket.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import type { Received } from '../../support/served.ts';
import { until } from '../../support/until.ts';

const [one, other, third] = ['127.0.0.2', '127.0.0.3', '127.0.0.4'] as const;

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

async function serve(
  t: TestContext,
  bounds: ServeOptions['bounds'],
  more: Partial<ServeOptions> = {},
) {
  const serving = await serveOnFreePort(seed.data, {
    bounds: { stopMilliseconds: 100, ...bounds },
    ...more,
  });
  t.after(serving.close);
  const { port } = new URL(serving.url);
  return { url: serving.url, port: Number(port) };
}

/** A connection from an address, on which something may be sent. */
async function open(t: TestContext, port: number, from: string, words = ''): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => {});
  t.after(() => socket.destroy());
  await once(socket, 'connect');
  if (words) socket.write(words);
  return socket;
}

const openMany = (t: TestContext, count: number, port: number, from: string, words = '') =>
  Promise.all(Array.from({ length: count }, () => open(t, port, from, words)));

const get = 'GET /ready HTTP/1.1\r\nhost: a\r\n\r\n';
const body = '{"query":"{ __typename }"}';
const post = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
const ready = (url: string, from: string) => send(url, { path: '/ready', from });

/** All that comes over a connection until it is closed. */
async function answerOn(socket: Socket): Promise<Received | undefined> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  await once(socket, 'close');
  return readAnswers(Buffer.concat(pieces))[0];
}

function isRefusal(answer: Received | undefined, words: RegExp): void {
  assert.equal(answer?.status, 503);
  assert.match(String(answer.headers['retry-after']), /^\d+$/);
  const [{ message, extensions }] = JSON.parse(answer.body.toString()).errors;
  assert.equal(extensions.code, 'SERVICE_UNAVAILABLE');
  assert.match(message, words);
}

test('an address has its share of connections, and others lose nothing by it', async (t) => {
  const { url, port } = await serve(t, { connectionsPerClient: 3 });
  const [first] = await openMany(t, 3, port, one);
  isRefusal(await answerOn(await open(t, port, one, get)), /More than 3 connections/);
  assert.equal((await ready(url, other)).status, 200);
  first!.destroy();
  await until('a place is free again', async () => (await ready(url, one)).status === 200);
});

test('behind a trusted proxy its connections are not those of one client', async (t) => {
  const { url, port } = await serve(t, { connectionsPerClient: 1 }, { trustProxy: true });
  await openMany(t, 3, port, one);
  assert.equal((await ready(url, one)).status, 200);
});

test('where all connections are taken, whoever has the most gives one up to a newcomer', async (t) => {
  const { url, port } = await serve(t, { connections: 4, connectionsPerClient: 3 });
  const held = await open(t, port, other, get);
  await once(held, 'data');
  const [oldest, ...younger] = await openMany(t, 3, port, one, post);
  const closed = once(oldest!, 'close');
  assert.equal((await ready(url, third)).status, 200);
  await closed;
  assert.ok([held, ...younger].every((socket) => !socket.destroyed));
  // With the newcomer gone there is room for one; then all are taken by two who have as many.
  await until('the newcomer is gone', async () => (await ready(url, other)).status === 200);
  await open(t, port, other, get);
  isRefusal(await answerOn(await open(t, port, other, get)), /All connections/);
});

test('a connection whose request is being answered does not give way', async (t) => {
  const { url, port } = await serve(t, { connections: 2, connectionsPerClient: 2 });
  const reading = await open(t, port, one);
  reading.pause();
  reading.write('GET /schema.graphql HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(120));
  // So much that it cannot all have been taken.
  const idle = await open(t, port, one, get);
  await once(idle, 'data');
  const closed = once(idle, 'close');
  assert.equal((await ready(url, other)).status, 200);
  await closed;
  assert.equal(reading.destroyed, false);
});

test('half-sent bodies take no places of others, and few of those who send them', async (t) => {
  const { url, port } = await serve(t, { requests: 2, receivingPerClient: 3 });
  const slow = await openMany(t, 3, port, one, post);
  isRefusal(await answerOn(await open(t, port, one, post)), /^3 bodies/);
  for (const from of [one, other]) assert.equal((await ready(url, from)).status, 200);
  const [first] = slow;
  first!.write(body);
  const [answer] = (await once(first!, 'data')) as [Buffer];
  assert.equal(readAnswers(answer)[0]?.status, 200, 'one that is sent to its end is answered');
});

test('one client’s requests that wait refuse nobody else’s', async (t) => {
  const { url, answerAll } = await listen(t, { requests: 3, requestsPerClient: 2 });
  const waiting = [ready(url, one), ready(url, one)];
  await until('both are in hand', () => answerAll.length === 2);
  isRefusal(await ready(url, one), /^2 requests from your address/);
  const others = ready(url, other);
  await until('the other one’s is too', () => answerAll.length === 3);
  isRefusal(await ready(url, third), /^3 requests are/);
  for (const answer of answerAll.splice(0)) answer();
  for (const { status } of await Promise.all([...waiting, others])) assert.equal(status, 200);
});

/** A server whose requests are answered when the test wants it. */
async function listen(t: TestContext, bounds: Parameters<typeof boundsWith>[0]) {
  const answerAll: (() => void)[] = [];
  const ordinary: OrdinaryHandler = (_request, response) =>
    new Promise<void>((done) => {
      answerAll.push(() => response.end('{}', done));
    });
  const listener = createListener({
    guard: createGuard({ bounds: boundsWith(bounds), weighings: [], open: corsHeaders(['*']) }),
    front: null,
    ordinary,
    turns: createTurns({ usage: createClientUsage() }),
    unread: createUnreadAnswers({ perClient: 1e9, total: 1e9 }),
    maximumBody: 1000,
    trustProxy: false,
    onAnswered: () => {},
    charge: null,
    onError: assert.ifError,
  });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answerAll };
}
