import { SQL, getColumns, sql } from 'drizzle-orm';
import type { Table } from 'drizzle-orm';
import { isSingle } from '../../fields/field-arguments.ts';
import { setOfStep } from '../../db/relations/step-forms.ts';
import type { BoundValue } from '../../fields/field-arguments.ts';

/** How a key of an order is made of the column that it stands for: see `missingLast` in `db/columns.ts`. */
const madeOf = /^coalesce\("(\w+)", (.+)\)$/;

/**
 * What a filter of the column that an order goes by says of the key of that order, so that its index
 * is looked up and not walked: rows of 2020 by year begin where 2020 begins.
 * @param key the key of the order, as a property of the table
 */
export function impliedBy(table: Table, parts: readonly object[], key: string): object[] {
  const columns = getColumns(table);
  const made = columns[key]?.generated?.as;
  if (!(made instanceof SQL)) return [];
  const [text = ''] = made.queryChunks.flatMap((chunk) =>
    'value' in Object(chunk) ? String((chunk as { value: unknown }).value) : [],
  );
  const [, name, missing = ''] = madeOf.exec(text) ?? [];
  const column = Object.keys(columns).find((each) => columns[each]?.name === name);
  if (column === undefined) return [];
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
