import type { Grouping } from '../db/groups/group.ts';
import { fieldOfDimension } from '../db/groups/groupings.ts';
import type { StoredGroups } from '../db/groups/stored-groups.ts';
import type { Statistics } from '../db/statistics/statistics.ts';
import { asGiven } from '../fields/field-arguments.ts';
import type { PageArguments } from '../fields/page.ts';
import { filterRows } from '../fields/work/filter-work.ts';
import { outcomeListing } from './outcome-listing.ts';
import { isReadInOrder, storedGroupsOf } from './stored-groups.ts';

/**
 * Groups are made of all rows that pass, by a key of several values, and looked at again for each
 * reason to withhold a sum. Some of it costs as much for no rows at all. Measured on 2026-11-30 over 300
 * reports: an outcome took 3.5 µs of a processor in groups by nothing, up to 6.1 by two dimensions, 9.3
 * by five and 11.4 by ten, most where there are as many groups as outcomes; a row is reckoned at 0.3.
 */
const rowsOfNoGroups = 3000;
const rowsOfOutcome = { always: 13, forEachDimension: 4 } as const;
const bytesOfKey = 120;

/** A group of a page is written down, to be remembered, and each of its values read out of that: some 10 µs. */
const rowsOfGroup = 40;

/** Stored groups are read, put in order and read again. */
const readingsOfStored = 3;

/** How many groups there are at the most: one for each value of each dimension, and for none. */
const groupsOf = (
  by: readonly string[],
  { dimensions, asked }: StoredGroups,
  statistics: Statistics,
): number =>
  dimensions
    .map((name) => {
      const isAsked = asked.some(({ dimension }) => dimension === name);
      return isAsked && !by.includes(name) ? 1 : 1 + statistics.valuesOf(fieldOfDimension[name]);
    })
    .reduce((product, count) => product * count, 1);

/**
 * How many rows are read for a page of groups, for how many there are, and for what lies beyond a cursor.
 * @param ofPage how many groups the page may have
 */
export function estimateGroups(
  statistics: Statistics,
  { by, orderBy }: Grouping,
  args: Pick<PageArguments, 'filter'>,
  ofPage: number,
) {
  const all = statistics.rows('outcomes');
  const stored = storedGroupsOf(by, asGiven(args));
  const { filter } = args;
  if (stored) {
    const most = Math.min(all, groupsOf(by, stored, statistics));
    const rows = rowsOfNoGroups + readingsOfStored * most;
    const written = isReadInOrder(stored, orderBy.field) ? 0 : Math.min(ofPage, most);
    return {
      page: rows + rowsOfGroup * written,
      counted: rows,
      beyond: rows,
      most,
      keyBytes: bytesOfKey * (by.length + 1),
    };
  }
  const passing = filterRows(
    statistics,
    { listing: outcomeListing, filter },
    { rows: all, repeats: 1 },
  );
  const { always, forEachDimension } = rowsOfOutcome;
  const made = passing + (always + forEachDimension * by.length) * all + rowsOfNoGroups;
  return {
    page: made + rowsOfGroup * Math.min(ofPage, all),
    counted: passing + 2 * all,
    beyond: made,
    most: all,
    keyBytes: bytesOfKey * (by.length + 1),
  };
}
