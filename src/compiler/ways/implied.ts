import { getColumns, sql } from 'drizzle-orm';
import type { Column, SQLWrapper, Table } from 'drizzle-orm';
import { missingBeside } from '../../db/columns/word-columns.ts';
import { isSingle } from '../../fields/field-arguments.ts';
import { daysOfYear, yearIn } from '../../db/columns/year-columns.ts';
import { toldByColumn } from '../../db/columns/derived-columns.ts';
import { setOfStep } from '../../db/relations/step-forms.ts';
import type { BoundValue } from '../../fields/field-arguments.ts';
import { isList, wordsIn } from '../../db/found-sets.ts';

/** What a column tells of others that is no key of an order: see `missingLast` in `db/columns.ts`. */
const noKey = { missing: null };

/** The column that a key of an order is made of, as a property of the table, and what stands for no value in it. */
function ofKey(table: Table, key: string): { column: string; missing: string } | null {
  const columns: Record<string, Column> = getColumns(table);
  const own = columns[key];
  const told = own ? Object.entries(toldByColumn(own)) : [];
  const [name, { missing }] = told.find(([, each]) => each.missing !== null) ?? ['', noKey];
  const column = Object.keys(columns).find((each) => columns[each]?.name === name);
  return column === undefined || missing === null ? null : { column, missing };
}

type Asked = Record<string, ({ in?: BoundValue } & object) | undefined>;

/**
 * What a filter of the column that an order goes by says of the key of that order, so that its index
 * is looked up and not walked: rows of 2020 by year begin where 2020 begins.
 * @param key the key of the order, as a property of the table
 */
export function impliedBy(table: Table, parts: readonly object[], key: string): object[] {
  const of = ofKey(table, key);
  if (!of) return [];
  return parts.flatMap((part) => {
    const asked = (part as Asked)[of.column];
    if (!asked || 'isNotNull' in asked) return [];
    if (asked.in && !isSingle(asked.in)) return [];
    // What has no value is no smaller and no larger than any, and passes no range.
    return [{ [key]: 'isNull' in asked ? { eq: sql.raw(of.missing) } : asked }];
  });
}

/** Between which ends the key of an order lies, where a filter lists values of its column. */
export function betweenFor(table: Table, parts: readonly object[], key: string): object[] {
  const of = ofKey(table, key);
  if (!of) return [];
  return parts.flatMap((part) => {
    const list = (part as Asked)[of.column]?.in;
    if (!list || isSingle(list) || !isList(list)) return [];
    const end = (which: 'min' | 'max') => sql`(select ${sql.raw(which)}(value) from ${list})`;
    return [{ [key]: { gte: end('min'), lte: end('max') } }];
  });
}

/** What steps over a column that may have no value say of it: it has one. */
export function presentFor(table: Table, parts: readonly object[]): object[] {
  const columns = Object.entries(getColumns(table));
  return parts.flatMap((part) => {
    const set = setOfStep(part);
    const [key, column] = columns.find(([, { name }]) => name === set?.column) ?? [];
    return key === undefined || column?.notNull || column?.primary
      ? []
      : [{ [key]: { isNotNull: true } }];
  });
}

/** What a filter says of other columns by what always holds of the table: a statement has no value. */
export function missingFor(table: Table, parts: readonly object[]): object[] {
  const columns: Record<string, Column> = getColumns(table);
  const keyOf = (wanted: string) =>
    Object.keys(columns).find((key) => columns[key]?.name === wanted) ?? wanted;
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([key, asked]: [string, unknown]) => {
      const column = columns[key];
      const { in: list, isNull } = Object(asked) as { in?: BoundValue; isNull?: true };
      const words = wordsIn(list) ?? null;
      if (!column || (words === null && !isNull)) return [];
      return missingBeside(table, column.name, words).map((name) => ({
        [keyOf(name)]: { isNull: true },
      }));
    }),
  );
}

/**
 * In which years rows lie whose days lie between two, for an order that goes by the year: a row has the year of
 * its own day.
 */
export function yearsFor(table: Table, parts: readonly object[], key: string): object[] {
  const columns: Record<string, Column> = getColumns(table);
  const year = columns[ofKey(table, key)?.column ?? '']?.name;
  const days = year === undefined ? [] : daysOfYear(table, year);
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([property, asked]: [string, unknown]) => {
      if (!days.includes(columns[property]?.name ?? '')) return [];
      const ends = Object.entries(Object(asked) as Record<string, SQLWrapper>).filter(
        ([end]) => end === 'gte' || end === 'lte',
      );
      const years = ends.map(([end, day]) => [end, sql`(${yearIn(sql`${day}`)})`]);
      return years.length === 0 ? [] : [{ [key]: Object.fromEntries(years) as object }];
    }),
  );
}
