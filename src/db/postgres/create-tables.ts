import type { CatalogTable } from './catalog.ts';
import { packingFunctions } from './packed-value.ts';
import { readingFunctions } from './reading-functions.ts';

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Names of columns, one after the other. */
export const listOf = (columns: readonly string[]) => columns.map(quoteName).join(', ');

/** Texts are compared by their bytes, as SQLite does. */
const typeOf = (type: string) => (type === 'text' ? 'text collate "C"' : type);

/**
 * Nothing may take a lock for itself that waits for readers, and keeps others waiting: a table is not
 * made shorter at its end while it is served.
 */
const storage = 'with (vacuum_truncate = false)';

/** What makes a table, without keys and indexes; it is made in the schema that is searched first. */
export function createTable({
  name,
  columns,
  isUnnumbered,
}: Pick<CatalogTable, 'name' | 'columns' | 'isUnnumbered'>): string {
  const lines = [
    ...columns.map(
      (column) =>
        `${quoteName(column.name)} ${typeOf(column.type)}${column.isNotNull ? ' not null' : ''}`,
    ),
    ...(isUnnumbered ? ['rowid bigint generated always as identity primary key'] : []),
  ];
  return `create table ${quoteName(name)} (${lines.join(', ')}) ${storage}`;
}

/**
 * What makes the keys and indexes of a table that holds its rows. References and rules of single rows are
 * none of them: they were checked when the snapshot was verified, and nobody else writes.
 */
export const createIndexes = ({
  name,
  primaryKey,
  unique,
  indexes,
  reckoned,
}: CatalogTable): string[] => [
  ...(primaryKey.length > 0
    ? [`alter table ${quoteName(name)} add primary key (${listOf(primaryKey)})`]
    : []),
  ...unique.map((columns) => `alter table ${quoteName(name)} add unique (${listOf(columns)})`),
  ...indexes.map(({ sql }) => sql),
  ...reckoned.map(
    (expression, at) =>
      `create statistics ${quoteName(`${name}_reckoned_${at + 1}`)} on (${expression}) from ${quoteName(name)}`,
  ),
];

/** What stands beside the tables, for those who read them. */
export const createFunctions: readonly string[] = [...packingFunctions, ...readingFunctions];
