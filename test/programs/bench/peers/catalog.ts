import { getTableName } from 'drizzle-orm';
import type { Client } from '../../../../src/db/client.ts';
import { relations } from '../../../../src/db/relations.ts';

export type CatalogColumn = {
  name: string;
  type: 'bigint' | 'double precision' | 'text';
  isNotNull: boolean;
};

/** A table of a snapshot, as SQLite itself tells of it. */
export type CatalogTable = {
  name: string;
  columns: readonly CatalogColumn[];
  primaryKey: readonly string[];
  unique: readonly (readonly string[])[];
  foreignKeys: readonly { column: string; table: string; target: string }[];
  indexes: readonly { name: string; sql: string }[];
};

const types: Readonly<Record<string, CatalogColumn['type']>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text',
};

type ColumnRow = { name: string; type: string; notnull: number; pk: number };
type IndexRow = { name: string; origin: 'c' | 'u' | 'pk' };
type KeyRow = { from: string; table: string; to: string | null };

/** The tables that the API is about; what the import has counted for itself is nothing that a peer needs. */
export function readCatalog(client: Client): CatalogTable[] {
  const names = new Set<string>(Object.values(relations).map(({ table }) => getTableName(table)));
  const pragma = <Row>(of: string, name: string) => client.pragma(`${of}("${name}")`) as Row[];
  const columnsOf = (index: string) =>
    pragma<{ name: string | null }>('index_info', index).flatMap(({ name }) => name ?? []);
  return [...names].map((name) => {
    const columns = pragma<ColumnRow>('table_xinfo', name);
    const indexes = pragma<IndexRow>('index_list', name);
    const isHere = ({ table }: KeyRow) => names.has(table);
    return {
      name,
      columns: columns.map((column) => ({
        name: column.name,
        type: typeOf(name, column),
        isNotNull: column.notnull === 1,
      })),
      primaryKey: columns
        .filter(({ pk }) => pk > 0)
        .toSorted((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      unique: indexes.filter(({ origin }) => origin === 'u').map((index) => columnsOf(index.name)),
      foreignKeys: pragma<KeyRow>('foreign_key_list', name)
        .filter(isHere)
        .map(({ from, table, to }) => ({ column: from, table, target: to ?? 'id' })),
      indexes: indexes
        .filter(({ origin }) => origin === 'c')
        .map((index) => ({ name: index.name, sql: statementOf(client, index.name) })),
    };
  });
}

function typeOf(table: string, { name, type }: ColumnRow): CatalogColumn['type'] {
  const found = types[type.toLowerCase().split(' ')[0] ?? ''];
  if (!found)
    throw new Error(`${table}.${name} is of the type ${type}, for which no other is known`);
  return found;
}

const statementOf = (client: Client, index: string) =>
  client
    .prepare<[string], string>(`select sql from sqlite_schema where type = 'index' and name = ?`)
    .pluck()
    .get(index) ?? '';
