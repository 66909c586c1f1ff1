import { One, and, relationsOrderToSQL, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { getNamedType, getNullableType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import { filterToSQL } from '../db/filter.ts';
import { exposedColumn, followedRelation, tableNameOf } from '../fields/pothos-metadata.ts';
import { isNeverNull } from '../fields/kinds/never-null.ts';
import type { RelationQuery } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, RowSource } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from '../db/column-of.ts';
import { relationOf, targetOf } from '../db/relations/relation-of.ts';
import { joined } from './relation.ts';
import { concatenate, jsonLeaf, jsonList, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';

/** A leaf of the answer; where it must not be null, neither may its column be. */
export function compileLeaf(
  { field }: Selected,
  value: SQLWrapper,
  { part }: RowSource,
): JsonFragment[] {
  // Of a value object's columns the table's own conditions say that they come together.
  if (isNonNullType(field.type) && !part && !isNeverNull(value)) {
    throw new NotCompiled(field.name, 'MAY_BE_NULL');
  }
  return jsonLeaf(getNamedType(field.type), value);
}

/** A field that declares nothing: a column, the id of a node, a relation, or the row itself. */
export function compilePlainField(
  context: CompileContext,
  parent: GraphQLObjectType,
  selected: Selected,
  source: RowSource,
): JsonFragment[] {
  const { field, sets } = selected;
  const named = getNamedType(field.type);
  const refuse = () => new NotCompiled(`${parent.name}.${field.name}`);
  if (field.args.length > 0) throw refuse();
  if (isLeafType(named)) {
    if (isListType(getNullableType(field.type))) throw refuse();
    const isId = field.name === 'id' && parent.getInterfaces().some(({ name }) => name === 'Node');
    if (isId) {
      const start = sql.raw(`'${parent.name}:'`);
      return [sql`json_quote(${start} || ${columnOf(source.table, 'code')})`];
    }
    const column = source.part
      ? source.part.columns[exposedColumn(field) ?? field.name]
      : exposedColumn(field);
    if (column === undefined) throw refuse();
    return compileLeaf(selected, columnOf(source.table, column), source);
  }
  const followed = source.part
    ? { relation: source.part.relations[field.name], query: {} }
    : followedRelation(field);
  if (followed?.relation === undefined) throw refuse();
  const { relation, query } = followed;
  if (relation !== null) return followRelation(context, selected, { relation, query }, source);
  // Another type over the same row, which is there whenever the row is.
  if (tableNameOf(named) !== source.name) throw refuse();
  return context.read(named, sets, source);
}

/** The row or the rows that a relation leads to. */
function followRelation(
  context: CompileContext,
  { field, sets }: Selected,
  { relation: name, query }: { relation: string; query: RelationQuery },
  source: RowSource,
): JsonFragment[] {
  const relation = relationOf(source.name, name);
  const target = targetOf(relation);
  const table = context.table(target);
  const row = concatenate(context.read(getNamedType(field.type), sets, { table, name: target }));
  const { tables, filter } = joined(context, relation, source.table, table);
  const condition = query.where && filterToSQL(table, query.where, target);
  const where = and(filter, condition);
  if (!isListType(getNullableType(field.type))) {
    if (!(relation instanceof One)) throw new NotCompiled(field.name);
    const found = sql`(select ${row} from ${tables} where ${where})`;
    if (!isNonNullType(field.type)) return [orJsonNull(found)];
    if (relation.optional && !source.part) throw new NotCompiled(field.name, 'MAY_BE_NULL');
    return [found];
  }
  const order = query.orderBy && relationsOrderToSQL(table, query.orderBy as never);
  if (!order || query.limit === undefined) throw new NotCompiled(field.name, 'UNBOUNDED');
  const limit = sql.raw(String(query.limit));
  return jsonList(
    sql`x`,
    sql`(select ${row} as x from ${tables} where ${where} order by ${order} limit ${limit})`,
  );
}
