import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPlanElsewhere } from '../../../src/server/planning/plan-elsewhere.ts';
import type { PlanElsewhere } from '../../../src/server/planning/plan-elsewhere.ts';
import type { Planned } from '../../../src/server/query-process/messages.ts';
import type { PlanReply } from '../../../src/server/query-process/offload.ts';

type Asker = Parameters<PlanElsewhere['plan']>[1];

const statistics = {};
const asker = { client: 'a', snapshot: { statistics } } as unknown as Asker;
const given: Planned = {
  steps: { statement: 'select ?', values: [1], isOfNamed: true },
  work: { rows: 1, bytes: 2 },
  warnings: [],
};

/** Another process that gives always the same, and what it was asked to plan. */
function planner({ isReady, gives = given }: { isReady: boolean; gives?: PlanReply | null }) {
  const asked: string[] = [];
  const state = { isReady };
  const { plan, wasPlannedHere } = createPlanElsewhere({
    isReady: () => state.isReady,
    wake() {
      asked.push('wake');
      return Promise.resolve(gives !== null);
    },
    plan({ query }) {
      asked.push(query);
      return Promise.resolve(gives);
    },
  });
  return { asked, state, plan: (query: string) => plan({ query }, asker), wasPlannedHere };
}

test('new questions are planned here as long as they take little, and another process is woken once', async () => {
  const { asked, state, plan, wasPlannedHere } = planner({ isReady: false });
  for (const query of ['{ a }', '{ b }', '{ c }']) {
    assert.equal(plan(query), null);
    wasPlannedHere(150);
  }
  assert.deepEqual(asked, []);
  wasPlannedHere(75);
  assert.equal(plan('{ d }'), null);
  assert.equal(plan('{ e }'), null);
  assert.deepEqual(asked, ['wake']);
  state.isReady = true;
  const planned = await plan('{ f }');
  assert.ok(planned !== null && planned !== 'LEFT' && 'compiled' in planned);
  const { statement, values, statistics: over } = planned.compiled;
  assert.deepEqual([statement, values, over], ['select ?', [1], statistics]);
});

test('what is asked again and again is planned here, though another process stands ready', async () => {
  const { asked, plan } = planner({ isReady: true });
  assert.ok(await plan('{ a }'));
  assert.ok(await plan('{ a }'));
  assert.equal(plan('{ a }'), null);
  assert.ok(await plan('{ b }'));
  assert.deepEqual(asked, ['{ a }', '{ a }', '{ b }']);
});

test('what another process cannot plan is left to the ordinary way, and who asks too much is refused', async () => {
  assert.equal(await planner({ isReady: true, gives: 'LEFT' }).plan('{ a }'), 'LEFT');
  const refusal = { status: 503, body: new Uint8Array() };
  const refused = await planner({ isReady: true, gives: { refusal } }).plan('{ a }');
  assert.deepEqual(refused, { refusal });
});

test('another process that comes to no end is left alone for a while', async () => {
  const { asked, plan } = planner({ isReady: true, gives: null });
  assert.equal(await plan('{ a }'), null);
  assert.equal(plan('{ b }'), null);
  assert.deepEqual(asked, ['{ a }']);
  const sleeping = planner({ isReady: false, gives: null });
  sleeping.wasPlannedHere(1000);
  for (const query of ['{ a }', '{ b }', '{ c }']) {
    assert.equal(sleeping.plan(query), null);
    // oxlint-disable-next-line no-await-in-loop -- each once the one before has been heard
    await new Promise(setImmediate);
  }
  assert.deepEqual(sleeping.asked, ['wake']);
});
