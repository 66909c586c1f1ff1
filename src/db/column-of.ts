import { getColumns, getTableName } from 'drizzle-orm';
import type { Column, Table } from 'drizzle-orm';

/** A column of a table, under whatever name that goes, by its property. */
export function columnOf(table: Table, name: string): Column {
  const column = getColumns(table)[name];
  if (!column) throw new Error(`no column ${name} in ${getTableName(table)}`);
  return column;
}
