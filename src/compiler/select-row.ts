import { getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import { columnOf } from '../db/column-of.ts';
import type { TableName } from '../db/relations.ts';
import type { CompileContext } from './compile-context.ts';
import { concatenate } from './json-sql.ts';

/** The row of a table whose column has a value, as a JSON text; null where there is none. */
export function selectRow(
  context: CompileContext,
  { type, sets }: { type: GraphQLNamedType; sets: readonly SelectionSetNode[] },
  { table: name, column, value }: { table: TableName; column: string; value: SQL },
): SQL {
  const table = context.table(name);
  const row = concatenate(context.read(type, sets, { table, name }));
  return sql`(select ${row} from ${getTableAsAliasSQL(table)} where ${columnOf(table, column)} = ${value})`;
}
