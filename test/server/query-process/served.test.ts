import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { startOverCorpus } from '../../support/random/seeded.ts';
import { importedSeed } from '../../support/served.ts';
import { until } from '../../support/until.ts';
import { jobsOf, serveWith, snapshotOf } from './support.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

const small = '{ measure(by: { code: "xinghe-2023/streamline-approvals" }) { title } }';
// With a filter of which the import has stored no groups.
const costly =
  '{ outcomeGroups(groupBy: [LEVEL], filter: { reviewStates: [CURATED] }) { nodes { level outcomeCount } } outcomes { totalCount } }';
// No bound is known of what words lead to.
const filtered = '{ outcomes(filter: { text: "审批" }) { nodes { code } } }';

test('what may take long over large data is answered by another process, and alike', async (t) => {
  const { ask, readMetrics } = await serveWith(t, seed.data, {});
  const here = await serveWith(t, seed.data, { isLarge: false });
  // The first question of all also has the snapshot's retired codes read.
  await ask(small);
  assert.equal((await ask(small)).here, 1);
  const { status, body, here: ran } = await ask(costly);
  assert.deepEqual([status, ran, body.data.outcomes.totalCount], [200, 0, 74]);
  assert.equal(body.data.outcomeGroups.nodes.length, 4);

  // Neither is trusted for being quick, however often it is asked.
  for (const query of [costly, filtered, filtered, filtered]) {
    const elsewhere = await ask(query);
    assert.equal(elsewhere.here, 0);
    assert.deepEqual(elsewhere.body, (await here.ask(query)).body);
  }
  const series = readMetrics();
  assert.equal(series['juzheng_questions_total{route="here"}'], 2);
  assert.equal(series['juzheng_questions_total{route="long"}'], 5);
  assert.ok(Number(series['juzheng_query_process_seconds_total']) > 0);
});

test('a page of large data is answered here where it is known how few rows are read for it', async (t) => {
  // Over a few rows nobody finds out how many are read.
  const { data, close } = await startOverCorpus(6);
  t.after(close);
  const { ask } = await serveWith(t, data, {});
  const here = await serveWith(t, data, { isLarge: false });
  await ask(small);
  const shown =
    'orderBy: { field: VALUE, direction: DESC }, first: 5) { pageInfo { hasNextPage } nodes { code } } }';
  for (const [query, ran] of [
    // By two indexes, of which the shorter is followed.
    [`{ outcomes(filter: { levels: [SCOPE], hasFigure: true }, ${shown}`, 1],
    // By the one index that has just these rows.
    [`{ outcomes(filter: { levels: [SCOPE] }, ${shown}`, 1],
    // Counted by the import.
    ['{ outcomes(filter: { levels: [SCOPE] }) { totalCount } }', 1],
    // All that pass are counted, and all that hold words are looked for.
    [
      `{ outcomes(filter: { levels: [SCOPE], hasFigure: true }, ${shown.replace('nodes', 'totalCount nodes')}`,
      0,
    ],
    [`{ outcomes(filter: { text: "增长", hasFigure: true }, ${shown}`, 0],
  ] as const) {
    const answered = await ask(query);
    assert.equal(answered.here, ran, query);
    assert.deepEqual(answered.body, (await here.ask(query)).body);
  }
});

test('a server over little data starts no process', async (t) => {
  const { ask, readMetrics } = await serveWith(t, seed.data, { isLarge: false });
  for (const query of [small, costly, filtered, '{ __schema { queryType { name } } }'])
    assert.equal((await ask(query)).status, 200);
  assert.equal(readMetrics()['juzheng_query_processes'], 0);
  assert.equal(readMetrics()['juzheng_questions_total{route="here"}'], 4);
});

test('a question for more rows than may be read is refused, and nothing is asked of any process', async (t) => {
  let asked = 0;
  const ask = () => {
    asked += 1;
    return Promise.resolve({ outcome: 'unheard', reason: 'FULL' } as const);
  };
  const server = await serveWith(t, seed.data, { ask });
  const count = (nth: number) => `a${nth}: outcomes(filter: { hasFigure: true }) { totalCount }`;
  const counts = (many: number) =>
    `{ ${Array.from({ length: many }, (_, n) => count(n)).join(' ')} }`;
  const few = await server.ask(counts(2));
  assert.deepEqual([few.status, asked], [503, 1], 'what is within is asked');
  const { body, here } = await server.ask(counts(20));
  assert.deepEqual([body.data ?? null, here, asked], [null, 0, 1]);
  const [{ message, extensions }] = body.errors;
  assert.deepEqual([extensions.code, extensions.limit], ['QUERY_TOO_COMPLEX', 'rowsRead']);
  assert.match(message, /up to [\d.]+ million rows .* at most 100 million are allowed/);
});

