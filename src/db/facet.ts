import { getColumns, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import { limits } from '../limits.ts';
import { columnOf } from './column-of.ts';
import { onlyPostgres } from './dialect.ts';
import { jsonGroup, jsonObject } from './json.ts';
import { relations } from './relations.ts';
import type { TableName } from './relations.ts';
import { remembered } from './dialect.ts';

/** Whose values are counted: a column that holds them, or that names rows of another table. */
export type FacetColumn = { column: string; of?: TableName };

/** The rows that a facet counts. */
export type CountedRows = {
  row: Table;
  /** How they are selected: what stands from `from` to the end. */
  from: SQL;
  /** A query for what was counted of them at import, as `k` and `n`. */
  stored: SQL | null;
  /** By what the values are known once they were counted; see `remembered`. */
  key?: (() => SQL) | undefined;
};

/** One value, how many rows have it, and how it is called where it has a name. */
export type FacetRow = { value: string; zh: string; en: string; count: number };

/** No facet has more values than this; those of most rows come first. */
export const maximumFacetValues = limits.facetValues.value;

/**
 * How many rows have each value of a column, most first, as a JSON list of {@link FacetRow}. Rows
 * without a value are not counted.
 */
export function countValues(counted: CountedRows, facet: FacetColumn): SQL {
  const { key } = counted;
  const values = countAnew(counted, facet);
  return key
    ? remembered(() => sql`'facet', ${sql.raw(`'${facet.column}'`)}, ${key()}`, values)
    : values;
}

/** Of which count the last value is told: what is cited need only be looked up of those with as many. */
const leastTold = (stored: SQL): SQL =>
  sql`coalesce((select n from (${stored})${onlyPostgres(() => sql` s`)} order by n desc limit 1 offset ${sql.raw(String(maximumFacetValues - 1))}), 0)`;

function countAnew({ row, from, stored }: CountedRows, { column, of }: FacetColumn): SQL {
  const key = stored ? sql`k` : columnOf(row, column);
  const target: Table | null = of ? relations[of].table : null;
  // Equal counts stand by what is cited, not by row numbers, which another import gives anew.
  const tie = target ? sql`(select t."code" from ${target} t where t."id" = ${key})` : sql`${key}`;
  const counts = stored
    ? sql`select k, n from (${stored})${onlyPostgres(() => sql` s`)}${target ? sql` where n >= ${leastTold(stored)}` : sql``}`
    : sql`select ${key} as k, count(*) as n ${from} and ${key} is not null group by ${key}`;
  const counted = sql`(${counts} order by n desc, ${tie} limit ${sql.raw(String(maximumFacetValues))}) g`;
  const entry = (value: SQLWrapper, zh: SQLWrapper, en: SQLWrapper) =>
    jsonGroup(
      jsonObject({
        value: sql`cast(${value} as text)`,
        zh: sql`cast(${zh} as text)`,
        en: sql`cast(${en} as text)`,
        count: sql`g.n`,
      }),
      sql`g.n desc, ${value}`,
    );
  if (!target) return sql`(select ${entry(sql`g.k`, sql`g.k`, sql`g.k`)} from ${counted})`;
  // The rows that are counted may be of the same table: wholes and their parts.
  const named = (name: string) => sql`t.${sql.identifier(columnOf(target, name).name)}`;
  const own = getColumns(target);
  const [zh, en] = own['titleZh'] ? ['titleZh', 'titleEn'] : ['nameZh', 'nameEn'];
  return sql`(select ${entry(named('code'), named(zh), sql`coalesce(${named(en)}, ${named(zh)})`)} from ${counted} join ${target} t on ${named('id')} = g.k)`;
}
