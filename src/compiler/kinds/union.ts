import { One, sql } from 'drizzle-orm';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import { concatenate } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';
import { joined } from '../relation.ts';

/** The row that one of several relations leads to, of whichever type that is; null where none does. */
export function compileUnion(
  context: CompileContext,
  { field, sets }: Selected,
  { members }: SpecOf<'union'>,
  source: ObjectSource,
): JsonFragment[] {
  const parent = rowIn(source, field);
  const rows = Object.entries(members).map(([name, typename]) => {
    const relation = relationOf(parent.name, name);
    const type = context.schema.getType(typename);
    if (!type || !(relation instanceof One)) throw new NotCompiled(typename);
    const target = targetOf(relation);
    const table = context.table(target);
    const row = concatenate(context.read(type, sets, { table, name: target }));
    const { tables, filter } = joined(context, relation, parent.table, table);
    return sql`(select ${row} from ${tables} where ${filter})`;
  });
  return [sql`coalesce(${sql.join(rows, sql`, `)}, 'null')`];
}
