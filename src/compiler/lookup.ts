import { getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { Declared } from '../fields/field-spec.ts';
import { parseGlobalId } from '../fields/global-id.ts';
import { checkIds } from '../fields/lookup.ts';
import type { TableName } from '../fields/listing.ts';
import { tableNameOf } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { Operation } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from './relation.ts';
import { join, orNull } from './json-sql.ts';

/** The row that an argument names by its id or its code, or null. */
export function compileLookup(
  operation: Operation,
  selected: Selected,
  { table: name, typename }: Declared & { kind: 'lookup' },
): SQL {
  const type = getNamedType(selected.field.type);
  if (!isObjectType(type)) throw new NotCompiled(typename);
  const { computed } = operation.argumentsOf(selected);
  const code = computed(({ by }) => {
    const { id, code: given } = by as { id?: string; code?: string };
    if (id == null) return given;
    const named = parseGlobalId(id);
    return named.typename === typename ? named.id : null;
  });
  const table = operation.table(name);
  const row = join(operation.compilers.row(type, selected.sets, { table, name }));
  const isIt = sql`${columnOf(table, 'code')} = ${code}`;
  return orNull(sql`(select ${row} from ${getTableAsAliasSQL(table)} where ${isIt})`);
}

/** Any object by its id, or null. */
export function compileNode(operation: Operation, selected: Selected): SQL {
  const { computed } = operation.argumentsOf(selected);
  const typename = computed(({ id }) => parseGlobalId(String(id)).typename);
  const code = computed(({ id }) => parseGlobalId(String(id)).id);
  return orNull(nodeOf(operation, selected, typename, code));
}

/** Several objects by their ids in the order asked, null for each that is missing. */
export function compileNodes(operation: Operation, selected: Selected): SQL {
  const { computed } = operation.argumentsOf(selected, ({ ids }) => {
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
  const each = sql.identifier(operation.fresh());
  const node = nodeOf(operation, selected, sql`${each}.value ->> 0`, sql`(${each}.value ->> 1)`);
  return sql`'[' || coalesce((select group_concat(${orNull(node)}, ',') from json_each(${named}) ${each}), '') || ']'`;
}

function nodeOf(operation: Operation, selected: Selected, typename: SQL, code: SQL): SQL {
  const node = getNamedType(selected.field.type);
  if (!isAbstractType(node)) throw new NotCompiled(selected.field.name);
  const cases = operation.schema.getPossibleTypes(node).map((type) => {
    const name = tableNameOf(type) as TableName | undefined;
    if (!name) throw new NotCompiled(type.name);
    const table = operation.table(name);
    const row = join(operation.compilers.row(type, selected.sets, { table, name }));
    const isIt = sql`${columnOf(table, 'code')} = ${code}`;
    return sql` when ${sql.raw(`'${type.name}'`)} then (select ${row} from ${getTableAsAliasSQL(table)} where ${isIt})`;
  });
  return sql`case ${typename}${sql.join(cases)} end`;
}
