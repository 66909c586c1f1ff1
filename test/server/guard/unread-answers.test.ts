import assert from 'node:assert/strict';
import { once } from 'node:events';
import { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { createUnreadAnswers } from '../../../src/server/guard/unread-answers.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import { until } from '../../support/until.ts';

const [one, other] = ['127.0.0.2', '127.0.0.3'] as const;

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

/** An answer that nobody has taken yet, and what a server does when it has gone. */
function anAnswer(): { response: ServerResponse; close: () => void } {
  const response = new ServerResponse({ method: 'GET', httpVersionMajor: 1 } as never);
  return { response, close: () => response.emit('close') };
}

test('answers count until they are taken, and what they are when compressed', () => {
  const unread = createUnreadAnswers({ perClient: 100_000, total: 1_000_000 });
  const first = anAnswer();
  assert.equal(unread.hold('a', first.response, 90_000), null);
  assert.deepEqual([unread.mayHold('a', 20_000), unread.mayHold('b', 20_000)], [false, true]);
  assert.equal(unread.mayHold('a', 16_384), true, 'a small one always goes');
  assert.equal(unread.hold('a', first.response, 30_000), null);
  assert.equal(unread.mayHold('a', 70_000), true);
  assert.equal(unread.hold('a', anAnswer().response, 70_001)?.status, 503);
  first.close();
  assert.equal(unread.hold('a', anAnswer().response, 100_000), null);
});

test('where all hold too much, only those with more than an equal share are refused', () => {
  const unread = createUnreadAnswers({ perClient: 80_000, total: 120_000 });
  const held = anAnswer();
  assert.equal(unread.hold('a', held.response, 70_000), null);
  assert.equal(unread.hold('b', anAnswer().response, 30_000), null);
  assert.deepEqual(
    ['a', 'b', 'c'].map((client) => unread.mayHold(client, 30_000)),
    [false, true, true],
  );
  assert.equal(unread.mayHold('c', 60_000), false, 'more than a third of all');
  held.close();
  assert.equal(unread.mayHold('c', 60_000), true);
});

test('a client that leaves its large answers lying is refused more of them, and nobody else', async (t) => {
  const bounds = { unreadBytesPerClient: 15_000_000, stopMilliseconds: 100 };
  for (const front of [true, false]) {
    const serving = await serveOnFreePort(seed.data, { bounds, front });
    t.after(serving.close);
    const { url } = serving;
    // Nine megabytes, of which no more than half goes into the system's buffers.
    const large = `{ outcomes(first: 35) { nodes { report { outcomes(first: 35) { nodes { report { text } } } } } } }`;
    const path = `/graphql?query=${encodeURIComponent(large)}`;
    const { body } = await send(url, { path, from: other });
    assert.ok(body.length > 8_000_000 && body.length < 15_000_000, `${body.length} bytes`);
    const socket = connect({
      port: Number(new URL(url).port),
      host: '127.0.0.1',
      localAddress: one,
    });
    t.after(() => socket.destroy());
    socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`);
    await once(socket, 'readable');

    const refused = await send(url, { path, from: one });
    assert.equal(refused.status, 503);
    assert.equal(refused.headers['retry-after'], '1');
    assert.equal(refused.headers['cache-control'], 'no-store');
    assert.equal(refused.headers['access-control-allow-origin'], '*');
    assert.match(refused.body.toString(), /You have not read the large answers/);
    const packed = { 'accept-encoding': 'gzip' };
    for (const wire of [
      { path: '/graphql?query={reports{nodes{code}}}', from: one },
      { path, from: other },
      { path, from: other, headers: packed },
    ])
      assert.equal((await send(url, wire)).status, 200, JSON.stringify(wire));

    socket.destroy();
    await until(
      'with the client its answers are gone',
      async () => (await send(url, { path, from: one })).status === 200,
    );
  }
});
