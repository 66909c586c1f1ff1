import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPlanElsewhere } from '../../../src/server/planning/plan-elsewhere.ts';
import type { PlanElsewhere } from '../../../src/server/planning/plan-elsewhere.ts';
import type { Planned } from '../../../src/server/query-process/messages.ts';
import type { PlanningState } from '../../../src/server/query-process/lane.ts';
import type { OtherPlanner, PlanReply } from '../../../src/server/query-process/offload.ts';

type Asker = Parameters<PlanElsewhere['plan']>[1];

const statistics = {};
const asker = { client: 'a', snapshot: { statistics } } as unknown as Asker;
const given: Planned = {
  steps: { statement: 'select ?', values: [1], isOfNamed: true },
  work: { rows: 1, bytes: 2 },
  warnings: [],
};

/** Another process that gives always the same, after others have waited so long, and what it was asked to plan. */
function planner(first: PlanningState, gives: PlanReply | null = given, waits = 0) {
  const asked: string[] = [];
  const state = { is: first };
  const used = { milliseconds: 1000 };
  const other: OtherPlanner = {
    state: () => state.is,
    wake() {
      asked.push('wake');
      return Promise.resolve(gives !== null);
    },
    plan({ query }, _asker, patience = Infinity) {
      asked.push(query);
      return Promise.resolve(patience < waits ? 'WAITED' : gives);
    },
  };
  const usage = { of: () => used.milliseconds };
  const { plan, wasPlannedHere } = createPlanElsewhere(other, usage);
  return { asked, state, used, plan: (query: string) => plan({ query }, asker), wasPlannedHere };
}

test('new questions are planned here as long as they take little, and another process is woken once', async () => {
  const { asked, state, plan, wasPlannedHere } = planner('AWAY');
  for (const query of ['{ a }', '{ b }', '{ c }']) {
    assert.equal(plan(query), null);
    wasPlannedHere(150);
  }
  assert.deepEqual(asked, []);
  assert.equal(plan('{ d }'), null);
  assert.equal(plan('{ e }'), null);
  assert.deepEqual(asked, ['wake']);
  state.is = 'READY';
  const planned = await plan('{ f }');
  assert.ok(planned !== null && planned !== 'LEFT' && 'compiled' in planned);
  const { statement, values, statistics: over } = planned.compiled;
  assert.deepEqual([statement, values, over], ['select ?', [1], statistics]);
});

test('what is new waits for a process that begins once it has taken its part here, but for no question', async () => {
  const { asked, state, plan, wasPlannedHere } = planner('AWAY');
  wasPlannedHere(600);
  assert.ok(await plan('{ a }'));
  state.is = 'BUSY';
  assert.equal(plan('{ b }'), null);
  assert.deepEqual(asked, ['{ a }', 'wake']);
});

test('whoever has used little lately does not wait for a process that begins', async () => {
  const { asked, used, plan, wasPlannedHere } = planner('AWAY');
  wasPlannedHere(600);
  used.milliseconds = 100;
  assert.equal(plan('{ a }'), null);
  used.milliseconds = 600;
  assert.ok(await plan('{ b }'));
  assert.deepEqual(asked, ['wake', '{ b }']);
});

test('whoever has used little lately does not wait behind all that others have to be planned', async () => {
  const { used, plan } = planner('READY', given, 5000);
  used.milliseconds = 100;
  assert.equal(await plan('{ a }'), null);
  // That is no reason to leave the other process alone.
  used.milliseconds = 600;
  assert.ok(await plan('{ b }'));
});

test('what is asked again and again is planned here, though another process stands ready', async () => {
  const { asked, plan } = planner('READY');
  assert.ok(await plan('{ a }'));
  assert.ok(await plan('{ a }'));
  assert.equal(plan('{ a }'), null);
  assert.ok(await plan('{ b }'));
  assert.deepEqual(asked, ['{ a }', '{ a }', '{ b }']);
});

test('what another process cannot plan is left to the ordinary way, and who asks too much is refused', async () => {
  assert.equal(await planner('READY', 'LEFT').plan('{ a }'), 'LEFT');
  const refusal = { status: 503, body: new Uint8Array() };
  const refused = await planner('READY', { refusal }).plan('{ a }');
  assert.deepEqual(refused, { refusal });
});

test('another process that comes to no end is left alone for a while', async () => {
  const { asked, plan } = planner('READY', null);
  assert.equal(await plan('{ a }'), null);
  assert.equal(plan('{ b }'), null);
  assert.deepEqual(asked, ['{ a }']);
  const sleeping = planner('AWAY', null);
  sleeping.wasPlannedHere(400);
  for (const query of ['{ a }', '{ b }', '{ c }']) {
    assert.equal(sleeping.plan(query), null);
    // oxlint-disable-next-line no-await-in-loop -- each once the one before has been heard
    await new Promise(setImmediate);
  }
  assert.deepEqual(sleeping.asked, ['wake']);
});
