import type { Plan } from '../../compiler/statement.ts';

/** Data of so few rows are read through sooner than another process is asked. */
const fewRows = 300_000;

/** Beyond this many milliseconds a statement is too slow to have others wait for it. */
const slow = 50;

/** Below this many it is surely not. */
const quick = 20;

export type Pace = {
  /** Whether a statement must not be run where others would have to wait for it. */
  isForLane: (plan: Plan, counts: Readonly<Record<string, number>>) => boolean;
  /** Whether the data are so large that anything may take long. */
  isLarge: (counts: Readonly<Record<string, number>>) => boolean;
  /** How long a statement took. */
  told: (plan: Plan, milliseconds: number) => void;
};

/** A statement with so many strikes goes elsewhere. */
const tolerated = 2;

/** So many quick answers make up for a filter under which one was slow. */
const probation = 5;

/**
 * Decides which statements are run at once and which in another process that can be ended. What can
 * only be quick is run at once; over large data, what reads as much as there is goes elsewhere, and
 * what depends on its filter does until it was seen to be quick. What is slow, and not by an
 * accident of a busy machine, goes elsewhere until it was quick as often.
 */
export function createPace(): Pace {
  const strikes = new WeakMap<Plan, number>();
  const totals = new WeakMap<object, number>();

  function isLarge(counts: Readonly<Record<string, number>>): boolean {
    const total =
      totals.get(counts) ?? Object.values(counts).reduce((sum, count) => sum + count, 0);
    totals.set(counts, total);
    return total > fewRows;
  }

  return {
    isLarge,
    isForLane(plan, counts) {
      const { reach } = plan;
      if (reach === 'OPEN' && isLarge(counts)) return true;
      const unseen = reach === 'FILTERED' && isLarge(counts) ? tolerated : 0;
      return (strikes.get(plan) ?? unseen) >= tolerated;
    },
    told(plan, milliseconds) {
      const known = strikes.get(plan) ?? 0;
      if (milliseconds > slow) strikes.set(plan, plan.reach === 'BOUNDED' ? known + 1 : probation);
      else if (milliseconds < quick) strikes.set(plan, Math.max(0, known - 1));
    },
  };
}
