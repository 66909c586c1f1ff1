import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { orderOf } from '../db/keyset.ts';
import type { Direction } from '../db/keyset.ts';
import { wordsAskedAt } from '../fields/listing.ts';
import type { FilterValue, Listing } from '../fields/listing.ts';
import { fewRows } from '../limits.ts';

/** The rows of a page as they are found. */
type RowsOfPage = {
  /** What each is known by, under the names that `columns` has. */
  identity: SQL;
  columns: readonly string[];
  tables: SQL;
  where: SQL;
  /** Its place in the order. */
  keys: readonly SQL[];
  direction: Direction;
  limit: SQL;
  /** How many rows are few: see {@link fewOf}. */
  most: number;
};

/** What things are called, by which they stand far from where chance would have them if their words are asked for. */
const isOfName = (key: string | undefined) => key?.endsWith('Zh') === true;

/**
 * How many rows that pass a filter are few; null where the order is walked in any case: words are spread evenly over
 * any order but that of names, and of the texts of other things all hits would be found twice.
 * @param key by which column the rows are ordered first
 */
export function fewOf(
  { listing, filter }: { listing: Listing; filter: FilterValue },
  key: string | undefined,
): number | null {
  const words = wordsAskedAt(listing, filter);
  if (words.length === 0) return fewRows.toSort;
  const isOwn = words.length === 1 && words[0] === 'filter.text';
  return isOwn && isOfName(key) ? fewRows.toSortOfWords : null;
}

/**
 * The rows of a page where PostgreSQL chooses the way: if only few pass the filter, they are found and sorted, however
 * far from each other they lie in the order. By itself it takes them for spread evenly, and walks the order to the first of them,
 * which may be the last of all. Whether they are few is found out by finding them, so that no more than that is lost.
 */
export function fewSorted(page: RowsOfPage): SQL {
  const { identity, tables, where, direction, limit, most } = page;
  const names = page.keys.map((_, at) => sql.identifier(`k${at}`));
  const all = list([
    identity,
    ...page.keys.map((key, at) => sql`${key} as ${sql.identifier(`k${at}`)}`),
  ]);
  const columns = list(page.columns.map((name) => sql.identifier(name)));
  const found = sql`select ${all} from ${tables} where (${where})`;
  const isFew = sql`(select count(*) from few) <= ${sql.raw(String(most))}`;
  const ordered = orderOf(
    names.map((name) => sql`${name}`),
    direction,
  );
  const sorted = sql`select * from few where ${isFew} order by ${ordered} limit ${limit}`;
  const walked = sql`${found} and not ${isFew} order by ${orderOf(page.keys, direction)} limit ${limit}`;
  return sql`with few as materialized (${found} limit ${sql.raw(String(most + 1))}) select ${columns} from ((${sorted}) union all (${walked})) either order by ${ordered}`;
}

const list = (parts: readonly SQLWrapper[]) => sql.join([...parts], sql`, `);