test('what is wrong is told by the other process in the same words', async (t) => {
  const { ask, get } = await serveWith(t, seed.data, { waitMilliseconds: 10_000 });
  const query = '{ outcomes(after: "nowhere") { totalCount } }';
  const { headers } = await get(query);
  assert.deepEqual([headers.etag, headers['cache-control']], [undefined, 'no-store']);
  const { status, body } = await ask(query);
  assert.equal(status, 200);
  assert.match(body.errors[0].message, /is no cursor of this list/);
  assert.equal(body.errors[0].extensions.code, 'BAD_USER_INPUT');
});

test('a question that is stopped is answered with QUERY_TIMEOUT, which no cache and no proxy takes for less', async (t) => {
  const ask = () =>
    Promise.resolve({ outcome: 'stopped', bound: 'processor', milliseconds: 1000 } as const);
  const server = await serveWith(t, seed.data, { ask });
  for (const { status, headers, body } of [
    await server.ask(costly),
    await server.get(costly),
    // The way through Yoga.
    await server.get(`${costly} `, '&extensions={}'),
  ]) {
    assert.deepEqual([status, body.data], [200, null]);
    assert.equal(body.errors[0].extensions.code, 'QUERY_TIMEOUT');
    assert.match(body.errors[0].message, /Ask for less at once/);
    assert.equal(headers.etag, undefined);
  }
  const { headers } = await server.get(costly);
  assert.equal(headers['cache-control'], 'no-store');
  const table = await server.get(filtered, '&format=csv');
  assert.equal(table.status, 422);
  assert.equal(server.readMetrics()['juzheng_question_refusals_total{reason="timeout"}'], 5);
});

test('an answer that is too long is refused before it is sent, and the limit is told', async (t) => {
  const ask = () =>
    Promise.resolve({ outcome: 'too large', bytes: 12_000_000, milliseconds: 30 } as const);
  const { body, status } = await (await serveWith(t, seed.data, { ask })).ask(costly);
  assert.deepEqual([status, body.data], [200, null]);
  const [{ message, extensions }] = body.errors;
  assert.deepEqual(extensions, {
    code: 'QUERY_TOO_COMPLEX',
    limit: 'answerBytes',
    maximum: 10_000_000,
  });
  assert.match(message, /is 12 MB long; at most 10 MB is allowed \(answerBytes\)/);
});

test('a question waits five seconds at most, and is told when to come back', async (t) => {
  const bounds = { processorMilliseconds: 60_000, wallMilliseconds: 60_000 };
  const { ask, pool, readMetrics } = await serveWith(t, seed.data, bounds);
  const busy = pool.ask({
    job: jobsOf(snapshotOf(seed.data)).count(1e10),
    route: 'LONG',
    client: 'other',
    milliseconds: 1,
  });
  const begun = performance.now();
  const { status, headers, body } = await ask(costly);
  const waited = performance.now() - begun;
  assert.deepEqual([status, headers['retry-after']], [503, '2']);
  assert.equal(body.errors[0].extensions.code, 'SERVICE_UNAVAILABLE');
  assert.ok(waited > 1900, `waited for ${waited} ms`);
  assert.equal((await ask(small)).status, 200);
  assert.equal(readMetrics()['juzheng_question_refusals_total{reason="waited"}'], 1);
  pool.close();
  await busy;
});

test('a client that leaves takes along what waits and what runs for it', async (t) => {
  const bounds = { waitMilliseconds: 60_000, processorMilliseconds: 60_000 };
  const { url, pool, ask } = await serveWith(t, seed.data, bounds);
  const leaving = new AbortController();
  const running = pool.ask({
    job: jobsOf(snapshotOf(seed.data)).count(1e10),
    route: 'LONG',
    client: 'other',
    milliseconds: 1,
    signal: leaving.signal,
  });
  const waiting = request(`${url}/graphql?query=${encodeURIComponent(costly)}`);
  waiting.on('error', () => {}).end();
  await until('the question waits', () => pool.state().waiting === 1);
  waiting.destroy();
  await until('it is taken out', () => pool.state().waiting === 0);
  leaving.abort();
  const left = await running;
  assert.deepEqual([left.outcome, 'bound' in left && left.bound], ['stopped', 'left']);
  assert.equal((await ask(costly)).status, 200);
});
