import { getColumns } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database } from '../db/client.ts';
import { relations } from '../db/relations.ts';

/** What an import added, changed and removed, by the codes of the things. */
export type Difference = { kind: string; added: string[]; changed: string[]; removed: string[] }[];

type Row = Record<string, unknown>;

/** Holds two snapshots against each other; null stands for none before. Rows' numbers do not count. */
export function compareSnapshots(before: Database | null, after: Database): Difference {
  const old = before ? recordsOf(before) : new Map<string, Map<string, string>>();
  return [...recordsOf(after)].flatMap(([kind, records]) => {
    const former = old.get(kind) ?? new Map<string, string>();
    const codes = [...records.keys()];
    const difference = {
      kind,
      added: codes.filter((code) => !former.has(code)),
      changed: codes.filter((code) => former.has(code) && former.get(code) !== records.get(code)),
      removed: [...former.keys()].filter((code) => !records.has(code)),
    };
    const { added, changed, removed } = difference;
    return added.length + changed.length + removed.length > 0 ? [difference] : [];
  });
}

/** Tables that hold nothing but what others say. */
const derived = new Set(['search_entries', 'place_ancestors', 'overlaps']);

type Table = { name: string; references: { field: string; to: string }[]; rows: Row[] };

/** Every row as text, by its kind and name, with what it refers to by name and not by number. */
function recordsOf(db: Database): Map<string, Map<string, string>> {
  const tables = Object.values(relations)
    .filter(({ table }) => !derived.has(getTableConfig(table).name))
    .map(({ table }) => readTable(db, table));
  const names = new Map(
    tables.map(({ name, rows }) => [name, new Map(rows.map((row) => [row['id'], nameOf(row)]))]),
  );
  const records = ({ references, rows }: Table) =>
    rows.map((row): [string, string] => {
      const told: Row = { ...row, id: undefined, searchId: undefined };
      for (const { field, to } of references) {
        told[field] = names.get(to)?.get(row[field]) ?? row[field];
      }
      const text = JSON.stringify(told);
      return [typeof row['code'] === 'string' ? row['code'] : text, text];
    });
  return new Map(tables.map((table) => [table.name, new Map(records(table))]));
}

function readTable(db: Database, table: SQLiteTable): Table {
  const { name, foreignKeys } = getTableConfig(table);
  const fields = Object.entries(getColumns(table));
  const references = foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const field = fields.find(([, column]) => column.name === columns[0]?.name)?.[0];
    return field === undefined ? [] : [{ field, to: getTableConfig(foreignTable).name }];
  });
  return { name, references, rows: db.select().from(table).all() };
}

/** What a row is called: its code, or the words that it holds and where they stand. */
function nameOf(row: Row): string {
  return typeof row['code'] === 'string'
    ? row['code']
    : `${String(row['exact'])} at ${String(row['start'])}`;
}
