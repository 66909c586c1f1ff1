import { sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Client } from '../../db/client.ts';
import { readCatalog } from '../../db/postgres/catalog.ts';
import {
  createFunctions,
  createIndexes,
  createTable,
  quoteName,
} from '../../db/postgres/create-tables.ts';
import {
  createSearchIndexes,
  createSearchTables,
  searchLines,
  searchTable,
} from '../../db/postgres/search-rows.ts';
import { stretchesOf, stretchLines, stretchTable } from '../../db/postgres/search-stretches.ts';
import type { OnStep } from '../snapshot/progress.ts';
import type { RowChange } from './compare-published.ts';
import { linesOfMarks, marksTable } from './report-marks.ts';
import type { ReportMark } from './report-marks.ts';
import { copyInto, linesOf, runAll } from './statements.ts';

/**
 * Fills a new schema with all that a snapshot holds: first the rows, then what finds them. Nobody reads it
 * before it is named as the published one.
 * @returns by table: how many rows were copied
 */
export async function publishWhole(
  client: pg.Client,
  source: { client: Client; marks: readonly ReportMark[] },
  schema: string,
  tell: OnStep,
): Promise<RowChange> {
  const catalog = readCatalog(source.client);
  await runAll(client, [
    `create schema ${quoteName(schema)}`,
    `set local search_path = ${quoteName(schema)}`,
    ...createFunctions,
    ...[...catalog, marksTable].map(createTable),
    ...createSearchTables,
  ]);
  const added = new Map<string, number>();
  const total = catalog.length + 2;
  /* oxlint-disable no-await-in-loop -- a connection does one thing after the other */
  for (const table of catalog) {
    tell({ phase: 'copy', done: added.size, total });
    const lines = linesOf(source.client, table, sql`true`);
    added.set(table.name, await copyInto(client, table, lines, { isNew: true }));
  }
  const search = { name: searchTable.name, columns: searchTable.columns };
  tell({ phase: 'search', done: 0, total: 1 });
  const stretches = stretchesOf(source.client);
  await copyInto(client, stretchTable, stretchLines(stretches), { isNew: true });
  const entries = searchLines(source.client, stretches);
  added.set(search.name, await copyInto(client, search, entries, { isNew: true }));
  await copyInto(client, marksTable, linesOfMarks(source.marks), { isNew: true });
  const statements = [...[...catalog, marksTable].flatMap(createIndexes), ...createSearchIndexes];
  for (const [done, statement] of statements.entries()) {
    tell({ phase: 'index', done, total: statements.length });
    await client.query(statement);
  }
  /* oxlint-enable no-await-in-loop */
  tell({ phase: 'analyze', done: 0, total: 1 });
  // Names of tables, since all tables of the database would be looked at otherwise.
  const names = [...added.keys(), marksTable.name, stretchTable.name].map(quoteName);
  await client.query(`analyze ${names.join(', ')}`);
  return { added, removed: new Map() };
}
