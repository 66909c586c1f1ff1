import type { Statistics } from '../../db/statistics/statistics.ts';
import { relationInFilter, targetOf, throughOf } from '../../db/relations/relation-of.ts';
import { countCodePoints } from '../../text/code-points.ts';
import { allOf, textsIn } from '../listing.ts';
import type { FilterValue, Listing } from '../listing.ts';
import type { TableName } from '../../db/relations.ts';
import { reachedFrom } from './work.ts';
import type { Occurring } from './work.ts';

/** How many rows are read to hold rows that occur so against a filter, these themselves included. */
export function filterRows(
  statistics: Statistics,
  { listing, filter }: { listing: Listing; filter: FilterValue },
  examined: Occurring,
): number {
  const rules = new FilterRows(statistics);
  rules.pass(listing.table, allOf(listing, filter), examined);
  const texts = textsIn(listing, filter).map((typed) => searchRows(statistics, typed));
  return examined.rows + rules.rows + texts.reduce((sum, rows) => sum + rows, 0);
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

/** Adds up what the steps of a filter read: see `db/relation-steps.ts` for how they are taken. */
class FilterRows {
  rows = 0;
  readonly #statistics: Statistics;

  constructor(statistics: Statistics) {
    this.#statistics = statistics;
  }

  /** @param examined the rows that are asked one by one; null where they are the rows of a set */
  pass(name: TableName, filter: object, examined: Occurring | null): void {
    for (const [key, value] of Object.entries(filter)) {
      if (key === 'AND' || key === 'OR') {
        for (const item of value as object[]) this.pass(name, item, examined);
      } else if (key === 'NOT') this.pass(name, value as object, examined);
      else this.#step(name, key, { wanted: value, examined });
    }
  }

  #step(
    from: TableName,
    relation: string,
    { wanted, examined }: { wanted: unknown; examined: Occurring | null },
  ): void {
    const followed = relationInFilter(from, relation);
    if (!followed) return;
    const target = targetOf(followed);
    const through = throughOf(followed);
    const tables = through ? 2 : 1;
    const links = through ? this.#statistics.rows(through) : 0;
    this.rows += examined
      ? tables * reachedFrom(this.#statistics, { from, relation }, examined)
      : this.#statistics.rows(target) + links;
    if (typeof wanted === 'object' && wanted !== null) this.pass(target, wanted, null);
  }
}
