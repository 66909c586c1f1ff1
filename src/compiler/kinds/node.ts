import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isAbstractType } from 'graphql';
import type { TypedTable } from '../../fields/field-spec.ts';
import { parseGlobalId } from '../../fields/global-id.ts';
import { idsIn } from '../../fields/kinds/node.ts';
import { tableNameOf } from '../../fields/pothos-metadata.ts';
import { NotCompiled } from '../compile-context.ts';
import type { CompileKind } from '../compile-context.ts';
import { jsonList, orJsonNull } from '../json-sql.ts';
import { selectRowOf } from '../rows.ts';

/** Any object by its id, or several in the order asked; null for each that is missing. */
export const compileNode: CompileKind<'node'> = (context, selected, { isList }) => {
  const { field, type: node } = selected;
  if (!isAbstractType(node)) throw new NotCompiled(field.name);
  const cases = context.schema.getPossibleTypes(node).map((type): [string, TypedTable] => {
    const table = tableNameOf(type);
    if (!table) throw new NotCompiled(type.name);
    return [type.name, { table, typename: type.name }];
  });
  const nodeOf = (which: SQL, value: SQL) =>
    orJsonNull(selectRowOf(context, selected, { which, cases, column: 'code', value }));
  const { computed } = context.argumentsOf(selected, (args) => isList && idsIn(args));
  if (!isList) {
    const partOf = (part: 'typename' | 'id') =>
      computed(({ id }) => parseGlobalId(String(id))[part]);
    return [nodeOf(partOf('typename'), partOf('id'))];
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
  const found = nodeOf(sql`${each}.value ->> 0`, sql`(${each}.value ->> 1)`);
  return jsonList(found, sql`json_each(${named}) ${each}`);
};
