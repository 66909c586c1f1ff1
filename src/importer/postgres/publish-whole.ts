import type pg from 'pg';
import type { Client } from '../../db/client.ts';
import { copyIn } from '../../db/postgres/copy-in.ts';
import { copyLine, inPieces } from '../../db/postgres/copy-lines.ts';
import type { SqliteValue } from '../../db/postgres/copy-lines.ts';
import { readCatalog } from '../../db/postgres/catalog.ts';
import type { CatalogTable } from '../../db/postgres/catalog.ts';
import {
  createFunctions,
  createIndexes,
  createTable,
  quoteName,
} from '../../db/postgres/create-tables.ts';
import {
  createSearchIndexes,
  createSearchTable,
  searchLines,
  searchTable,
} from '../../db/postgres/search-rows.ts';

/** All rows of a table as lines, or those of a condition. */
export function* tableLines(client: Client, { name, columns }: CatalogTable): Generator<string> {
  const list = columns.map((column) => quoteName(column.name)).join(', ');
  const rows = client
    .prepare(`select ${list} from ${quoteName(name)}`)
    .raw()
    .iterate();
  for (const row of rows as Iterable<SqliteValue[]>) yield copyLine(columns, row);
}

/** Fills a schema that nobody reads yet with all that a snapshot holds. */
export async function fillSchema(client: pg.Client, snapshot: Client, schema: string) {
  await client.query(`create schema ${quoteName(schema)}`);
  await client.query(`set local search_path = ${quoteName(schema)}`);
  for (const statement of createFunctions) await client.query(statement);
  const catalog = readCatalog(snapshot);
  for (const table of catalog) {
    await client.query(createTable(table));
    const into = `copy ${quoteName(table.name)} (${table.columns.map(({ name }) => quoteName(name)).join(', ')}) from stdin with (freeze)`;
    await copyIn(client, into, inPieces(tableLines(snapshot, table)));
  }
  await client.query(createSearchTable);
  await copyIn(
    client,
    `copy ${searchTable} from stdin with (freeze)`,
    inPieces(searchLines(snapshot)),
  );
  for (const table of catalog)
    for (const statement of createIndexes(table)) await client.query(statement);
  for (const statement of createSearchIndexes) await client.query(statement);
  await client.query('analyze');
}
