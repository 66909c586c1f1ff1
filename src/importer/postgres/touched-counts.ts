import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { columnOf } from '../../db/column-of.ts';
import { layoutOf } from '../../db/layout.ts';
import type { SqliteValue } from '../../db/postgres/copy-lines.ts';
import type { TableName } from '../../db/relations.ts';
import { countedColumns, countsOf } from '../../db/statistics/counted-columns.ts';
import { facetColumns, facetsOf } from '../../db/statistics/facet-counts.ts';
import { outcomes } from '../../db/tables/outcome.ts';
import { placeAncestors } from '../../db/tables/vocabulary.ts';
import type { Ask } from './statements.ts';

/*
 * Which of the stored counts and facets reports can have a part in, by the keys of their rows. Some of
 * these rows are as they were; none that is not is left out.
 */

/** The key of a row: a value for each column of the key. */
export type Key = readonly SqliteValue[];

/** Keys without doubles. */
export class Keys {
  #known = new Map<string, Key>();

  add(key: Key): void {
    this.#known.set(JSON.stringify(key), key);
  }

  all(): Key[] {
    return [...this.#known.values()];
  }
}

const among = (ids: readonly number[]): SQL => sql`(${sql.raw(ids.join(', '))})`;

const distinct = (columns: Readonly<Record<string, SQL>>, from: SQL): SQL =>
  sql`select distinct ${sql.join(
    Object.entries(columns).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `,
  )} from ${from}`;

/** Of `value_counts`: name and value. */
export async function touchedValues(
  ask: Ask,
  reportIds: readonly number[],
  keys: Keys,
): Promise<void> {
  for (const [name, fields] of Object.entries(countedColumns)) {
    const { table } = layoutOf(name as TableName);
    const columns = Object.fromEntries(
      fields.map((field) => [field, sql`${columnOf(table, field)}`]),
    );
    const owner = columnOf(table, name === 'reports' ? 'id' : 'reportId');
    // oxlint-disable-next-line no-await-in-loop -- a connection answers one question after the other
    const rows = await ask(distinct(columns, sql`${table} where ${owner} in ${among(reportIds)}`));
    for (const row of rows)
      for (const [field, value] of Object.entries(row))
        if (value !== null) keys.add([countsOf(name as TableName, field), value]);
  }
}

/** By place: those that it lies in, itself among them. */
type Around = ReadonlyMap<SqliteValue, readonly SqliteValue[]>;

async function aroundPlaces(ask: Ask): Promise<Around> {
  const rows = await ask<{ place: SqliteValue; around: SqliteValue }>(
    sql`select ${placeAncestors.placeId} as place, ${placeAncestors.ancestorId} as around from ${placeAncestors}`,
  );
  const grouped = Map.groupBy(rows, ({ place }) => place);
  return new Map([...grouped].map(([place, list]) => [place, list.map(({ around }) => around)]));
}

const ofReports = (reportIds: readonly number[]) =>
  sql`${outcomes} where ${outcomes.reportId} in ${among(reportIds)}`;

/** Of `facet_counts`: pair, value and other. */
export async function touchedFacets(
  ask: Ask,
  reportIds: readonly number[],
  keys: Keys,
): Promise<void> {
  const columns = Object.fromEntries(
    facetColumns.map((name) => [name, sql`${columnOf(outcomes, name)}`]),
  );
  const around = await aroundPlaces(ask);
  const rows = await ask(distinct(columns, ofReports(reportIds)));
  for (const row of rows) {
    const places = around.get(row['placeId'] ?? null) ?? [];
    for (const key of facetsOf(row, places)) keys.add(key);
  }
}
