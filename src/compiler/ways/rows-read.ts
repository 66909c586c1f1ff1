import type { Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';
import type { ReckonedWork } from '../../fields/work/estimate.ts';
import type { Work } from '../../fields/work/work.ts';
import type { PageChoice } from './choose.ts';
import { mostReachedBy } from './prices.ts';
import type { Followed, NamedWay } from './way.ts';

/** How a page is read that can be read in several ways. */
export type ChosenPage = { choice: PageChoice; followed: Followed };

/**
 * What a question comes to at the most, where it is known how many rows the ways lead over by which its
 * pages are read. Only what was counted is taken for it: of a way that led on, and of one for which sets
 * are worked out, nothing is known.
 */
export function boundByWays(
  { rows, bytes, pages }: ReckonedWork,
  chosen: readonly ChosenPage[],
  statistics: Statistics,
): Work {
  const spared = chosen.map(({ choice, followed }) => {
    const reckoned = choice.field === null ? 0 : (pages.get(choice.field) ?? 0);
    const read = rowsRead(choice, followed, statistics) ?? reckoned;
    return Math.max(0, reckoned - read);
  });
  return { rows: rows - spared.reduce((sum, each) => sum + each, 0), bytes };
}

/** How many rows are read for a page at the most, those of other tables among them; null where that is not known. */
function rowsRead(
  choice: PageChoice,
  { at, rows }: Followed,
  statistics: Statistics,
): number | null {
  const found = rows[at] ?? null;
  const each = perRowOver(statistics)(choice)[at] ?? null;
  return found === null || each === null ? null : found * each;
}

/** To how many rows each row leads at the most by each way, itself included; null where sets are worked out as well. */
const perRowOver = oncePer((statistics: Statistics) =>
  oncePer(({ ways }: PageChoice) => ways.map((way) => perRow(way, statistics))),
);

function perRow({ hasSets, setTables, meets, chains }: NamedWay, statistics: Statistics) {
  if (hasSets || setTables.length > 0 || meets !== null) return null;
  return chains.reduce((sum, chain) => sum + mostReachedBy(chain, statistics), 1);
}
