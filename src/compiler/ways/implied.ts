import { getColumns, sql } from 'drizzle-orm';
import type { Column, Table } from 'drizzle-orm';
import { valuesBeside } from '../../db/word-columns.ts';
import { isSingle, wordsIn } from '../../fields/field-arguments.ts';
import { toldByColumn } from '../../db/derived-columns.ts';
import { setOfStep } from '../../db/relations/step-forms.ts';
import type { BoundValue } from '../../fields/field-arguments.ts';

/** What a column tells of others that is no key of an order: see `missingLast` in `db/columns.ts`. */
const noKey = { missing: null };

/**
 * What a filter of the column that an order goes by says of the key of that order, so that its index
 * is looked up and not walked: rows of 2020 by year begin where 2020 begins.
 * @param key the key of the order, as a property of the table
 */
export function impliedBy(table: Table, parts: readonly object[], key: string): object[] {
  const columns: Record<string, Column> = getColumns(table);
  const own = columns[key];
  const told = own ? Object.entries(toldByColumn(own)) : [];
  const [name, { missing }] = told.find(([, each]) => each.missing !== null) ?? ['', noKey];
  const column = Object.keys(columns).find((each) => columns[each]?.name === name);
  if (column === undefined || missing === null) return [];
  return parts.flatMap((part) => {
    const asked = (part as Record<string, object | undefined>)[column];
    if (!asked || 'isNotNull' in asked) return [];
    if ('in' in asked && !isSingle(asked.in as BoundValue)) return [];
    // What has no value is no smaller and no larger than any, and passes no range.
    return [{ [key]: 'isNull' in asked ? { eq: sql.raw(missing) } : asked }];
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

/** What words that are asked for say of other columns: a statement has no value. */
export function saidByWords(table: Table, parts: readonly object[]): object[] {
  const columns: Record<string, Column> = getColumns(table);
  return parts.flatMap((part) =>
    Object.entries(part).flatMap(([key, asked]: [string, unknown]) => {
      const column = columns[key];
      const words = column && wordsIn((Object(asked) as { in?: BoundValue }).in);
      if (!words) return [];
      return valuesBeside(table, column, words).map(({ other, isPresent }) => {
        const [name = ''] = Object.entries(columns).find(([, each]) => each.name === other) ?? [];
        return { [name]: isPresent ? { isNotNull: true } : { isNull: true } };
      });
    }),
  );
}
