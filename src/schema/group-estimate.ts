import { fieldOfDimension } from '../db/groups/groupings.ts';
import type { StoredGroups } from '../db/groups/stored-groups.ts';
import type { Statistics } from '../db/statistics/statistics.ts';
import { asGiven } from '../fields/field-arguments.ts';
import type { PageArguments } from '../fields/page.ts';
import { filterRows } from '../fields/work/filter-work.ts';
import type { OutcomeDimension } from '../vocabulary.ts';
import { outcomeListing } from './outcome-listing.ts';
import { storedGroupsOf } from './stored-groups.ts';

/**
 * Groups are made of all rows that pass, by a key of several values, and looked at again for each
 * reason to withhold a sum. Some of it costs as much for no rows at all.
 */
const rowsOfNoGroups = 3000;
const bytesOfKey = 120;

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

/** How many rows are read for a page of groups, for how many there are, and for what lies beyond a cursor. */
export function estimateGroups(
  statistics: Statistics,
  by: readonly OutcomeDimension[],
  args: Pick<PageArguments, 'filter'>,
) {
  const all = statistics.rows('outcomes');
  const stored = storedGroupsOf(by, asGiven(args));
  const { filter } = args;
  if (stored) {
    const most = Math.min(all, groupsOf(by, stored, statistics));
    const rows = rowsOfNoGroups + readingsOfStored * most;
    return {
      page: rows,
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
  const page = passing + (6 + 4 * by.length) * all + rowsOfNoGroups;
  return {
    page,
    counted: passing + 2 * all,
    beyond: page,
    most: all,
    keyBytes: bytesOfKey * (by.length + 1),
  };
}
