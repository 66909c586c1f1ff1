import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { isLeafType } from 'graphql';
import type { Selection } from '../../fields/collect-fields.ts';
import { NotCompiled, valuesIn } from '../compile-context.ts';
import type { CompileContext, CompileKind, NamedValues } from '../compile-context.ts';
import { concatenate, jsonLeaf, jsonList } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';

/** The members of a JSON object. */
const membersOf = (json: SQL): NamedValues => ({
  plain: (name) => sql`${json} ->> ${key(name)}`,
  list: (name) => sql`${json} -> ${key(name)}`,
});

const key = (name: string) => sql.raw(`'${name.replaceAll("'", "''")}'`);

/** A value of an object that is no row of a table, by the name that the arguments choose. */
export const compileProperty: CompileKind<'property'> = (context, selected, { of }, source) => {
  const { field, type, isList } = selected;
  const values = valuesIn(source, field);
  const name = of(context.argumentsOf(selected).args);
  if (isLeafType(type) && isList) return [values.list(name) ?? 'null'];
  if (isLeafType(type)) {
    const value = values.plain(name);
    return value ? jsonLeaf(type, value) : ['null'];
  }
  const list = values.list(name);
  if (!isList || !list) throw new NotCompiled(field.name);
  return compileObjects(context, selected, list);
};

/** The objects of a JSON list, no more than `limit` where there is one. */
export function compileObjects(
  context: CompileContext,
  selection: Selection,
  list: SQL,
  limit?: SQL,
): JsonFragment[] {
  const item = sql.identifier(context.freshAlias());
  const text = concatenate(context.read(selection, membersOf(sql`${item}.value`)));
  const bound = limit ? sql` where ${item}.key < ${limit}` : sql``;
  return jsonList(text, sql`json_each(${list}) ${item}${bound}`);
}

/** A value object that comes with the request, as one parameter. */
export const compileContextValue: CompileKind<'context'> = (context, selected, { value }) =>
  context.read(
    selected,
    membersOf(context.requestParameter((request) => JSON.stringify(value(request)))),
  );
