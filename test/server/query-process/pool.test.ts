import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { limits } from '../../../src/limits.ts';
import { allowances, spareBytes } from '../../../src/server/query-process/memory-budget.ts';
import { createOffload } from '../../../src/server/query-process/offload.ts';
import { privateBytesOf } from '../../../src/private-bytes.ts';
import { startQueryProcess } from '../../../src/server/query-process/query-process.ts';
import type { Statistics } from '../../../src/db/statistics/statistics.ts';
import type { TicketRequest } from '../../../src/server/query-process/ticket.ts';
import { importedSeed } from '../../support/served.ts';
import { until } from '../../support/until.ts';
import { jobsOf, poolOver, snapshotOf } from './support.ts';
import { planOf } from '../../support/plan-of.ts';
import { processIds } from '../../programs/support/process-tree.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
let snapshot: ReturnType<typeof snapshotOf>;
let jobs: ReturnType<typeof jobsOf>;
before(async () => {
  seed = await importedSeed();
  snapshot = snapshotOf(seed.data);
  jobs = jobsOf(snapshot);
});
after(() => seed.remove());

const asked = (job: TicketRequest['job'], more: Partial<TicketRequest> = {}): TicketRequest => ({
  job,
  route: 'LONG',
  client: 'a',
  milliseconds: 1,
  ...more,
});

/** What no question of these comes near. */
const unbounded = { processor: 60_000, queued: Infinity, wall: 60_000, memory: 1e9 };

const textOf = (reply: object) =>
  'body' in reply ? new TextDecoder().decode(reply.body as Uint8Array) : JSON.stringify(reply);

test('a statement is stopped at its processor time however little data there are, and the spare takes over', async (t) => {
  const pool = poolOver(t, seed.data, { processorMilliseconds: 200, waitMilliseconds: 20_000 });
  assert.equal(textOf(await pool.ask(asked(jobs.count(1000)))), '1000');
  await until('a spare lives', () => pool.state().processes === 2);
  const stopped = await pool.ask(asked(jobs.count(1e10)));
  assert.deepEqual(
    [stopped.outcome, 'bound' in stopped && stopped.bound],
    ['stopped', 'processor'],
  );
  const used = 'milliseconds' in stopped ? stopped.milliseconds : 0;
  assert.ok(used > 200 && used < 1000, `used ${used} ms`);
  const begun = performance.now();
  assert.equal(textOf(await pool.ask(asked(jobs.count(1000)))), '1000');
  t.diagnostic(`from the end to the next answer: ${Math.round(performance.now() - begun)} ms`);
});

test('what has used no processor time is not stopped, however long it takes', async (t) => {
  const child = startQueryProcess(seed.data);
  t.after(() => child.end());
  await child.ready;
  const running = child.run(jobs.count(1e6), { ...unbounded, processor: 1000 });
  process.kill(child.pid!, 'SIGSTOP');
  await wait(1500);
  process.kill(child.pid!, 'SIGCONT');
  assert.equal(textOf(await running), '1000000');
});

test('by the clock on the wall there is an end too', async (t) => {
  const child = startQueryProcess(seed.data);
  t.after(() => child.end());
  await child.ready;
  const running = child.run(jobs.count(1e10), { ...unbounded, wall: 100 });
  process.kill(child.pid!, 'SIGSTOP');
  const patience = wait(5000, { outcome: 'waited for' }, { ref: false });
  const stopped = await Promise.race([running, patience]);
  assert.deepEqual([stopped.outcome, 'bound' in stopped && stopped.bound], ['stopped', 'wall']);
});

