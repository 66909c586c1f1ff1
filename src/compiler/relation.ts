import { getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CompileContext } from './compile-context.ts';

/** Where the rows of a relation come from, with the table of links between where there is one. */
export function joined(
  context: CompileContext,
  relation: AnyRelation,
  parent: SQLiteTable,
  target: SQLiteTable,
): { tables: SQL; filter: SQL | undefined } {
  const own = getTableAsAliasSQL(target);
  if (!relation.throughTable) {
    return { tables: own, filter: relationToSQL(relation, parent, target).filter };
  }
  const through = context.alias(relation.throughTable as SQLiteTable);
  const { filter, joinCondition } = relationToSQL(relation, parent, target, through);
  return {
    tables: sql`${getTableAsAliasSQL(through)} cross join ${own} on ${joinCondition}`,
    filter,
  };
}
