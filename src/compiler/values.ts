import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, getNullableType, isLeafType, isListType } from 'graphql';
import type { GraphQLNamedType, SelectionSetNode } from 'graphql';
import type { Selected } from '../fields/collect-fields.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, NamedValues } from './compile-context.ts';
import { concatenate, jsonLeaf, jsonList } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';

/** The members of a JSON object. */
export const membersOf = (json: SQL): NamedValues => ({
  plain: (name) => sql`${json} ->> ${key(name)}`,
  list: (name) => sql`${json} -> ${key(name)}`,
});

const key = (name: string) => sql.raw(`'${name.replaceAll("'", "''")}'`);

/** One of such values, as the field that it is. */
export function compileValue(
  context: CompileContext,
  { field, sets }: Selected,
  values: NamedValues,
  name: string,
): JsonFragment[] {
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  if (isLeafType(type) && isList) return [values.list(name) ?? 'null'];
  if (isLeafType(type)) {
    const value = values.plain(name);
    return value ? jsonLeaf(type, value) : ['null'];
  }
  const list = values.list(name);
  if (!isList || !list) throw new NotCompiled(field.name);
  return compileList(context, type, sets, list);
}

/** The objects of a JSON list, no more than `limit` where there is one. */
export function compileList(
  context: CompileContext,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
  list: SQL,
  limit?: SQL,
): JsonFragment[] {
  const item = sql.identifier(context.freshAlias());
  const text = concatenate(context.read(type, sets, membersOf(sql`${item}.value`)));
  const bound = limit ? sql` where ${item}.key < ${limit}` : sql``;
  return jsonList(text, sql`json_each(${list}) ${item}${bound}`);
}