test('what is stopped is ended, and nobody else is given what it was working on', async (t) => {
  const child = startQueryProcess(seed.data);
  t.after(() => {
    try {
      process.kill(child.pid!, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  });
  await child.ready;
  const bounds = { ...unbounded, processor: 50 };
  const stopped = await child.run(jobs.count(1e7), bounds);
  assert.equal(stopped.outcome, 'stopped');
  assert.equal(child.isReady(), false, 'it takes no other question');
  const next = child.run(jobs.count(10), { ...bounds, wall: 5000 });
  assert.equal('body' in (await next), false, 'and gives no answer to one');
  const patience = wait(5000, 'alive', { ref: false });
  assert.equal(await Promise.race([child.ended.then(() => 'ended'), patience]), 'ended');
});

test('an answer that fills the memory is stopped while it is made, and one that is too long is not sent', async (t) => {
  const pool = poolOver(t, seed.data, { processorMilliseconds: 30_000 });
  const greedy = jobs.statement(
    'select cast(group_concat(hex(zeroblob(100000))) as blob) from (with recursive n(i) as (select 1 union all select i + 1 from n where i < 4000) select i from n)',
  );
  const stopped = await pool.ask(asked(greedy));
  assert.deepEqual([stopped.outcome, 'bound' in stopped && stopped.bound], ['stopped', 'memory']);
  assert.equal((await pool.ask(asked(jobs.answer(9_000_000)))).outcome, 'answer');
  assert.equal((await pool.ask(asked(jobs.answer(11_000_000)))).outcome, 'too large');
  assert.equal((await pool.ask(asked(jobs.answer(11_000_000, true)))).outcome, 'answer');
});

test('of two answers that take much memory one waits for the other, and both are given', async (t) => {
  if (privateBytesOf(process.pid) === null) return t.skip('this system does not tell');
  const pool = poolOver(t, seed.data, {
    processorMilliseconds: 60_000,
    shortMilliseconds: 60_000,
    waitMilliseconds: 60_000,
  });
  // Holds a text of 50 MB while it counts.
  const large = jobs.statement(
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select cast(length(group_concat(iif(i <= ?, hex(zeroblob(500000)), ''), '')) as blob) from n",
    [8e6, 50],
  );
  const again: string[] = [];
  let most = 0;
  using _ = everyMillisecond(() => (most = Math.max(most, pool.state().memoryBytes)));
  const inBoth = (job: typeof large) =>
    (['SHORT', 'LONG'] as const).map((route) =>
      pool.ask(asked(job, { route }), (reason) => again.push(reason)),
    );
  // Then both processes have started.
  await Promise.all(inBoth(jobs.count(10)));
  for (const reply of inBoth(large)) assert.equal(textOf(await reply), String(50e6));
  assert.deepEqual(again, ['room']);
  t.diagnostic(`at most ${Math.round(most / 1e6)} MB`);
  // One goes beyond its share; how much the other has by then depends on when it is set back.
  const least = spareBytes + allowances.lean.share;
  assert.ok(most > least && most < limits.queryMemoryBytes.value);
});

test('what was reckoned to be short and is not is answered among the long ones', async (t) => {
  const pool = poolOver(t, seed.data, { shortMilliseconds: 50, processorMilliseconds: 60_000 });
  const told: [reason: string, milliseconds: number][] = [];
  const reply = await pool.ask(asked(jobs.count(3e6), { route: 'SHORT' }), (...each) => {
    told.push(each);
  });
  assert.deepEqual([textOf(reply), told.map(([reason]) => reason)], ['3000000', ['moved']]);
  assert.ok(told[0]![1] >= 50 && told[0]![1] < 1000, `${told[0]![1]} ms`);
});

test('what a question took before it was moved counts in what it may take', async (t) => {
  const bounds = { shortMilliseconds: 500, processorMilliseconds: 600 };
  const pool = poolOver(t, seed.data, bounds);
  const reply = await pool.ask(asked(jobs.count(1e9), { route: 'SHORT' }));
  assert.deepEqual([reply.outcome, 'bound' in reply && reply.bound], ['stopped', 'processor']);
  const milliseconds = pool.state().processorSeconds * 1000;
  assert.ok(milliseconds > 600 && milliseconds < 500 + 600, `${milliseconds} ms`);
});

/** Told from those of another snapshot, and asked for nothing. */
const statistics = {} as Statistics;

test('a plan that was moved goes to the long ones from then on', async () => {
  const routes: string[] = [];
  const pool = {
    ask(one: TicketRequest, onAgain: (reason: 'moved', milliseconds: number) => void = () => {}) {
      routes.push(one.route);
      if (one.route === 'SHORT') onAgain('moved', 151);
      return Promise.resolve({ outcome: 'none', milliseconds: 1 } as const);
    },
    state: () => ({ waiting: 0, processes: 0, processorSeconds: 0, memoryBytes: 0 }),
    close: () => {},
  };
  const offload = createOffload({ pool });
  const plan = planOf('select 1');
  const work = { rows: 100_000, bytes: 0 };
  const compiled = { statement: plan.statement, values: [], plan, work, statistics };
  const reckoned = { compiled, document: {}, work };
  const question = { query: '', type: 'application/json' };
  for (let nth = 0; nth < 2; nth += 1) {
    const route = offload.routeOf(reckoned);
    await offload.answer(route, reckoned, { question, snapshot, client: 'a' });
  }
  assert.deepEqual(routes, ['SHORT', 'LONG']);
  assert.equal(offload.counts.stops.moved, 1);
});

test('what another process finds before an answer is recalled by the one that asks', async (t) => {
  const offload = createOffload({ pool: poolOver(t, seed.data) });
  const statement = "select cast('found ' || ? as blob)";
  const plan = planOf(statement);
  const work = { rows: 100_000, bytes: 0 };
  const kept: string[] = [];
  const keep = (numbers: string) => void kept.push(numbers);
  const rows = {
    statement: "select cast('[4,' || ? || ']' as blob)",
    values: ['2'],
    at: [0],
    keep,
  };
  const compiled = { statement, values: [null], before: [rows], plan, work, statistics };
  const question = { query: '', type: 'application/json' };
  const reckoned = { compiled, document: {}, work };
  const answered = await offload.answer('LONG', reckoned, { question, snapshot, client: 'a' });
  assert.equal(answered && textOf(answered), 'found [4,2]');
  assert.deepEqual(kept, ['[4,2]']);
});

test('a statement that fails is logged once, without its values, and counted', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const offload = createOffload({ pool: null, log });
  const plan = planOf('select ?');
  const work = { rows: 1, bytes: 0 };
  const compiled = { statement: plan.statement, values: ['secret'], plan, work, statistics };
  for (let nth = 0; nth < 3; nth += 1) {
    const bytes = offload.runHere(compiled, () => {
      throw new Error('no such thing');
    });
    assert.equal(bytes, null);
  }
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /no such thing.*select \?/);
  assert.doesNotMatch(lines[0]!, /secret/);
  assert.equal(offload.counts.statementErrors, 3);
});

