import { sql } from 'drizzle-orm';
import { isNonNullType } from 'graphql';
import { columnOf } from '../../db/column-of.ts';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileKind } from '../compile-context.ts';
import { concatenate } from '../json-sql.ts';

/** A value object over columns and relations of the row: null where its first column is. */
export const compileObject: CompileKind<'object'> = function* (context, selected, part, source) {
  const { field } = selected;
  const row = rowIn(source, field);
  const [first = ''] = Object.values(part.columns);
  const inner = concatenate(yield* context.read(selected, { ...row, part }));
  const column = columnOf(row.table, first);
  if (column.notNull) return [inner];
  if (isNonNullType(field.type)) throw new NotCompiled(field.name, 'MAY_BE_NULL');
  return [sql`case when ${column} is null then 'null' else ${inner} end`];
};
