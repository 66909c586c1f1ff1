import { getColumns } from 'drizzle-orm';
import type { AnyRelation } from 'drizzle-orm';
import type { TableName } from './layout.ts';
import { relations } from './relations.ts';

/** A relation of a table by its name; undefined where there is none. */
export const relationOf = (table: TableName, name: string): AnyRelation | undefined =>
  (relations[table].relations as Record<string, AnyRelation>)[name];

/** What a key of a filter names: a column goes before a relation of its name, as it does in drizzle. */
export const relationInFilter = (table: TableName, key: string): AnyRelation | undefined =>
  key in getColumns(relations[table].table) ? undefined : relationOf(table, key);

/** The table that a relation leads to. */
export const targetOf = (relation: AnyRelation) => relation.targetTableName as TableName;
