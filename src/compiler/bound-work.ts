import type { Statistics } from '../db/statistics/statistics.ts';
import type { ReckonedWork } from '../fields/work/estimate.ts';
import type { Work } from '../fields/work/work.ts';
import type { PageChoice } from './ways/choose.ts';
import { rowsRead } from './ways/rows-read.ts';
import type { ChosenPage } from './ways/rows-read.ts';

/** A page that a statement reads of its table. */
export type ReadPage = {
  field: PageChoice['field'];
  /** Whether it is found without reading any other rows. */
  isExact: boolean;
};

/**
 * What a question comes to at the most, where it is known how many rows the ways lead over by which its
 * pages are read. Only what was counted is taken for it: of a way that led on, and of one for which sets
 * are worked out, nothing is known.
 * A page that the statement does not read costs nothing: of such only how many rows there are is asked.
 */
export function boundByWays(
  { rows, bytes, pages }: ReckonedWork,
  { plan, chosen }: { plan: { pages: readonly ReadPage[] }; chosen: readonly ChosenPage[] },
  statistics: Statistics,
): Work {
  let spared = 0;
  for (const [field, { reckoned, held }] of pages) {
    const page = plan.pages.find((each) => each.field === field);
    const way = chosen.find(({ choice }) => choice.field === field);
    const most = page?.isExact ? held : way && rowsRead(way, statistics);
    spared += page ? Math.max(0, reckoned - (most ?? reckoned)) : reckoned;
  }
  return { rows: rows - spared, bytes };
}
