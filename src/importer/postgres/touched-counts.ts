import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { columnOf } from '../../db/column-of.ts';
import { orderOfKey } from '../../db/groups/group.ts';
import { columnOfOutcomes } from '../../db/groups/group-keys.ts';
import type { StoredDimension } from '../../db/groups/groupings.ts';
import { groupsOfOutcome } from '../../db/groups/stored-keys.ts';
import { layoutOf } from '../../db/layout.ts';
import type { SqliteValue } from '../../db/postgres/copy-lines.ts';
import type { TableName } from '../../db/relations.ts';
import { countedColumns, countsOf } from '../../db/statistics/counted-columns.ts';
import { facetColumns, facetsOf } from '../../db/statistics/facet-counts.ts';
import { outcomes } from '../../db/tables/outcome.ts';
import { placeAncestors, places } from '../../db/tables/vocabulary.ts';
import type { Ask } from './statements.ts';

/*
 * Which of the stored counts, facets and groups reports can have a part in, by the keys of their rows. Some of
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

/** Of none it is nothing that any row has. */
const among = (ids: readonly number[]): SQL =>
  sql`(${sql.raw(ids.length === 0 ? 'null' : ids.join(', '))})`;

const distinct = (columns: Readonly<Record<string, SQL>>, from: SQL): SQL =>
  sql`select distinct ${sql.join(
    Object.entries(columns).map(([name, value]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `,
  )} from ${from}`;

/**
 * Of `value_counts`: name and value.
 * @param reportIdsOf those with whose rows of a table it has to do
 */
export async function touchedValues(
  ask: Ask,
  reportIdsOf: (name: TableName) => readonly number[],
  keys: Keys,
): Promise<void> {
  for (const [name, fields] of Object.entries(countedColumns)) {
    const { table } = layoutOf(name as TableName);
    const ids = reportIdsOf(name as TableName);
    if (ids.length === 0) continue;
    const columns = Object.fromEntries(
      fields.map((field) => [field, sql`${columnOf(table, field)}`]),
    );
    const owner = columnOf(table, name === 'reports' ? 'id' : 'reportId');
    // oxlint-disable-next-line no-await-in-loop -- a connection answers one question after the other
    const rows = await ask(distinct(columns, sql`${table} where ${owner} in ${among(ids)}`));
    for (const row of rows)
      for (const [field, value] of Object.entries(row))
        if (value !== null) keys.add([countsOf(name as TableName, field), value]);
  }
}

type PlaceAround = { id: SqliteValue; code: string };

/** By place: those that it lies in, or is, and in which others lie. */
export type PlacesAround = ReadonlyMap<SqliteValue, readonly PlaceAround[]>;

export async function readPlacesAround(ask: Ask): Promise<PlacesAround> {
  const { placeId, ancestorId } = placeAncestors;
  const rows = await ask<PlaceAround & { place: SqliteValue }>(
    sql`select ${placeId} as place, ${ancestorId} as id, ${places.code} as code from ${placeAncestors} join ${places} on ${places.id} = ${ancestorId}`,
  );
  const withOthers = new Set(rows.flatMap(({ place, id }) => (place === id ? [] : [id])));
  return Map.groupBy(
    rows.filter(({ id }) => withOthers.has(id)),
    ({ place }) => place,
  );
}

const ofReports = (reportIds: readonly number[]) =>
  sql`${outcomes} where ${outcomes.reportId} in ${among(reportIds)}`;

/** Of `facet_counts`: pair, value and other. */
export async function touchedFacets(
  ask: Ask,
  reportIds: readonly number[],
  { around, keys }: { around: PlacesAround; keys: Keys },
): Promise<void> {
  const columns = Object.fromEntries(
    facetColumns.map((name) => [name, sql`${columnOf(outcomes, name)}`]),
  );
  const rows = await ask(distinct(columns, ofReports(reportIds)));
  for (const row of rows) {
    const within = around.get(row['placeId'] ?? null) ?? [];
    const numbers = within.map(({ id }) => id);
    for (const key of facetsOf(row, numbers)) keys.add(key);
  }
}

type Order = number | string | null;
type OwnDimension = Exclude<StoredDimension, 'WITHIN'>;
const ownDimensions = ['PLACE', 'YEAR', 'LEVEL', 'UNIT', 'INDICATOR'] as const;

/** Of `outcome_groups`: what they are by, and what they stand under by each of it. */
export async function touchedGroups(
  ask: Ask,
  reportIds: readonly number[],
  { around, keys }: { around: PlacesAround; keys: Keys },
): Promise<void> {
  const orders = Object.fromEntries(
    ownDimensions.map((name) => [name, orderOfKey(name, sql`${columnOfOutcomes(name)}`)]),
  );
  const columns = { ...orders, place: sql`${outcomes.placeId}` };
  const which = sql`${ofReports(reportIds)} and ${outcomes.reviewState} = 'CURATED'`;
  const rows = await ask<Record<OwnDimension, Order> & { place: number }>(distinct(columns, which));
  for (const { place, ...own } of rows) {
    const within = around.get(place) ?? [];
    const of = (name: StoredDimension) =>
      name === 'WITHIN' ? within.map(({ code }) => code) : [own[name]];
    for (const key of groupsOfOutcome(of)) keys.add(key);
  }
}
