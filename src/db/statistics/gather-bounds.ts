import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import type { Connection, Writing } from '../database.ts';
import { ofReport } from '../layout.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { boundedIn } from './bounded-columns.ts';
import type { BoundedTable } from './bounded-columns.ts';
import { countedColumns, countsOf } from './counted-columns.ts';
import { anyValue, boundsOf, noValue, valueBounds } from './value-bounds.ts';
import { valueCounts } from './value-counts.ts';

type Db = Pick<Writing, 'db'>;

const bounded = (Object.keys(relations) as TableName[])
  .map((name) => ({ name, ...boundedIn(name) }))
  .filter(({ columns }) => columns.length > 0);

/** Of fewer rows with a value no bounds are kept. */
const fewestRows = 1000;

/** Keeps the bounds of all rows of a database that has just been written. */
export function gatherBounds({ db }: Db, fewest = fewestRows): void {
  for (const { name, columns, keys } of bounded) {
    for (const column of columns) {
      for (const { value, rows } of valuesOf(column)) {
        const which = sql`${rows} group by 1 having count(*) >= ${fewest}`;
        const ends = endsOf(name, keys, { value, which });
        db.run(sql`insert into ${valueBounds} ${bothEnds(name, column, keys, ends)}`);
      }
    }
  }
}

/** Whether a row of a report lies outside the bounds of a value that it has: of which column; null where none does. */
export function faultOfBounds({ db }: Pick<Connection, 'db'>, reportId: number): string | null {
  for (const { name, columns, keys } of bounded) {
    const scope = ofReport(name, reportId);
    if (!scope) continue;
    for (const column of columns) {
      for (const { value, rows } of valuesOf(column)) {
        const ends = endsOf(name, keys, { value, which: sql`${rows} and ${scope} group by 1` });
        const { outside } = db.get<{ outside: number }>(
          sql`select count(*) as outside from (${bothEnds(name, column, keys, ends)}) n join ${valueBounds} on ${valueBounds.name} = n.name and ${valueBounds.value} = n.value and ${valueBounds.key} = n.key where n.low < ${valueBounds.low} or n.high > ${valueBounds.high}`,
        );
        if (outside > 0) return boundsOf(name, column.name);
      }
    }
  }
  return null;
}

/**
 * Widens bounds by the rows of reports that have come or changed. What has gone leaves them as they are: they
 * are only wider than they might be.
 */
export function widenBounds({ db }: Db, reportIds: readonly number[]): void {
  for (const { name, columns, keys } of bounded) {
    const own = reportIds.flatMap((id) => ofReport(name, id) ?? []);
    if (own.length === 0) continue;
    const scope = sql`(${sql.join(own, sql` or `)})`;
    for (const column of columns) {
      for (const { value, rows } of valuesOf(column)) {
        const which = sql`${rows} and ${scope} group by 1`;
        const ends = endsOf(name, keys, { value, which });
        db.run(
          sql`update ${valueBounds} set low = min(${valueBounds.low}, n.low), high = max(${valueBounds.high}, n.high) from (${bothEnds(name, column, keys, ends)}) n where ${valueBounds.name} = n.name and ${valueBounds.value} = n.value and ${valueBounds.key} = n.key`,
        );
      }
    }
  }
  dropUnused({ db });
}

/** A number that no row has any more may come to stand for something else. */
function dropUnused({ db }: Db): void {
  for (const { name, columns } of bounded) {
    for (const { name: column } of columns) {
      if (!countedColumns[name]?.includes(column)) continue;
      const isCounted = sql`select 1 from ${valueCounts} where ${valueCounts.name} = ${countsOf(name, column)} and ${valueCounts.value} = ${valueBounds.value}`;
      db.run(
        sql`delete from ${valueBounds} where ${valueBounds.name} = ${boundsOf(name, column)} and ${valueBounds.value} not in (${sql.raw(anyValue)}, ${sql.raw(noValue)}) and not exists (${isCounted})`,
      );
    }
  }
}

type BoundedColumn = BoundedTable['columns'][number];

/** What rows are told apart by: their values, and whether they have one. */
function valuesOf({ column, hasWords }: BoundedColumn): { value: SQL; rows: SQL }[] {
  const presence = sql`iif(${column} is null, ${sql.raw(noValue)}, ${sql.raw(anyValue)})`;
  return [
    ...(hasWords ? [{ value: sql`${column}`, rows: sql`${column} is not null` }] : []),
    ...(column.notNull ? [] : [{ value: presence, rows: sql`true` }]),
  ];
}

/** The least and the greatest of each key, of the rows that have a value. */
function endsOf(
  name: TableName,
  keys: readonly string[],
  { value, which }: { value: SQL; which: SQL },
): SQL {
  const { table } = relations[name];
  const ends = keys.map((key, at) => {
    const column = columnOf(table, key);
    return sql`, min(${column}) as ${sql.identifier(`low${at}`)}, max(${column}) as ${sql.identifier(`high${at}`)}`;
  });
  return sql`select ${value} as value${sql.join(ends)} from ${table} where ${which}`;
}

const bothEnds = (
  name: TableName,
  { name: column }: BoundedColumn,
  keys: readonly string[],
  ends: SQL,
): SQL =>
  sql`with e as materialized (${ends}) ${sql.join(
    keys.map(
      (key, at) =>
        sql`select ${boundsOf(name, column)} as name, value, ${key} as key, ${sql.identifier(`low${at}`)} as low, ${sql.identifier(`high${at}`)} as high from e`,
    ),
    sql` union all `,
  )}`;
