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

/**
 * Decides which statements are run at once and which in another process that can be ended. What can
 * only be quick is run at once; over large data, what reads as much as there is goes elsewhere, and
 * what depends on its filter does until it was seen to be quick. Whatever was slow goes elsewhere
 * from then on.
 */
export function createPace(): Pace {
  const wasSlow = new WeakSet<Plan>();
  const wasQuick = new WeakSet<Plan>();
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
      if (wasSlow.has(plan)) return true;
      if (plan.reach === 'BOUNDED' || !isLarge(counts)) return false;
      return plan.reach === 'OPEN' || !wasQuick.has(plan);
    },
    told(plan, milliseconds) {
      if (milliseconds > slow) wasSlow.add(plan);
      else if (milliseconds < quick) wasQuick.add(plan);
    },
  };
}
