import type { Plan } from '../../compiler/statement.ts';
import type { Work } from '../../fields/work/work.ts';

type Counts = Readonly<Record<string, number>>;

const totals = new WeakMap<Counts, number>();

/** All rows of a snapshot. */
function totalOf(counts: Counts): number {
  const known = totals.get(counts);
  if (known !== undefined) return known;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  totals.set(counts, total);
  return total;
}

/**
 * A rough reckoning until the question itself is reckoned: what may read as much as there is counts
 * as all rows, and so does what is not compiled; everything else counts as little.
 */
export function provisionalWork(plan: Plan | null, counts: Counts): Work {
  const rows = plan?.reach === 'BOUNDED' ? 0 : totalOf(counts);
  return { rows, bytes: 0 };
}
