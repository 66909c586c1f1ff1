import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { orderOf } from '../db/keyset.ts';
import type { Direction } from '../db/keyset.ts';
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
  /** Whether the filter asks for words in texts. */
  isOfWords: boolean;
};

/**
 * The rows of a page where PostgreSQL chooses the way: if only few pass the filter, they are found and sorted, however
 * far from each other they lie in the order. By itself it takes them for spread evenly, and walks the order to the first of them,
 * which may be the last of all. Whether they are few is found out by finding them, so that no more than that is lost.
 */
export function fewSorted(page: RowsOfPage): SQL {
  const { identity, tables, where, direction, limit, isOfWords } = page;
  const most = isOfWords ? fewRows.toSortOfWords : fewRows.toSort;
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
