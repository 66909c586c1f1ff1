import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper, Table } from 'drizzle-orm';
import { columnOf } from '../column-of.ts';
import { crossJoin, unindexed, unlessPostgres } from '../dialect.ts';
import { asNamed, asSingle, isSingleValue } from '../found-sets.ts';
import { sources } from '../tables/source.ts';

/*
 * A row is found by its code in one of two ways: by the index of codes that its table has, or where the
 * code says that it stands. `xinghe-2023/all-advised` is of the report `xinghe-2023`, whose rows have a
 * stretch of numbers for themselves (see `entry-number.ts`); among these it is the one with the code. An
 * index of codes takes up to half as much room as its table, so that tables of many rows have none.
 */

/** Whether the rows of a table are found in the stretch of their report, since no index has their codes. */
export const isFoundInReport = (table: Table): boolean => !columnOf(table, 'code').isUnique;

/** The report whose row has a code: what stands before the stroke. */
const reportOf = (code: SQLWrapper): SQL =>
  unlessPostgres(
    sql`substr(${code}, 1, instr(${code}, '/') - 1)`,
    () => sql`split_part(${code}, '/', 1)`,
  );

/** The rows of a table in the stretch of a report, and that report in `sources`. */
const rowsInReport = (table: Table, report: SQLWrapper): SQL =>
  sql`${sources} ${crossJoin} ${table} on ${columnOf(table, 'id')} > ${sources.place} and ${columnOf(table, 'id')} <= ${sources.place} + ${sources.numbers} where ${sources.kind} = 'REPORT' and ${sources.code} = ${report}`;

/** The number of the row of a table that has a code, as a value; null where there is none. */
function numberOfCode(table: Table, code: SQLWrapper): SQL {
  const [id, codes] = [columnOf(table, 'id'), columnOf(table, 'code')];
  return isFoundInReport(table)
    ? sql`(select ${id} from ${rowsInReport(table, reportOf(code))} and ${codes} = ${code})`
    : sql`(select ${id} from ${table} where ${codes} = ${code})`;
}

/** Holds for the row of a table that has a code, under whatever name the row goes. */
export const hasCode = (table: Table, code: SQLWrapper, row: Table = table): SQL =>
  isFoundInReport(table)
    ? sql`${columnOf(row, 'id')} = ${numberOfCode(table, code)}`
    : sql`${columnOf(row, 'code')} = ${code}`;

/**
 * The numbers of the rows of a table that have one of some codes, to stand after `in`. A code that no row
 * has gives 0, which is no number of a row: with null in it, a set is never known to lack something.
 */
function numbersOfCodes(table: Table, codes: SQL): SQL {
  const numberOf = (code: SQL) => sql`coalesce(${numberOfCode(table, code)}, 0)`;
  if (isSingleValue(codes)) return asSingle(sql`(${unindexed(numberOf(codes))})`);
  const all = sql`select ${numberOf(sql`asked.value`)} from ${codes} asked`;
  // Found before all else, and known to be few: PostgreSQL would rather join all rows than look some up.
  return unlessPostgres(sql`(${all})`, () => sql`(select unnest(array(${all})))`);
}

/**
 * The filter for the rows of a table that have one of some codes.
 * @param codes what stands after `in`: one value, or a query whose column is called `value`
 */
export const withCodes = (table: Table, codes: SQL): object =>
  isFoundInReport(table)
    ? { id: { in: asNamed(numbersOfCodes(table, codes)) } }
    : { code: { in: codes } };

/** Those of some codes that rows of a table have, to stand after `in`. */
export const codesAmong = (table: Table, codes: SQL): SQL =>
  isFoundInReport(table)
    ? sql`(select ${columnOf(table, 'code')} from ${table} where ${columnOf(table, 'id')} in ${numbersOfCodes(table, codes)})`
    : sql`(select ${columnOf(table, 'code')} from ${table} where ${columnOf(table, 'code')} in ${codes})`;

/** Holds for the rows of a table whose codes stand under that of a report, as `xinghe-2023/…`. */
export const isUnderReport = (table: Table, report: string): SQL =>
  isFoundInReport(table)
    ? sql`${columnOf(table, 'id')} in (select ${columnOf(table, 'id')} from ${rowsInReport(table, sql`${report}`)})`
    : sql`${columnOf(table, 'code')} >= ${`${report}/`} and ${columnOf(table, 'code')} < ${`${report}0`}`;

/**
 * How many rows of a table whose rows are found in their report are found by their codes, each of them
 * and no other by its own.
 * @param report the code of one report; null for all
 */
export const countFoundByCode = (table: Table, report: string | null): SQL => {
  const [id, codes] = [columnOf(table, 'id'), columnOf(table, 'code')];
  const own = sql`select count(distinct ${codes}) from ${table} where ${id} > ${sources.place} and ${id} <= ${sources.place} + ${sources.numbers} and ${reportOf(codes)} = ${sources.code}`;
  return sql`select coalesce(sum((${own})), 0) as found from ${sources} where ${sources.kind} = 'REPORT'${report === null ? sql`` : sql` and ${sources.code} = ${report}`}`;
};
