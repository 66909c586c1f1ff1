import type { Probed } from '../../db/statistics/statistics.ts';
import type { PricedWay } from './prices.ts';

/** Whether rows were tried: not where sets are too large that have to be worked out first. */
export const isTried = ({ hits }: Probed) => hits !== null;

/** How many rows a way reads; null where it led on. */
export function rowsIn({ most, reached, rows, hits, last, wanted }: Probed): number | null {
  if (wanted > 0 && hits !== null && hits >= wanted) return last;
  return reached < most ? rows : null;
}

/** Whether a way was followed to its end, and no row passed. */
export function leadsToNone(probed: Probed, way: PricedWay | undefined): boolean {
  if (rowsIn(probed) === 0) return true;
  const isTested = way !== undefined && (way.isInOrder || way.meets !== null);
  return isTested && probed.hits === 0 && probed.reached < probed.most;
}
