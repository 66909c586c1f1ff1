import { getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { hasCode } from '../db/codes/rows-of-codes.ts';
import { columnOf } from '../db/column-of.ts';
import { crossJoin } from '../db/dialect.ts';
import type { TableName } from '../db/relations.ts';
import type { Selection } from '../fields/collect-fields.ts';
import type { TypedTable } from '../fields/field-spec.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext } from './compile-context.ts';
import type { InSteps } from './in-steps.ts';
import { concatenate } from './json-sql.ts';

/** Which row of a table: the one whose column has a value. */
type NamedBy = { column: string; value: SQL };

/** The row of a table that is named, as a JSON text; null where there is none. */
export function* selectRow(
  context: CompileContext,
  selection: Selection,
  { table: name, column, value }: NamedBy & { table: TableName },
): InSteps<SQL> {
  const table = context.table(name);
  const row = concatenate(yield* context.read(selection, { table, name }));
  const isNamed =
    column === 'code'
      ? hasCode(context.relations[name].table, value, table)
      : sql`${columnOf(table, column)} = ${value}`;
  return sql`(select ${row} from ${getTableAsAliasSQL(table)} where ${isNamed})`;
}

/** The same in one of several tables, as `which` says by the name of a case. */
export function* selectRowOf(
  context: CompileContext,
  { sets }: Pick<Selection, 'sets'>,
  { which, cases, ...by }: NamedBy & { which: SQL | null; cases: readonly [string, TypedTable][] },
): InSteps<SQL> {
  const branches: SQL[] = [];
  for (const [name, { table, typename }] of cases) {
    const type = context.schema.getType(typename);
    if (!type) throw new NotCompiled(typename);
    const row = yield* selectRow(context, { type, sets }, { table, ...by });
    branches.push(sql` when ${sql.raw(`'${name}'`)} then ${row}`);
  }
  return sql`case ${which}${sql.join(branches)} end`;
}

/** Where the rows of a relation come from, with the table of links between where there is one. */
export function joinRelation(
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
    tables: sql`${getTableAsAliasSQL(through)} ${crossJoin} ${own} on ${joinCondition}`,
    filter,
  };
}
