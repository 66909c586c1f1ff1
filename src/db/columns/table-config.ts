import type { Table } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

type TableConfig = ReturnType<typeof getTableConfig>;

const known = new WeakMap<Table, TableConfig>();

/** The columns, indexes, keys and checks of a table, which drizzle puts together anew whenever it is asked. */
export function tableConfigOf(table: Table): TableConfig {
  const config = known.get(table) ?? getTableConfig(table as SQLiteTable);
  known.set(table, config);
  return config;
}
