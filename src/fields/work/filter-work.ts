import type { AnyRelation } from 'drizzle-orm';
import { isFoundInReport } from '../../db/codes/rows-of-codes.ts';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { relationInFilter, targetOf, throughOf } from '../../db/relations/relation-of.ts';
import { countCodePoints } from '../../text/code-points.ts';
import { allOf, fieldsWithin, passesNothing, withUsual } from '../listing.ts';
import type { FilterValue, Listing } from '../listing.ts';
import { relations } from '../../db/relations.ts';
import type { TableName } from '../../db/relations.ts';
import { reachedFrom } from './work.ts';
import type { Occurring } from './work.ts';

/** How many rows are read to hold rows that occur so against a filter, these themselves included; none where nothing can pass. */
export function filterRows(
  statistics: Statistics,
  { listing, filter }: { listing: Listing; filter: FilterValue },
  examined: Occurring,
): number {
  if (passesNothing(listing, filter)) return 0;
  const steps = { from: listing.table, filter: allOf(listing, withUsual(listing, filter)) };
  const texts = fieldsWithin(listing, filter)
    .filter(({ field }) => field.isText)
    .map(({ item }) => searchRows(statistics, item));
  return examined.rows + stepRows(statistics, steps, examined) + sum(texts);
}

/**
 * How many rows a search reads: the index holds a list for every pair of characters, and at worst it
 * goes through those of a common pair from end to end.
 */
export const searchRows = (statistics: Statistics, typed: string) =>
  statistics.rows('searchEntries') * (1 + countCodePoints(typed) / 8);

/** The most rows that can pass, where the filter names them by their codes; else null. */
export function namedRows(filter: FilterValue): number | null {
  const codes = filter?.['codes'];
  return Array.isArray(codes) ? codes.length : null;
}

/**
 * How many rows are read to find rows of a table by so many codes, besides these: where no index has the
 * codes, all rows of the table that the reports have of which the codes are.
 */
export function rowsToName(statistics: Statistics, name: TableName, codes: number): number {
  if (!isFoundInReport(relations[name].table)) return 0;
  const own = Object.entries<AnyRelation>(relations.reports.relations);
  const found = own.find(([, each]) => targetOf(each) === name && each.where === undefined);
  return found ? statistics.reached('reports', found[0], codes) : statistics.rows(name);
}

/**
 * How many rows the steps of a filter read: see `db/relations/relation-steps.ts` for how they are taken.
 * @param examined the rows that are asked one by one; null where they are the rows of a set
 */
function stepRows(
  statistics: Statistics,
  { from, filter }: { from: TableName; filter: unknown },
  examined: Occurring | null,
): number {
  if (typeof filter !== 'object' || filter === null) return 0;
  const parts = Object.entries(filter).map(([key, wanted]: [string, unknown]): number => {
    if (key === 'AND' || key === 'OR' || key === 'NOT') {
      const all: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
      return sum(all.map((item) => stepRows(statistics, { from, filter: item }, examined)));
    }
    const relation = relationInFilter(from, key);
    if (!relation) return 0;
    const target = targetOf(relation);
    const through = throughOf(relation);
    const own = examined
      ? (through ? 2 : 1) * reachedFrom(statistics, { from, relation: key }, examined)
      : statistics.rows(target) + (through ? statistics.rows(through) : 0);
    return own + stepRows(statistics, { from: target, filter: wanted }, null);
  });
  return sum(parts);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
