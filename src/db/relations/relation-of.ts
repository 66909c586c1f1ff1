import { getColumns } from 'drizzle-orm';
import type { AnyRelation } from 'drizzle-orm';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';

const named = (table: TableName): Readonly<Record<string, AnyRelation>> =>
  relations[table].relations;

/** A relation of a table by its name. */
export function relationOf(table: TableName, name: string): AnyRelation {
  const relation = named(table)[name];
  if (!relation) throw new Error(`no relation ${name} on ${table}`);
  return relation;
}

/** What a key of a filter names: a column goes before a relation of its name, as it does in drizzle. */
export const relationInFilter = (table: TableName, key: string): AnyRelation | undefined =>
  key in getColumns(relations[table].table) ? undefined : named(table)[key];

/** The table that a relation leads to. */
export const targetOf = (relation: AnyRelation) => relation.targetTableName as TableName;

const names = new Map<unknown, TableName>(
  Object.entries(relations).map(([name, { table }]) => [table, name as TableName]),
);

/** The table that lies between its two ends; undefined where there is none. */
export const throughOf = ({ throughTable }: AnyRelation): TableName | undefined =>
  names.get(throughTable);
