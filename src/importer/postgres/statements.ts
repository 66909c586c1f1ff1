import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import type pg from 'pg';
import type { Client } from '../../db/client.ts';
import type { CatalogTable } from '../../db/postgres/catalog.ts';
import { copyIn } from '../../db/postgres/copy-in.ts';
import { copyLine, inPieces } from '../../db/postgres/copy-lines.ts';
import type { SqliteValue } from '../../db/postgres/copy-lines.ts';
import { listOf, quoteName } from '../../db/postgres/create-tables.ts';

const sqlite = new SQLiteDialect();
const postgres = new PgDialect();

/** A row of either database, by the names of its columns. */
export type Row = Record<string, SqliteValue>;

/** Asks the same of a snapshot or of PostgreSQL: what is written in the SQL that both have. */
export type Ask = <Found = Row>(query: SQL) => Promise<Found[]>;

export const askSnapshot =
  (client: Client): Ask =>
  async (query) => {
    const { sql: text, params } = sqlite.sqlToQuery(query);
    return client.prepare(text).all(...params) as never[];
  };

export const askPostgres =
  (client: pg.Client): Ask =>
  async (query) => {
    const { sql: text, params } = postgres.sqlToQuery(query);
    const { rows } = await client.query(text, params);
    return rows as never[];
  };

/** A condition over whole numbers as text for PostgreSQL, its numbers in their places. */
export function inlined(condition: SQL): string {
  const { sql: text, params } = postgres.sqlToQuery(condition);
  return text.replaceAll(/\$(\d+)/g, (_found, nth: string) => {
    const value = params[Number(nth) - 1];
    if (!Number.isSafeInteger(value)) throw new Error(`no whole number stands in: ${text}`);
    return String(value);
  });
}

/** Runs statements without parameters, one after the other; gives how many rows each has met. */
export async function runAll(client: pg.Client, statements: readonly string[]): Promise<number[]> {
  if (statements.length === 0) return [];
  const found: unknown = await client.query(statements.join(';\n'));
  const results = (Array.isArray(found) ? found : [found]) as pg.QueryResult[];
  return results.map(({ rowCount }) => rowCount ?? 0);
}

/** The rows of a table in a snapshot that meet a condition, as lines that COPY reads. */
export function* linesOf(client: Client, table: CatalogTable, which: SQL): Generator<string> {
  const { sql: condition, params } = sqlite.sqlToQuery(which);
  const names = table.columns.map(({ name }) => name);
  const select = `select ${listOf(names)} from ${quoteName(table.name)} where ${condition}`;
  const rows = client
    .prepare(select)
    .raw()
    .iterate(...params);
  for (const row of rows as Iterable<SqliteValue[]>) yield copyLine(table.columns, row);
}

/** What is copied into a table, and whether nobody can have seen it before. */
type CopyOptions = { isNew?: boolean };

/** Copies lines into a table; gives how many. */
export const copyInto = (
  client: pg.Client,
  { name, columns }: Pick<CatalogTable, 'name' | 'columns'>,
  lines: Iterable<string>,
  { isNew = false }: CopyOptions = {},
): Promise<number> =>
  copyIn(
    client,
    `copy ${quoteName(name)} (${listOf(columns.map((column) => column.name))}) from stdin${isNew ? ' with (freeze)' : ''}`,
    inPieces(lines),
  );
