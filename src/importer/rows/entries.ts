import { numbersOfAll } from '../../db/entry-number.ts';
import { searchable } from '../../db/search/searchable.ts';
import { countCodePoints } from '../../text/code-points.ts';
import type { SearchType } from '../../vocabulary.ts';
import type { Rows } from './rows.ts';

/*
 * The index in its own order tells the shortest, most telling titles first, and equal ones by their
 * reports' codes and then by their own, however the snapshot came about. So the place of an entry
 * that a later snapshot lacks can still be found. Indicators, which many reports share, stand behind
 * what reports tell.
 */

/** Longer titles count as so long; and what only names facts comes after all that tells one. */
const longestTold = 499;
const afterFacts = 500;

/**
 * Makes a row one that searches find; gives the number by which they know it, as if its report stood
 * at place 0. Add its place.
 */
export function addEntry(
  rows: Rows,
  type: SearchType,
  { code, title, reportId = null }: { code: string; title: string; reportId?: number | null },
): number {
  const serial = rows.searchEntries.length + 1;
  const length =
    Math.min(countCodePoints(title), longestTold) + (type === 'INDICATOR' ? afterFacts : 0);
  const id = length * numbersOfAll + serial;
  rows.searchEntries.push({ id, code: `${searchable[type].typename}:${code}`, type, reportId });
  return id;
}

/**
 * Numbers the entries of a report, or of the vocabulary, in the order of their codes, once they are
 * all there.
 */
export function orderEntries(rows: Rows): void {
  const ids = new Map<number, number>();
  const inOrder = rows.searchEntries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  inOrder.forEach((entry, index) => {
    const { id = 0 } = entry;
    entry.id = id - (id % numbersOfAll) + index + 1;
    ids.set(id, entry.id);
  });
  for (const { table } of Object.values(searchable)) {
    for (const row of rows[table]) row.searchId = ids.get(row.searchId) ?? row.searchId;
  }
}
