import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schema } from '../../../src/schema/schema.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import { startOverRows } from '../../support/published.ts';
import { oddRows } from '../../support/random/odd-rows.ts';
import { randomOperations } from '../../support/random/random-operation.ts';
import { until } from '../../support/until.ts';
import type { PlanningState } from '../../../src/server/query-process/lane.ts';
import { serveWith } from '../query-process/support.ts';
import { seedOr } from '../../support/random/seed.ts';

const seed = seedOr(11);

/** A server that has another process plan whatever is new, beside one that plans all itself. */
async function bothOver(
  t: Parameters<typeof serveWith>[0],
  more: { planning?: PlanningState } = {},
) {
  const rows = oddRows(12, seed);
  const here = startOverRows(rows);
  t.after(() => here.close());
  const { ask, get, readMetrics } = await serveWith(t, here.data, { isLarge: false, ...more });
  const elsewhere = () => Number(readMetrics()['juzheng_questions_planned_elsewhere_total']);
  const next = randomOperations(schema, rows, randomOf(seed));
  await until('another process plans', async () => {
    await ask(next().query);
    return elsewhere() > 0;
  });
  return { next, here, ask, get, elsewhere };
}

test('random questions planned elsewhere are answered as those planned here', async (t) => {
  const { next, here, ask, elsewhere } = await bothOver(t);
  const before = elsewhere();
  let requests = 0;
  for (let operation = 0; operation < 40; operation += 1) {
    const { query, variables: sets } = next();
    for (const variables of sets.slice(0, 2)) {
      requests += 1;
      const body = JSON.stringify({ query, variables });
      const wire = {
        body,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      };
      const answered = await ask(query, wire);
      const { status, body: own } = await here.ask(query, variables);
      assert.deepEqual([answered.status, answered.body], [status, own], `seed ${seed}: ${query}`);
    }
  }
  t.diagnostic(`seed ${seed}: ${requests} requests, ${elsewhere() - before} planned elsewhere`);
  assert.ok(elsewhere() - before > requests / 8);
});

test('what is wrong with a question, and what is said beside its answer, is the same', async (t) => {
  const { here, ask, get, elsewhere } = await bothOver(t, { planning: 'READY' });
  for (const query of [
    '{ nothing }',
    '{ measures { nodes { ',
    'query Q($first: Int!) { measures(first: $first) { totalCount } }',
    '{ measures(first: 100000) { totalCount } }',
    `{ outcomes(filter: { text: "${'字'.repeat(300)}" }) { totalCount } }`,
    '{ outcomes(filter: { measures: { any: { codes: ["no/such"] } } }) { totalCount } }',
    '{ measures(filter: { codes: ["no-such/measure"] }) { totalCount } }',
    '{ __schema { queryType { name } } }',
    '{ measures(after: "nonsense") { totalCount } }',
  ]) {
    const answered = await ask(query);
    const { status, body } = await here.ask(query);
    assert.deepEqual([answered.status, answered.body], [status, body], query);
  }
  const before = elsewhere();
  const query = '{ measures { totalCount } }';
  const first = await get(query);
  assert.deepEqual(first.body, (await here.ask(query)).body);
  assert.ok(elsewhere() > before && first.headers.etag);
});

test('where too many questions wait to be planned the next is refused, and not planned here', async (t) => {
  const { data, close } = startOverRows(oddRows(2, seed));
  t.after(close);
  const reasons = ['FULL', 'CLIENT_FULL'] as const;
  for (const reason of reasons) {
    const { ask } = await serveWith(t, data, {
      planning: 'READY',
      ask: () => Promise.resolve({ outcome: 'unheard', reason }),
    });
    const { status, body, headers } = await ask('{ measures { totalCount } }');
    assert.deepEqual([status, body.data], [503, undefined], reason);
    assert.equal(body.errors.length, 1);
    assert.ok(Number(headers['retry-after']) > 0);
  }
});

test('what is not begun in time elsewhere is planned here for whoever has asked little', async (t) => {
  const { data, close } = startOverRows(oddRows(2, seed));
  t.after(close);
  const patience: unknown[] = [];
  const { ask } = await serveWith(t, data, {
    planning: 'READY',
    ask(asked) {
      patience.push(asked.patience);
      return Promise.resolve({ outcome: 'unheard', reason: 'WAITED' });
    },
  });
  const { status, body } = await ask('{ measures { totalCount } }');
  assert.deepEqual([status, body.data], [200, { measures: { totalCount: 2 } }]);
  assert.deepEqual(patience, [100]);
});
