import { Column, getColumns, is } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from '../columns/table-config.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';

/** The columns of a table by which rows are found, and the keys by which they are ordered, by their properties. */
export type BoundedTable = {
  columns: readonly { name: string; column: SQLiteColumn; hasWords: boolean }[];
  keys: readonly string[];
};

/**
 * What bounds are kept of: each column that leads an index, in the order of each other key. Such is the first
 * column of an index whose second tells any two rows apart.
 */
export function boundedIn(name: TableName): BoundedTable {
  const { table } = relations[name];
  const { indexes } = tableConfigOf(table);
  const own = Object.entries<SQLiteColumn>(getColumns(table));
  const propertyOf = (column: unknown) =>
    is(column, Column) ? own.find(([, { name: held }]) => held === column.name)?.[0] : undefined;
  const codeOrder = own.find(([property]) => property === 'codeOrder')?.[1];
  const keys = new Set<string>();
  const leading = new Set<string>();
  for (const { config } of indexes) {
    const [first, second] = config.columns;
    const isKey = is(second, Column) && second.name === codeOrder?.name;
    const present = config.where?.queryChunks.find((chunk) => is(chunk, Column));
    const [key, column] = [propertyOf(first), propertyOf(present ?? first)];
    if (isKey && key !== undefined) keys.add(key);
    else if (column !== undefined) leading.add(column);
  }
  const columns = [...leading].flatMap((property) => {
    const column = own.find(([each]) => each === property)?.[1];
    if (!column || column.primary || column.isUnique || keys.has(property)) return [];
    return [{ name: property, column, hasWords: column.getSQLType() !== 'real' }];
  });
  return { columns: keys.size === 0 ? [] : columns, keys: [...keys] };
}
