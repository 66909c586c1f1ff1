import { relationsFilterToSQL } from 'drizzle-orm';
import type { SQL, Table } from 'drizzle-orm';
import type { TableName } from './relations.ts';
import { relations } from './relations.ts';

/** drizzle types two of its parameters; the relations are what lets a filter reach other tables. */
const toSQL = relationsFilterToSQL as (
  table: Table,
  filter: object,
  tableRelations: object,
  allRelations: object,
) => SQL | undefined;

/** The condition that a filter puts on a row of a table, under whatever name the row goes. */
export const filterToSQL = (row: Table, filter: object, name: TableName): SQL | undefined =>
  toSQL(row, filter, relations[name].relations, relations);

/** The same for rows under the table's own name. */
export const conditionOf = (name: TableName, filter: object): SQL | undefined =>
  filterToSQL(relations[name].table, filter, name);
