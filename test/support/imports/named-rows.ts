import { sql } from 'drizzle-orm';
import { openCurrent } from '../../../src/db/snapshot/pointer.ts';
import type { Database } from '../../../src/db/database.ts';
import { indexCalled } from '../../../src/db/search/matching.ts';
import { countToken, countedTokens } from '../../../src/db/search/token-counts.ts';
import { pairCalled } from '../../../src/db/statistics/facet-counts.ts';
import { layoutOf } from '../../../src/db/layout.ts';
import { searchable } from '../../../src/db/search/searchable.ts';
import type { TableName } from '../../../src/db/relations.ts';
import { tableNames } from '../../../src/importer/convert/table-names.ts';
import { indexKinds, markExpression } from '../../../src/text/search/full-text.ts';
import { namesOf, searchTypes } from '../../../src/vocabulary.ts';

type Row = Record<string, unknown>;

/**
 * All that a data folder serves, without the numbers of rows: every row of every table, with what it
 * refers to by name, sorted; and by type what searches find, in the order in which they tell it.
 */
export function namedRows(data: string): Record<string, string[]> {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { db, close } = current.snapshot;
  const tables = new Map<TableName, Row[]>(
    tableNames.map((name) => [name, db.select().from(layoutOf(name).table).all()]),
  );
  const reports = new Map(tables.get('reports')!.map(({ id, code }) => [id, String(code)]));
  const nameOf = (row: Row) =>
    row['code'] ?? `${reports.get(row['reportId'])} ${String(row['start'])}-${String(row['end'])}`;
  const names = new Map(
    [...tables].map(([name, rows]) => [name, new Map(rows.map((row) => [row['id'], nameOf(row)]))]),
  );
  const named: Record<string, string[]> = {};
  for (const [name, rows] of tables) {
    const texts = rows.map((row) => {
      const told: Row = { ...row, id: null, searchId: null, codeOrder: null };
      for (const { field, to } of layoutOf(name).references) {
        told[field] = names.get(to)!.get(row[field]) ?? null;
      }
      return JSON.stringify(told);
    });
    named[name] = texts.toSorted();
  }
  for (const type of namesOf(searchTypes)) {
    const { table, typename } = searchable[type];
    for (const kind of indexKinds) {
      const index = indexCalled(kind);
      const found = db.all<{ code: string }>(
        sql`select ${typename} || ':' || e.code as code from ${index}
         join ${layoutOf(table).table} e on e.search_id = ${index}.rowid
         where ${index} match ${markExpression('type', type)} order by ${index}.rowid`,
      );
      named[`found as ${type} by ${kind}`] = found.map(({ code }) => code);
    }
  }
  named['counted'] = countsByName(db, names);
  // Which are counted depends on how many entries there were when all was built.
  named['miscounted'] = countedTokens({ db }).flatMap(({ token, count }) =>
    countToken({ db }, token) === count ? [] : token,
  );
  if (named['miscounted'].length > 0)
    throw new Error(`miscounted: ${named['miscounted'].join(' ')}`);
  named['faceted'] = facetsByName(db, names);
  named['grouped'] = groupsByName(db, names);
  close();
  return named;
}

/** By table: what its rows are called, by their numbers. */
type Names = ReadonlyMap<TableName, ReadonlyMap<unknown, unknown>>;

/** What is stored of how many rows have each value, rows that a value names by what they are called. */
function countsByName(db: Database, names: Names): string[] {
  const counts = db.all<{ name: string; value: unknown; count: number }>(
    `select name, value, count from value_counts where name <> 'search'`,
  );
  return counts
    .map(({ name, value, count }) => {
      const [table, column] = name.split('.');
      const layout = column === undefined ? undefined : layoutOf(table as TableName);
      const to = layout?.references.find(({ field }) => field === column)?.to;
      return JSON.stringify([name, (to && names.get(to)!.get(value)) ?? value, count]);
    })
    .toSorted();
}

/** What is stored of the facets under one value. */
function facetsByName(db: Database, names: Names): string[] {
  const counts = db.all<{ pair: number; value: unknown; other: unknown; count: number }>(
    'select * from facet_counts',
  );
  const called = (column: string | undefined, value: unknown) =>
    names.get(tablesOf[column ?? ''] as TableName)?.get(value) ?? value;
  return counts
    .map(({ pair, value, other, count }) => {
      const { by, column } = pairCalled(pair) ?? {};
      return JSON.stringify([by, called(by, value), column, called(column, other), count]);
    })
    .toSorted();
}

const tablesOf: Record<string, TableName> = {
  unitId: 'units',
  indicatorId: 'indicators',
  reportId: 'reports',
  sectionId: 'sections',
  placeId: 'places',
  within: 'places',
};

/** The stored groups, which are by what their values are called. */
function groupsByName(db: Database, names: Names): string[] {
  const groups = db.all<Row>('select * from outcome_groups');
  return groups
    .map((group) => {
      const unit = names.get('units')!.get(group['unit_id']);
      // What is kept only so that it can be changed need not be the same, where what is told of it is.
      return JSON.stringify({ ...group, facts: null, unit_id: unit ?? null });
    })
    .toSorted();
}
