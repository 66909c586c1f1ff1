import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { Statistics } from '../../../src/db/statistics/statistics.ts';
import { createOffload } from '../../../src/server/query-process/offload.ts';
import type { TicketRequest } from '../../../src/server/query-process/ticket.ts';
import { planOf } from '../../support/plan-of.ts';

type OnAgain = (reason: 'moved', milliseconds: number) => void;

/** An offload of which every question asked elsewhere is answered with so many bytes, or moved to the long ones. */
function offloadTo(bytes: number, isMoved = false, log?: Logger) {
  const pool = {
    ask(_asked: TicketRequest, onAgain: OnAgain = () => {}) {
      if (isMoved) onAgain('moved', 151.6);
      const body = new Uint8Array(bytes);
      return Promise.resolve({ outcome: 'answer', status: 200, body, milliseconds: 1 } as const);
    },
    state: () => ({ waiting: 0, processes: 0, processorSeconds: 0, memoryBytes: 0 }),
    close: () => {},
  };
  return createOffload({ pool, ...(log && { log }) });
}

const plan = planOf('select ?');
const statistics = {} as Statistics;

/** A question that may be answered with 800 kB. */
function reckonedOf(value: string, { rows = 6000, over = statistics } = {}) {
  const work = { rows, bytes: 800_000 };
  const { statement } = plan;
  const compiled = { statement, values: [value], plan, work, statistics: over };
  return { compiled, document: {}, work };
}

async function answer(
  { routeOf, answer: answerElsewhere }: ReturnType<typeof offloadTo>,
  reckoned: ReturnType<typeof reckonedOf>,
) {
  const question = { query: '', type: 'application/json' };
  const snapshot = { file: '', version: '', counts: {} };
  await answerElsewhere(routeOf(reckoned), reckoned, { question, snapshot, client: 'a' });
}

test('a question is answered here once its answer is known to be small, and no other is', async () => {
  const offload = offloadTo(20_000);
  const report = reckonedOf('a');
  assert.equal(offload.routeOf(report), 'SHORT');
  await answer(offload, report);
  assert.equal(offload.routeOf(reckonedOf('a')), 'HERE');
  assert.equal(offload.routeOf(reckonedOf('b')), 'SHORT', 'of other values nothing is known');
  const later = reckonedOf('a', { over: {} as Statistics });
  assert.equal(offload.routeOf(later), 'SHORT', 'of another snapshot nothing is known');
  // That its answer is short says nothing of the rows that are read for it.
  assert.equal(offload.routeOf(reckonedOf('a', { rows: 100_000 })), 'SHORT');
});

test('a question whose answer is known to be long is not answered here', async () => {
  const offload = offloadTo(300_000);
  await answer(offload, reckonedOf('a'));
  assert.equal(offload.routeOf(reckonedOf('a')), 'SHORT');
});

test('a question that took long is not answered here, however short its answer', async () => {
  const offload = offloadTo(20, true);
  await answer(offload, reckonedOf('a'));
  assert.equal(offload.routeOf(reckonedOf('a')), 'LONG');
});

test('what took longer than short questions may is told once, with what it took and was reckoned at', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) });
  const offload = offloadTo(20, true, log);
  for (let nth = 0; nth < 2; nth += 1) await answer(offload, reckonedOf('a'));
  assert.equal(lines.length, 1);
  const { msg, estimatedMilliseconds, tookMilliseconds, statement } = JSON.parse(lines[0]!);
  assert.match(msg, /^a query that was estimated to be short took longer/);
  // 6,000 rows of 0.3 µs, 800,000 bytes of 5 ns.
  assert.deepEqual([estimatedMilliseconds, tookMilliseconds, statement], [6, 152, 'select ?']);
});
