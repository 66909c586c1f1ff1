import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../support/random/properties.ts';
import { limits } from '../../../src/limits.ts';
import {
  allowances,
  createMemoryBudget,
  spareBytes,
} from '../../../src/server/query-process/memory-budget.ts';
import type {
  Allowance,
  MemoryBudget,
  MemoryUser,
} from '../../../src/server/query-process/memory-budget.ts';

const total = limits.queryMemoryBytes.value;
const { lean, executor } = allowances;

/** A lane with its process, as far as memory is concerned. */
type Lane = MemoryUser & {
  held: number;
  isRunning: boolean;
  isLarge: boolean;
  ended: string[];
  /** Begins a question, where it may. */
  begin: () => void;
  /** Its process has grown to so many bytes, and is looked at. */
  grow: (bytes: number) => void;
  finish: () => void;
};

function laneOf(budget: MemoryBudget, { share, kept }: Allowance): Lane {
  const lane: Lane = {
    share,
    held: 0,
    isRunning: false,
    isLarge: false,
    ended: [],
    bytes: () => lane.held,
    isBusy: () => lane.isRunning,
    retire: () => end('retired'),
    setBack: () => end('set back'),
    begin() {
      if (lane.isRunning || (lane.isLarge && !budget.hasRoom())) return;
      if (lane.held > share && !budget.hasRoom()) lane.held = 0;
      lane.isRunning = true;
      if (lane.isLarge) budget.takeRoom(lane);
    },
    grow(bytes) {
      if (!lane.isRunning) return;
      lane.held = Math.min(bytes, budget.boundOf(lane));
      budget.look(lane);
    },
    finish() {
      lane.isRunning = false;
      lane.isLarge = false;
      if (lane.held > kept) lane.held = 0;
      budget.giveRoom(lane);
    },
  };
  function end(how: string): void {
    if (how === 'set back') lane.isLarge = true;
    lane.ended.push(how);
    lane.held = 0;
    lane.isRunning = false;
  }
  budget.add(lane);
  return lane;
}

function lanesOf() {
  const budget = createMemoryBudget();
  const [short, long, executing] = [lean, lean, executor].map((each) => laneOf(budget, each));
  return { budget, short: short!, long: long!, executing: executing! };
}

test('whatever is asked, processes never have more memory together than the budget, and whoever is beyond his share goes on', () => {
  const steps = fc.array(
    fc.record({
      lane: fc.constantFrom('short', 'long', 'executing'),
      act: fc.constantFrom('begin', 'grow', 'grow', 'grow', 'finish'),
      bytes: fc.integer({ min: 16e6, max: 400e6 }),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(steps, (taken) => {
      const { budget, ...lanes } = lanesOf();
      for (const { lane: name, act, bytes } of taken) {
        const lane = lanes[name];
        const ended = lane.ended.length;
        const isFirst = lane.isLarge || budget.hasRoom();
        lane[act as 'grow'](bytes);
        assert.ok(budget.held() <= total, `${budget.held()} bytes`);
        if (lane.ended.length > ended) assert.ok(!isFirst && bytes > lane.share);
      }
    }),
    { numRuns: 2000 },
  );
});

test('those that do nothing are ended before the budget is passed, the largest first and no more than need be', () => {
  const { budget, short, long, executing } = lanesOf();
  for (const lane of [short, executing]) {
    lane.begin();
    lane.grow(lane === short ? lean.kept : executor.kept);
    lane.finish();
  }
  long.begin();
  const free = total - spareBytes - lean.kept - executor.kept;
  long.grow(free);
  assert.deepEqual([short.ended, executing.ended], [[], []], 'all fits');
  long.grow(free + 1);
  assert.deepEqual([short.ended, executing.ended], [[], ['retired']]);
  long.grow(budget.boundOf(long));
  assert.deepEqual([short.ended, long.ended], [[], []]);
});

test('a large question waits for another one, and small ones do not', () => {
  const { budget, short, long, executing } = lanesOf();
  for (const lane of [short, long, executing]) lane.begin();
  executing.grow(executor.share + 1);
  long.grow(lean.share + 1);
  short.grow(lean.share);
  assert.deepEqual([executing.ended, long.ended, short.ended], [[], ['set back'], []]);
  long.begin();
  assert.equal(long.isRunning, false, 'there is no room yet');
  executing.finish();
  long.begin();
  long.grow(budget.boundOf(long));
  assert.deepEqual([long.isRunning, long.ended.length], [true, 1]);
});
