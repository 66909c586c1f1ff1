import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { getPriority, availableParallelism, constants } from 'node:os';
import { test } from 'node:test';
import { startQueryProcess } from '../../../src/server/query-process/query-process.ts';
import { waitedForProcessor } from '../../../src/server/query-process/process-usage.ts';
import { importedSeed } from '../../support/served.ts';
import { until } from '../../support/until.ts';
import { jobsOf, poolOver, snapshotOf } from './support.ts';

const busyMilliseconds = 20_000;

/** Keeps all processors busy, with two processes for each, for as long as the test lasts. */
function keepBusy(t: { after: (end: () => void) => void }): void {
  const script = `const until = Date.now() + ${busyMilliseconds}; while (Date.now() < until);`;
  const hogs = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', script], { stdio: 'ignore' }),
  );
  t.after(() => hogs.forEach((hog) => hog.kill('SIGKILL')));
}

test('what yields to others and is left next to nothing is asked again by a process that has its part', async (t) => {
  if (waitedForProcessor(process.pid) === 0) return t.skip('this system does not tell');
  const seed = await importedSeed();
  t.after(() => seed.remove());
  const snapshot = snapshotOf(seed.data);
  const job = jobsOf(snapshot).count(5e6);
  const pool = poolOver(t, seed.data, { processorMilliseconds: 10_000, queuedMilliseconds: 1000 });
  const again: string[] = [];
  const ask = () =>
    pool.ask({ job, route: 'LONG', client: 'a', milliseconds: 1 }, (reason) => again.push(reason));
  assert.equal((await ask()).outcome, 'answer');
  await until('a spare stands ready', () => pool.state().processes === 2);
  assert.deepEqual(again, [], 'on a machine with room it has all that it needs');
  keepBusy(t);
  for (let times = 0; times < 50 && again.length === 0; times += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    assert.equal((await ask()).outcome, 'answer');
  }
  assert.deepEqual(again, ['queued']);
  const begun = performance.now();
  assert.equal((await ask()).outcome, 'answer');
  assert.deepEqual(again, ['queued'], 'the next one need not find that out');
  t.diagnostic(`beside the others it takes ${Math.round(performance.now() - begun)} ms`);
});

test('a process that yields has a lower priority, and one that yields to all the lowest', async (t) => {
  const seed = await importedSeed();
  t.after(() => seed.remove());
  const started = startQueryProcess(seed.data);
  t.after(() => started.end());
  await started.ready;
  assert.equal(started.yields(), false);
  started.yieldTo('A_LITTLE');
  assert.deepEqual([started.yields(), getPriority(started.pid)], [false, 5]);
  started.yieldTo('ALL');
  assert.equal(started.yields(), true);
  assert.equal(getPriority(started.pid), constants.priority.PRIORITY_LOW);
  if (process.platform !== 'linux') return;
  const threads = readdirSync(`/proc/${started.pid}/task`).map(Number);
  assert.ok(threads.length > 1);
  // Those that collect garbage and compile as well.
  for (const thread of threads) {
    assert.equal(getPriority(thread), constants.priority.PRIORITY_LOW);
  }
});
