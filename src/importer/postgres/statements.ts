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
type Row = Record<string, SqliteValue>;

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

/**
 * A condition over one whole number as text for PostgreSQL, for any such number: what is written once costs
 * nothing for each report.
 * @param conditionOf gives it with the number as its only parameter
 */
export function forNumber(conditionOf: (number: number) => SQL): (number: number) => string {
  const { sql: text, params } = postgres.sqlToQuery(conditionOf(0));
  if (params.some((each) => each !== 0)) throw new Error(`not of one number alone: ${text}`);
  return (number) => text.replaceAll(/\$\d+/g, String(number));
}

/** Runs statements without parameters, one after the other; gives how many rows each has met. */
export async function runAll(client: pg.Client, statements: readonly string[]): Promise<number[]> {
  if (statements.length === 0) return [];
  const found: unknown = await client.query(statements.join(';\n'));
  const results = (Array.isArray(found) ? found : [found]) as pg.QueryResult[];
  return results.map(({ rowCount }) => rowCount ?? 0);
}

const selectOf = ({ name, columns }: CatalogTable, condition: string): string =>
  `select ${listOf(columns.map((column) => column.name))} from ${quoteName(name)} where ${condition}`;

/** The rows of a table in a snapshot that meet a condition, as lines that COPY reads. */
export function* linesOf(client: Client, table: CatalogTable, which: SQL): Generator<string> {
  const { sql: condition, params } = sqlite.sqlToQuery(which);
  const rows = client.prepare(selectOf(table, condition)).raw();
  for (const row of rows.iterate(...params) as Iterable<SqliteValue[]>)
    yield copyLine(table.columns, row);
}

/** The same of a condition over a number, for each of some numbers. */
export function* linesForNumbers(
  client: Client,
  table: CatalogTable,
  conditionOf: (number: number) => SQL,
  numbers: readonly number[],
): Generator<string> {
  const { sql: condition, params } = sqlite.sqlToQuery(conditionOf(0));
  const rows = client.prepare(selectOf(table, condition)).raw();
  for (const number of numbers)
    for (const row of rows.all(...params.map(() => number)) as SqliteValue[][])
      yield copyLine(table.columns, row);
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
