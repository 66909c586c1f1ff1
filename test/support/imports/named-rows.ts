import { openCurrent } from '../../../src/db/snapshot/pointer.ts';
import { layoutOf } from '../../../src/db/layout.ts';
import type { TableName } from '../../../src/db/relations.ts';
import { tableNames } from '../../../src/importer/convert/table-names.ts';
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
      const told: Row = { ...row, id: null, searchId: null };
      for (const { field, to } of layoutOf(name).references) {
        told[field] = names.get(to)!.get(row[field]) ?? null;
      }
      return JSON.stringify(told);
    });
    named[name] = texts.toSorted();
  }
  for (const type of namesOf(searchTypes)) {
    const found = db.all<{ code: string }>(
      `select e.code from search_index i join search_entries e on e.id = i.rowid
       where i.search_index match 'scope : "type:${type}"' order by i.rowid`,
    );
    named[`found as ${type}`] = found.map(({ code }) => code);
  }
  close();
  return named;
}
