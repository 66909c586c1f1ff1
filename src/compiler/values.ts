import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { declaredOf } from '../fields/field-spec.ts';
import { exposedOf } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { Arguments, Operation } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { join, leaf, object } from './json-sql.ts';
import type { Piece } from './json-sql.ts';

/** An object that is no row of a table: its values by name, each as SQL; null for none of a name. */
export type Values = {
  plain: (name: string) => SQL | null;
  /** The same where it is a list, as JSON. */
  list: (name: string) => SQL | null;
};

/** The members of a JSON object. */
export const membersOf = (json: SQL): Values => ({
  plain: (name) => sql`${json} ->> ${key(name)}`,
  list: (name) => sql`${json} -> ${key(name)}`,
});

const key = (name: string) => sql.raw(`'${name.replaceAll("'", "''")}'`);

/** An object of such values; a field that is none of them is left to `other`. */
export function compileValues(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  values: Values,
  other: (selected: Selected) => Piece[] = ({ field }) => {
    throw new NotCompiled(`${type.name}.${field.name}`);
  },
): Piece[] {
  return object(
    operation.fieldsOf(type, sets).map((selected) => {
      const { name, field } = selected;
      if (field.name === '__typename') return [name, [JSON.stringify(type.name)]];
      const member = memberOf(operation, selected);
      return [
        name,
        member === null ? other(selected) : compileValue(operation, selected, values, member),
      ];
    }),
  );
}

function memberOf(operation: Operation, selected: Selected): string | null {
  const declared = declaredOf(selected.field);
  if (declared?.kind !== 'member') return exposedOf(selected.field) ?? null;
  return (declared.of as (args: Arguments) => string)(operation.argumentsOf(selected).args);
}

function compileValue(
  operation: Operation,
  selected: Selected,
  values: Values,
  name: string,
): Piece[] {
  const named = getNamedType(selected.field.type);
  const isList = isListType(getNullableType(selected.field.type));
  if (isLeafType(named) && isList) return [values.list(name) ?? 'null'];
  if (isLeafType(named)) {
    const value = values.plain(name);
    return value ? leaf(named, value) : ['null'];
  }
  const list = values.list(name);
  if (!isObjectType(named) || !isList || !list) throw new NotCompiled(selected.field.name);
  return compileList(operation, named, selected.sets, list);
}

/** The objects of a JSON list, no more than `limit` where there is one. */
export function compileList(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  list: SQL,
  limit?: SQL,
): Piece[] {
  const item = sql.identifier(operation.fresh());
  const text = join(compileValues(operation, type, sets, membersOf(sql`${item}.value`)));
  const bound = limit ? sql` where ${item}.key < ${limit}` : sql``;
  return [
    '[',
    sql`coalesce((select group_concat(${text}, ',') from json_each(${list}) ${item}${bound}), '')`,
    ']',
  ];
}
