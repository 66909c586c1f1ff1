import { SQL, is, sql } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import type { Database } from '../database.ts';
import { isPackedAmong, onlyPostgres, packed, postgresType, unpacked } from '../dialect.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import type { ReviewState } from '../../vocabulary/reviews.ts';
import { valueCounts } from './value-counts.ts';
import { isSingleValue, placeAround, wordsIn } from '../found-sets.ts';
import { facetsUnder, facetsWithin } from './facet-counts.ts';
import { follows } from '../columns/word-columns.ts';
import { countedColumns, countsOf, rowCounts } from './counted-columns.ts';

/** What a filter asks of one column: that its value is among some. */
type AskedColumn = { field: string; values: SQL };

/**
 * What a filter asks of a table's columns where that is all that it asks: for each that its value is
 * among some. Null for any other filter.
 */
function askedColumns(filter: object): AskedColumn[] | null {
  const asked: AskedColumn[] = [];
  for (const [field, value] of Object.entries(filter) as [string, unknown][]) {
    if (field === 'AND' && Array.isArray(value)) {
      for (const part of value as object[]) {
        const theirs = askedColumns(part);
        if (!theirs) return null;
        asked.push(...theirs);
      }
      continue;
    }
    if (typeof value !== 'object' || value === null) return null;
    const { in: values, notIn, ...others } = value as { in?: unknown; notIn?: unknown };
    if (!is(values, SQL) || Object.keys(others).length > 0) return null;
    if (notIn !== undefined && !follows(notIn)) return null;
    asked.push({ field, values });
  }
  return asked;
}

const isCounted = (name: TableName, field: string) =>
  countedColumns[name]?.includes(field) === true;

/** How many rows of a table pass a filter, as a query, where that was counted at import; null where not. */
export function storedCount(name: TableName, filter: object): SQL | null {
  const asked = askedColumns(filter);
  if (!asked || asked.length > 1) return null;
  const [only] = asked;
  if (!only)
    return sumOf(rowCounts, sql`${valueCounts.value} = ${packed(sql.raw(`'${name}'`), 'text')}`);
  return isCounted(name, only.field)
    ? sumOf(countsOf(name, only.field), isAmong(name, only))
    : null;
}

const sumOf = (name: string, which: SQL) =>
  sql`select coalesce(sum(${valueCounts.count}), 0) from ${valueCounts} where ${nameIs(name)} and ${which}`;

/** Holds for what was counted of one of the values that are asked for. */
const isAmong = (name: TableName, { field, values }: AskedColumn): SQL =>
  isPackedAmong(valueCounts.value, values, {
    type: typeOf(name, field),
    isSingle: isSingleValue(values),
  });

const typeOf = (name: TableName, field: string) =>
  postgresType(columnOf(relations[name].table, field));

const nameIs = (name: string) => sql`${valueCounts.name} = ${sql.raw(`'${name}'`)}`;

/** By its name: how many rows of each table were counted. */
export const readRowCounts = (db: Database): Map<unknown, number> =>
  new Map(
    db
      .all<{ value: unknown; count: number }>(
        sql`select ${valueCounts.value} as value, ${valueCounts.count} as count from ${valueCounts} where ${nameIs(rowCounts)}`,
      )
      .map(({ value, count }) => [value, count]),
  );

const curated = 'CURATED' satisfies ReviewState;
const unreviewed = 'UNREVIEWED' satisfies ReviewState;

/** What was counted of each value of a column, without the rows that nobody has reviewed. */
function curatedOnly(name: TableName, column: string, counts: SQL): SQL {
  const { table } = relations[name];
  const [own, state] = [columnOf(table, column), columnOf(table, 'reviewState')];
  const others = sql`select ${own} as k, -count(*) as n from ${table} where ${state} = ${sql.raw(`'${unreviewed}'`)} and ${own} is not null group by 1`;
  return sql`select k, sum(n) as n from (${counts} union all ${others})${onlyPostgres(() => sql` c`)} group by 1 having sum(n) > 0`;
}

/**
 * How many rows that pass a filter have each value of a column, as a query for `k` and `n`, where that was
 * counted at import; null where not.
 */
export function storedValues(name: TableName, column: string, filter: object): SQL | null {
  const asked = askedColumns(filter);
  if (!asked || asked.length > 1 || !isCounted(name, column)) return null;
  const counts = sql`select ${unpacked(valueCounts.value, typeOf(name, column))} as k, ${valueCounts.count} as n from ${valueCounts} where ${nameIs(countsOf(name, column))}`;
  const [only] = asked;
  if (!only) return counts;
  const { field, values } = only;
  if (field === column) return sql`${counts} and ${isAmong(name, only)}`;
  if (field === 'reviewState' && wordsIn(values)?.join() === curated)
    return curatedOnly(name, column, counts);
  if (name !== 'outcomes') return null;
  const place = field === 'placeId' ? placeAround(values) : undefined;
  if (place) return facetsWithin(column, place);
  return isSingleValue(values) ? facetsUnder(field, column, values) : null;
}
