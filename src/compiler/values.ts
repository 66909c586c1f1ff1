import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { specOf } from '../fields/field-spec.ts';
import { exposedColumn } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { ArgumentValues, CompileContext } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { concatenate, jsonLeaf, jsonObject } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';

/** An object that is no row of a table: its values by name, each as SQL; null for none of a name. */
export type NamedValues = {
  plain: (name: string) => SQL | null;
  /** The same where it is a list, as JSON. */
  list: (name: string) => SQL | null;
};

/** The members of a JSON object. */
export const membersOf = (json: SQL): NamedValues => ({
  plain: (name) => sql`${json} ->> ${key(name)}`,
  list: (name) => sql`${json} -> ${key(name)}`,
});

const key = (name: string) => sql.raw(`'${name.replaceAll("'", "''")}'`);

/** An object of such values; a field that is none of them is left to `other`. */
export function compileValues(
  context: CompileContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  values: NamedValues,
  other: (selected: Selected) => JsonFragment[] = ({ field }) => {
    throw new NotCompiled(`${type.name}.${field.name}`);
  },
): JsonFragment[] {
  return jsonObject(
    context.fieldsOf(type, sets).map((selected) => {
      const { name, field } = selected;
      if (field.name === '__typename') return [name, [JSON.stringify(type.name)]];
      const member = memberOf(context, selected);
      return [
        name,
        member === null ? other(selected) : compileValue(context, selected, values, member),
      ];
    }),
  );
}

function memberOf(context: CompileContext, selected: Selected): string | null {
  const declared = specOf(selected.field);
  if (declared?.kind !== 'member') return exposedColumn(selected.field) ?? null;
  return (declared.of as (args: ArgumentValues) => string)(context.argumentsOf(selected).args);
}

function compileValue(
  context: CompileContext,
  selected: Selected,
  values: NamedValues,
  name: string,
): JsonFragment[] {
  const named = getNamedType(selected.field.type);
  const isList = isListType(getNullableType(selected.field.type));
  if (isLeafType(named) && isList) return [values.list(name) ?? 'null'];
  if (isLeafType(named)) {
    const value = values.plain(name);
    return value ? jsonLeaf(named, value) : ['null'];
  }
  const list = values.list(name);
  if (!isObjectType(named) || !isList || !list) throw new NotCompiled(selected.field.name);
  return compileList(context, named, selected.sets, list);
}

/** The objects of a JSON list, no more than `limit` where there is one. */
export function compileList(
  context: CompileContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  list: SQL,
  limit?: SQL,
): JsonFragment[] {
  const item = sql.identifier(context.freshAlias());
  const text = concatenate(compileValues(context, type, sets, membersOf(sql`${item}.value`)));
  const bound = limit ? sql` where ${item}.key < ${limit}` : sql``;
  return [
    '[',
    sql`coalesce((select group_concat(${text}, ',') from json_each(${list}) ${item}${bound}), '')`,
    ']',
  ];
}
