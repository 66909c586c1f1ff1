import { getColumns, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, Column, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { TableName } from '../fields/listing.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, Relations } from './compile-context.ts';

/** A relation of a table by its name. */
export function relationOf(relations: Relations, table: TableName, name: string): AnyRelation {
  const found = (relations[table].relations as Record<string, AnyRelation>)[name];
  if (!found) throw new NotCompiled(`no relation ${name} on ${table}`);
  return found;
}

export function columnOf(table: SQLiteTable, name: string): Column {
  const column = getColumns(table)[name];
  if (!column) throw new NotCompiled(`no column ${name}`);
  return column;
}

/** Where the rows of a relation come from, with the table of links between where there is one. */
export function joined(
  context: CompileContext,
  relation: AnyRelation,
  parent: SQLiteTable,
  target: SQLiteTable,
): { source: SQL; filter: SQL | undefined } {
  const own = getTableAsAliasSQL(target);
  if (!relation.throughTable) {
    return { source: own, filter: relationToSQL(relation, parent, target).filter };
  }
  const through = context.alias(relation.throughTable as SQLiteTable);
  const { filter, joinCondition } = relationToSQL(relation, parent, target, through);
  return {
    source: sql`${getTableAsAliasSQL(through)} cross join ${own} on ${joinCondition}`,
    filter,
  };
}