test('short ones do not wait for long ones, nor for the executor', async (t) => {
  const pool = poolOver(t, seed.data, {
    processorMilliseconds: 60_000,
    waitMilliseconds: 60_000,
  });
  const question = { query: '{ __typename }', type: 'application/json' };
  const long = pool.ask(asked(jobs.count(1e10)));
  const executed = pool.ask(
    asked({ kind: 'question', snapshot, unbounded: false, question }, { route: 'SHORT' }),
  );
  const ended: string[] = [];
  void long.then(() => ended.push('long'));
  void executed.then(() => ended.push('executed'));
  const short = await pool.ask(asked(jobs.count(1000), { route: 'SHORT' }));
  assert.deepEqual([textOf(short), ended], ['1000', []]);
  assert.equal(textOf(await executed), '{"data":{"__typename":"Query"}}');
  // Its process gives way to all others, also when it starts.
  await until('the long one runs', () => pool.state().waiting === 0);
  pool.close();
  assert.equal((await long).outcome, 'stopped');
});

test('where the snapshot is gone nothing else answers', async (t) => {
  const pool = poolOver(t, seed.data);
  const gone = { ...snapshot, file: 'kb-999999.sqlite', version: 'another' };
  const statement = { ...jobs.count(10), snapshot: gone };
  assert.equal((await pool.ask(asked(statement))).outcome, 'broken');
  assert.equal(textOf(await pool.ask(asked(jobs.count(10)))), '10');
});

test('a process that ends by itself takes its question along and no other', async (t) => {
  const pool = poolOver(t, seed.data, { processorMilliseconds: 60_000, waitMilliseconds: 20_000 });
  if (processIds(process.pid).length === 0) return t.skip('this system does not tell');
  const others = new Set(queryProcesses());
  const running = pool.ask(asked(jobs.count(1e10)));
  const next = pool.ask(asked(jobs.count(10)));
  await until('it runs', () => pool.state().waiting === 1);
  const first = queryProcesses().find((pid) => !others.has(pid));
  process.kill(first!, 'SIGKILL');
  assert.equal((await running).outcome, 'broken');
  assert.equal(textOf(await next), '10');
});

test('a process that has loaded the executor is not kept for nobody', async (t) => {
  const pool = poolOver(t, seed.data, { idleMilliseconds: 10 });
  const question = { query: '{ __typename }', type: 'application/json' };
  await pool.ask(asked({ kind: 'question', snapshot, unbounded: false, question }));
  await until('only the spare lives', () => pool.state().processes === 1);
  assert.equal(textOf(await pool.ask(asked(jobs.count(10)))), '10');
});

function everyMillisecond(look: () => void): Disposable {
  const timer = setInterval(look, 1);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** The processes that this one has had started, the oldest first: all that its only child has started. */
const queryProcesses = () => processIds(process.pid).slice(2);

test('no more questions wait than may, and one client not for all', async (t) => {
  const pool = poolOver(t, seed.data, { perClient: 2, total: 3, waitMilliseconds: 60_000 });
  const busy = pool.ask(asked(jobs.count(1e10)));
  await until('one runs', () => pool.state().waiting === 0);
  const heavy = [1, 2, 3].map(() => pool.ask(asked(jobs.count(10), { client: 'heavy' })));
  assert.deepEqual(await heavy[2], { outcome: 'unheard', reason: 'CLIENT_FULL' });
  const others = ['b', 'c'].map((client) => pool.ask(asked(jobs.count(10), { client })));
  assert.deepEqual(await heavy[1], { outcome: 'unheard', reason: 'FULL' });
  await busy;
  for (const reply of [heavy[0]!, ...others]) assert.equal(textOf(await reply), '10');
});

test('a process that runs statements takes little memory, and gives back what answers took', async (t) => {
  if (privateBytesOf(process.pid) === null) return t.skip('this system does not tell');
  const first = startQueryProcess(seed.data);
  t.after(() => first.end());
  await first.ready;
  const bounds = unbounded;
  const read = () => Math.round((privateBytesOf(first.pid!) ?? 0) / 1e6);
  await first.run(jobs.count(10), bounds);
  const atFirst = read();
  for (let nth = 0; nth < 200; nth += 1) {
    const { outcome } = await first.run(jobs.answer(1e6), bounds);
    assert.equal(outcome, 'answer');
  }
  t.diagnostic(`${atFirst} MB before, ${read()} MB after 200 answers of 1 MB`);
  assert.ok(atFirst < 50 && read() < atFirst + 30, `${atFirst} MB, then ${read()} MB`);
});
