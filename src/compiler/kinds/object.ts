import { sql } from 'drizzle-orm';
import { getNamedType, isNonNullType } from 'graphql';
import { columnOf } from '../../db/column-of.ts';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import { concatenate } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';

/** A value object over columns and relations of the row: null where its first column is. */
export function compileObject(
  context: CompileContext,
  { field, sets }: Selected,
  part: SpecOf<'object'>,
  source: ObjectSource,
): JsonFragment[] {
  const row = rowIn(source, field);
  const [first = ''] = Object.values(part.columns);
  const inner = concatenate(context.read(getNamedType(field.type), sets, { ...row, part }));
  const column = columnOf(row.table, first);
  if (column.notNull) return [inner];
  if (isNonNullType(field.type)) throw new NotCompiled(field.name, 'MAY_BE_NULL');
  return [sql`case when ${column} is null then 'null' else ${inner} end`];
}
