import { One, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileKind } from '../compile-context.ts';
import { concatenate } from '../json-sql.ts';
import { joinRelation } from '../rows.ts';

/** The row that one of several relations leads to, of whichever type that is; null where none does. */
export const compileUnion: CompileKind<'union'> = function* (
  context,
  selected,
  { members },
  source,
) {
  const parent = rowIn(source, selected.field);
  const { sets } = selected;
  const rows: SQL[] = [];
  for (const [name, typename] of Object.entries(members)) {
    const relation = relationOf(parent.name, name);
    const type = context.schema.getType(typename);
    if (!type || !(relation instanceof One)) throw new NotCompiled(typename);
    const target = targetOf(relation);
    const table = context.table(target);
    const row = concatenate(yield* context.read({ type, sets }, { table, name: target }));
    const { tables, filter } = joinRelation(context, relation, parent.table, table);
    rows.push(sql`(select ${row} from ${tables} where ${filter})`);
  }
  return [sql`coalesce(${sql.join(rows, sql`, `)}, 'null')`];
};
