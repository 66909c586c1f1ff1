import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isAbstractType } from 'graphql';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { parseGlobalId } from '../../fields/global-id.ts';
import { idsIn } from '../../fields/kinds/node.ts';
import { tableNameOf } from '../../fields/pothos-metadata.ts';
import { NotCompiled } from '../compile-context.ts';
import type { CompileContext } from '../compile-context.ts';
import { jsonList, orJsonNull } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';
import { selectRow } from '../select-row.ts';

/** Any object by its id, or several in the order asked; null for each that is missing. */
export function compileNode(
  context: CompileContext,
  selected: Selected,
  { isList }: SpecOf<'node'>,
): JsonFragment[] {
  const { computed } = context.argumentsOf(selected, (args) => {
    if (isList) idsIn(args);
  });
  if (!isList) {
    const typename = computed(({ id }) => parseGlobalId(String(id)).typename);
    const code = computed(({ id }) => parseGlobalId(String(id)).id);
    return [orJsonNull(nodeOf(context, selected, typename, code))];
  }
  const named = computed((args) =>
    JSON.stringify(
      idsIn(args).map((id) => {
        const { typename, id: code } = parseGlobalId(id);
        return [typename, code];
      }),
    ),
  );
  const each = sql.identifier(context.freshAlias());
  const node = nodeOf(context, selected, sql`${each}.value ->> 0`, sql`(${each}.value ->> 1)`);
  return jsonList(orJsonNull(node), sql`json_each(${named}) ${each}`);
}

function nodeOf(
  context: CompileContext,
  { field, sets }: Selected,
  typename: SQL,
  value: SQL,
): SQL {
  const node = getNamedType(field.type);
  if (!isAbstractType(node)) throw new NotCompiled(field.name);
  const cases = context.schema.getPossibleTypes(node).map((type) => {
    const table = tableNameOf(type);
    if (!table) throw new NotCompiled(type.name);
    const row = selectRow(context, { type, sets }, { table, column: 'code', value });
    return sql` when ${sql.raw(`'${type.name}'`)} then ${row}`;
  });
  return sql`case ${typename}${sql.join(cases)} end`;
}
