import { getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { FieldSpec } from '../fields/field-spec.ts';
import { parseGlobalId } from '../fields/global-id.ts';
import { checkIds } from '../fields/lookup.ts';
import type { TableName } from '../db/relations.ts';
import { tableNameOf } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from '../db/column-of.ts';
import { concatenate, orJsonNull } from './json-sql.ts';

/** The row that an argument names by its id or its code, or null. */
export function compileLookup(
  context: CompileContext,
  selected: Selected,
  { table: name, typename }: FieldSpec & { kind: 'lookup' },
): SQL {
  const type = getNamedType(selected.field.type);
  if (!isObjectType(type)) throw new NotCompiled(typename);
  const { computed } = context.argumentsOf(selected);
  const code = computed(({ by }) => {
    const { id, code: given } = by as { id?: string; code?: string };
    if (id == null) return given;
    const named = parseGlobalId(id);
    return named.typename === typename ? named.id : null;
  });
  const table = context.table(name);
  const row = concatenate(context.compilers.row(type, selected.sets, { table, name }));
  const isIt = sql`${columnOf(table, 'code')} = ${code}`;
  return orJsonNull(sql`(select ${row} from ${getTableAsAliasSQL(table)} where ${isIt})`);
}

/** Any object by its id, or null. */
export function compileNode(context: CompileContext, selected: Selected): SQL {
  const { computed } = context.argumentsOf(selected);
  const typename = computed(({ id }) => parseGlobalId(String(id)).typename);
  const code = computed(({ id }) => parseGlobalId(String(id)).id);
  return orJsonNull(nodeOf(context, selected, typename, code));
}

/** Several objects by their ids in the order asked, null for each that is missing. */
export function compileNodes(context: CompileContext, selected: Selected): SQL {
  const { computed } = context.argumentsOf(selected, ({ ids }) => {
    checkIds(ids as string[]);
  });
  const named = computed(({ ids }) =>
    JSON.stringify(
      (ids as string[]).map((id) => {
        const { typename, id: code } = parseGlobalId(id);
        return [typename, code];
      }),
    ),
  );
  const each = sql.identifier(context.freshAlias());
  const node = nodeOf(context, selected, sql`${each}.value ->> 0`, sql`(${each}.value ->> 1)`);
  return sql`'[' || coalesce((select group_concat(${orJsonNull(node)}, ',') from json_each(${named}) ${each}), '') || ']'`;
}

function nodeOf(context: CompileContext, selected: Selected, typename: SQL, code: SQL): SQL {
  const node = getNamedType(selected.field.type);
  if (!isAbstractType(node)) throw new NotCompiled(selected.field.name);
  const cases = context.schema.getPossibleTypes(node).map((type) => {
    const name = tableNameOf(type) as TableName | undefined;
    if (!name) throw new NotCompiled(type.name);
    const table = context.table(name);
    const row = concatenate(context.compilers.row(type, selected.sets, { table, name }));
    const isIt = sql`${columnOf(table, 'code')} = ${code}`;
    return sql` when ${sql.raw(`'${type.name}'`)} then (select ${row} from ${getTableAsAliasSQL(table)} where ${isIt})`;
  });
  return sql`case ${typename}${sql.join(cases)} end`;
}
