import { Column, is } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from '../../db/columns/table-config.ts';
import { leftOut } from '../../db/columns/word-columns.ts';
import { oncePer } from '../../fields/once-per.ts';

/** An index of a table, its columns by their names in the database. */
type Index = {
  /** Null for the numbers of the rows, in whose order the table itself is. */
  name: string | null;
  columns: readonly string[];
  /** The column of which its rows have a value, where it has only these. */
  present: string | null;
  /** The column whose usual words its rows do not have, where it has only these. */
  unusual: string | null;
};

/** The indexes that a table declares, each with the number of the row behind its columns; and the table. */
export const indexesOf = oncePer((table: SQLiteTable): Index[] => {
  const config = tableConfigOf(table);
  const number = config.columns.filter(({ primary }) => primary).map(({ name }) => name);
  const declared = config.indexes.map(({ config: { name, columns, where } }) => ({
    name,
    columns: [...columns.map((column) => (is(column, Column) ? column.name : '')), ...number],
    ...rowsIn(where),
  }));
  return [...declared, { name: null, columns: number, present: null, unusual: null }];
});

/** Which rows an index has, by its condition. */
function rowsIn(where: SQL | undefined): Pick<Index, 'present' | 'unusual'> {
  const unusual = (where && leftOut(where)?.column) ?? null;
  const column = where?.queryChunks.find((chunk) => is(chunk, Column))?.name ?? null;
  return { present: unusual === null ? column : null, unusual };
}

/** Whether an index has all rows. */
export const isWhole = ({ present, unusual }: Index): boolean =>
  present === null && unusual === null;

/** The column of a name in the database. */
export const columnIn = (table: SQLiteTable, wanted: string) =>
  tableConfigOf(table).columns.find(({ name }) => name === wanted);

/** The index that SQLite makes by itself for a column with no two values alike: it numbers them. */
export function ownIndexOf(table: SQLiteTable, column: SQLiteColumn): string {
  const { name, columns } = tableConfigOf(table);
  const number = columns.filter(({ isUnique }) => isUnique).indexOf(column) + 1;
  return `sqlite_autoindex_${name}_${number}`;
}
