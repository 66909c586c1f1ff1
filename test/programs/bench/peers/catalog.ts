import { getColumns, getTableName } from 'drizzle-orm';
import type { Table } from 'drizzle-orm';
import type { Client } from '../../../../src/db/client.ts';
import { isFoundInReport } from '../../../../src/db/codes/rows-of-codes.ts';
import { relations } from '../../../../src/db/relations.ts';
import { isNumberedByText } from '../../../../src/db/text-number.ts';

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
  /** A column of which no two rows have the same value, though no index says so. */
  tie: string | null;
  foreignKeys: readonly { column: string; table: string; target: string }[];
  indexes: readonly { name: string; sql: string }[];
};

const types: Readonly<Record<string, CatalogColumn['type']>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text',
};

type ColumnRow = { name: string; type: string; notnull: number; pk: number };
type IndexRow = { name: string; origin: 'c' | 'u' | 'pk'; unique: number };
type KeyRow = { from: string; table: string; to: string | null };

/**
 * The tables that the API is about; what the import has counted for itself is nothing that a peer needs.
 * A place in the text that SQLite works out of the row is nothing that either orders by: `id` has that order.
 */
export function readCatalog(client: Client): CatalogTable[] {
  const tables = new Map<string, Table>(
    Object.values(relations).map(({ table }) => [getTableName(table), table]),
  );
  const pragma = <Row>(of: string, name: string) => client.pragma(`${of}("${name}")`) as Row[];
  const columnsOf = (index: string) =>
    pragma<{ name: string | null }>('index_info', index).flatMap(({ name }) => name ?? []);
  const isHere = (key: KeyRow) => tables.has(key.table);
  return [...tables].map(([name, described]) => {
    const isByText = isNumberedByText(described);
    const columns = pragma<ColumnRow>('table_xinfo', name).filter(
      (column) => !isByText || column.name !== 'text_order',
    );
    const indexes = pragma<IndexRow>('index_list', name);
    const isOrdered = (index: IndexRow) => isByText && index.unique === 0;
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
      unique: [
        ...indexes.filter(({ origin }) => origin === 'u').map((index) => columnsOf(index.name)),
        // What a peer is asked by its code it finds by an index.
        ...('code' in getColumns(described) && isFoundInReport(described) ? [['code']] : []),
      ],
      tie: columns.find((column) => column.name === 'code_order')?.name ?? null,
      foreignKeys: pragma<KeyRow>('foreign_key_list', name)
        .filter(isHere)
        .map(({ from, table, to }) => ({ column: from, table, target: to ?? 'id' })),
      indexes: indexes
        .filter(({ origin }) => origin === 'c')
        .map((index) => ({
          name: index.name,
          sql: isOrdered(index)
            ? withNumber(statementOf(client, index.name), columnsOf(index.name))
            : statementOf(client, index.name),
        })),
    };
  });
}

function typeOf(table: string, { name, type }: ColumnRow): CatalogColumn['type'] {
  const found = types[type.toLowerCase().split(' ')[0] ?? ''];
  if (!found)
    throw new Error(`${table}.${name} is of the type ${type}, for which no other is known`);
  return found;
}

/** An index with the number of the row as its last column, which stands behind every index of SQLite. */
const withNumber = (statement: string, columns: readonly string[]) =>
  columns.includes('id') ? statement : statement.replace(/\(([^()]*)\)/, '($1, `id`)');

const statementOf = (client: Client, index: string) =>
  client
    .prepare<[string], string>(`select sql from sqlite_schema where type = 'index' and name = ?`)
    .pluck()
    .get(index) ?? '';
