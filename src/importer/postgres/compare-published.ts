import { sql } from 'drizzle-orm';
import { getTableName } from 'drizzle-orm';
import { layoutOf } from '../../db/layout.ts';
import { searchTable } from '../../db/postgres/search-rows.ts';
import type { TableName } from '../../db/relations.ts';
import { tablesVersion } from '../../db/snapshot/migrations.ts';
import { lineOfSource, versionOf } from '../../db/snapshot/data-version.ts';
import { rowCounts } from '../../db/statistics/counted-columns.ts';
import { sources } from '../../db/tables/source.ts';
import { valueCounts } from '../../db/statistics/value-counts.ts';
import { tableNames } from '../convert/table-names.ts';
import type { Ask } from './statements.ts';

/** By the name of a table in the database: how many rows came, and how many went. */
export type RowChange = {
  added: ReadonlyMap<string, number>;
  removed: ReadonlyMap<string, number>;
};

/** By the name that the program has for a table: how many rows it holds. */
export type TableCounts = ReadonlyMap<string, number>;

/** How many rows PostgreSQL says that each table holds. */
export async function readPublishedCounts(ask: Ask): Promise<TableCounts> {
  const rows = await ask<{ name: string; count: number }>(
    sql`select text_of(${valueCounts.value}) as name, ${valueCounts.count} as count from ${valueCounts} where ${valueCounts.name} = ${rowCounts}`,
  );
  return new Map(rows.map(({ name, count }) => [name, count]));
}

/**
 * Holds what was published against the snapshot, before anybody can see it: that as many rows of each table came
 * and went as it holds more or fewer, and that the digests of all it was made of give its version.
 * @throws DifferingError
 */
export async function comparePublished(
  ask: Ask,
  { before, change }: { before: TableCounts; change: RowChange },
  wanted: { version: string; counts: TableCounts },
): Promise<void> {
  const nameOf = (name: TableName) => getTableName(layoutOf(name).table);
  for (const name of tableNames) insistOn(nameOf(name), name);
  insistOn(searchTable.name, 'searchEntries');
  function insistOn(table: string, name: TableName): void {
    const sum =
      (before.get(name) ?? 0) + (change.added.get(table) ?? 0) - (change.removed.get(table) ?? 0);
    const count = wanted.counts.get(name) ?? 0;
    if (sum !== count)
      throw new DifferingError(`${table} would hold ${sum} rows instead of ${count}`);
  }
  const [found] = await ask<{ lines: string | null }>(
    sql`select string_agg(${lineOfSource}, chr(10) order by ${sources.kind}, ${sources.code}) as lines from ${sources}`,
  );
  const lines = found?.lines ?? '';
  const version = versionOf({
    tables: tablesVersion,
    lines,
    counts: await readPublishedCounts(ask),
  });
  if (version !== wanted.version)
    throw new DifferingError(`it would be of the version ${version} instead of ${wanted.version}`);
}

/** What would be published is not what the snapshot holds. */
export class DifferingError extends Error {
  constructor(what: string) {
    super(`what PostgreSQL would hold is not the snapshot: ${what}; nothing was changed`);
    this.name = 'DifferingError';
  }
}
