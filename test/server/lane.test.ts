import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import { pino } from 'pino';
import { createHandler } from '../../src/server/handler.ts';
import { createLane } from '../../src/server/lane/lane.ts';
import { followSnapshots } from '../../src/server/snapshots.ts';
import { importedSeed, send } from '../support/served.ts';

const log = pino({ level: 'silent' });
let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

/** A server that takes its data for large, and whose costly questions may take so long. */
async function serveLarge(t: TestContext, milliseconds: number) {
  let ran = 0;
  const snapshots = followSnapshots({ data: seed.data, log, onStatement: () => (ran += 1) });
  const counts = { ...snapshots.current().counts, outcomes: 10_000_000 };
  const large = { ...snapshots, current: () => ({ ...snapshots.current(), counts }) };
  const lane = createLane({ data: seed.data, log, milliseconds });
  const handler = createHandler({ snapshots: large, log, isStopping: () => false, lane });
  const server = createServer(handler.listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
    handler.close();
    snapshots.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (query: string) => {
    const begun = ran;
    const sent = JSON.stringify({ query });
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    };
    const { status, body } = await send(url, {
      method: 'POST',
      path: '/graphql',
      headers,
      body: sent,
    });
    return { status, body: JSON.parse(body.toString()), here: ran - begun };
  };
  return { ask, url };
}

const small = '{ measure(by: { code: "xinghe-2023/streamline-approvals" }) { title } }';
const costly = '{ outcomeGroups(by: [LEVEL]) { level count } outcomes { totalCount } }';
const filtered = '{ outcomes(filter: { levels: [SCOPE] }) { nodes { code } } }';

test('what may take long over large data is answered by another process, and alike', async (t) => {
  const { ask } = await serveLarge(t, 10_000);
  assert.equal((await ask(small)).here, 1);
  const { status, body, here } = await ask(costly);
  assert.deepEqual([status, here, body.data.outcomes.totalCount], [200, 0, 74]);
  assert.equal(body.data.outcomeGroups.length, 4);

  // A filter is trusted once it was seen to be quick.
  const first = await ask(filtered);
  assert.equal(first.here, 0);
  let now = await ask(filtered);
  for (let tries = 0; tries < 20 && now.here === 0; tries += 1) now = await ask(filtered);
  assert.equal(now.here, 1);
  assert.deepEqual(now.body, first.body);
});

test('what is wrong is told by the other process in the same words', async (t) => {
  const { ask, url } = await serveLarge(t, 10_000);
  const query = '{ outcomes(after: "nowhere") { totalCount } }';
  const { headers } = await send(url, { path: `/graphql?query=${encodeURIComponent(query)}` });
  assert.deepEqual([headers.etag, headers['cache-control']], [undefined, 'no-store']);
  const { status, body } = await ask(query);
  assert.equal(status, 200);
  assert.match(body.errors[0].message, /is no cursor of this list/);
  assert.equal(body.errors[0].extensions.code, 'BAD_USER_INPUT');
});

test('a question that takes too long is answered with QUERY_TIMEOUT, and others do not wait', async (t) => {
  const { ask } = await serveLarge(t, 1);
  const waiting = Promise.all([ask(costly), ask(costly)]);
  assert.equal((await ask(small)).status, 200);
  for (const { status, body } of await waiting) {
    assert.equal(status, 504);
    assert.equal(body.errors[0].extensions.code, 'QUERY_TIMEOUT');
    assert.match(body.errors[0].message, /Ask for less at once/);
  }
});

test('only so many questions wait for their turn', async () => {
  const lane = createLane({ data: seed.data, log, milliseconds: 10_000, maximumWaiting: 2 });
  try {
    const snapshots = followSnapshots({ data: seed.data, log });
    const { file, version, counts } = snapshots.current();
    snapshots.close();
    const question = {
      query: small,
      type: 'application/json',
      snapshot: { file, version, counts },
    };
    const answers = await Promise.all([1, 2, 3, 4].map(() => lane.ask(question)));
    const told = answers.map((answer) => (typeof answer === 'string' ? answer : answer.status));
    assert.deepEqual(told, [200, 200, 'TOO_MANY', 'TOO_MANY']);
  } finally {
    lane.close();
  }
});
