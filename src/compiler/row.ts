import { Column, One, and, is, relationsOrderToSQL, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { filterToSQL } from '../db/filter.ts';
import type { TableName } from '../db/relations.ts';
import { specOf } from '../fields/field-spec.ts';
import { exposedColumn, followedRelation, tableNameOf } from '../fields/pothos-metadata.ts';
import type { RelationQuery } from '../fields/pothos-metadata.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext, RowSource } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from '../db/column-of.ts';
import { relationOf } from '../db/relation-of.ts';
import { joined } from './relation.ts';
import { concatenate, jsonLeaf, jsonObject, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';

/** An object that is read from one row, as a JSON text. */
export function compileRow(
  context: CompileContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  place: RowSource,
): JsonFragment[] {
  return jsonObject(
    context
      .fieldsOf(type, sets)
      .map((selected) => [selected.name, compileField(context, type, selected, place)]),
  );
}

/** One field of an object that is read from a row. */
export function compileField(
  context: CompileContext,
  parent: GraphQLObjectType,
  selected: Selected,
  place: RowSource,
): JsonFragment[] {
  const { field, sets } = selected;
  if (field.name === '__typename') return [JSON.stringify(parent.name)];
  const named = getNamedType(field.type);
  const declared = specOf(field);
  switch (declared?.kind) {
    case 'column': {
      // An argument becomes part of the statement here, so it must be one of few words.
      if (!field.args.every(({ type }) => isEnumType(getNamedType(type)))) break;
      const { args } = context.argumentsOf(selected);
      return compileLeaf(selected, declared.from(place.table, args), place);
    }
    case 'embedded': {
      if (!isObjectType(named)) break;
      const [first = ''] = Object.values(declared.columns);
      const part = { columns: declared.columns, relations: declared.relations };
      const inner = concatenate(compileRow(context, named, sets, { ...place, part }));
      const column = columnOf(place.table, first);
      if (column.notNull) return [inner];
      if (isNonNullType(field.type)) break;
      return [sql`case when ${column} is null then 'null' else ${inner} end`];
    }
    case 'embeddedRow': {
      const relation = place.part?.relations[field.name];
      if (relation === undefined) break;
      return [followRelation(context, selected, { relation, query: {} }, place)];
    }
    case 'related':
      return [context.compilers.related(selected, declared, place)];
    case undefined:
      return compilePlain(context, parent, selected, place);
    default:
      break;
  }
  throw new NotCompiled(`${parent.name}.${field.name}`);
}

/** A leaf of the answer; where it must not be null, neither may its column be. */
function compileLeaf({ field }: Selected, value: SQLWrapper, { part }: RowSource): JsonFragment[] {
  // Of a value object's columns the table's own conditions say that they come together.
  if (isNonNullType(field.type) && !part && !(is(value, Column) && value.notNull)) {
    throw new NotCompiled(field.name, 'MAY_BE_NULL');
  }
  return jsonLeaf(getNamedType(field.type), value);
}

/** A field that declares nothing: a column, the id of a node, a relation, or the row itself. */
function compilePlain(
  context: CompileContext,
  parent: GraphQLObjectType,
  selected: Selected,
  place: RowSource,
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
      return [sql`json_quote(${start} || ${columnOf(place.table, 'code')})`];
    }
    const column = place.part
      ? place.part.columns[exposedColumn(field) ?? field.name]
      : exposedColumn(field);
    if (column === undefined) throw refuse();
    return compileLeaf(selected, columnOf(place.table, column), place);
  }
  const followed = place.part ? null : followedRelation(field);
  if (!followed) throw refuse();
  const { relation, query } = followed;
  if (relation !== null) return [followRelation(context, selected, { relation, query }, place)];
  // Another type over the same row, which is there whenever the row is.
  if (!isObjectType(named) || tableNameOf(named) !== place.name) throw refuse();
  return compileRow(context, named, sets, place);
}

/** The row or the rows that a relation leads to. */
function followRelation(
  context: CompileContext,
  { field, sets }: Selected,
  { relation: name, query }: { relation: string; query: RelationQuery },
  place: RowSource,
): SQL {
  const relation = relationOf(place.name, name);
  const named = getNamedType(field.type);
  if (!isObjectType(named)) throw new NotCompiled(field.name);
  const target = relation.targetTableName as TableName;
  const table = context.table(target);
  const row = concatenate(compileRow(context, named, sets, { table, name: target }));
  const { source, filter } = joined(context, relation, place.table, table);
  const condition = query.where && filterToSQL(table, query.where, target);
  const where = and(filter, condition);
  if (!isListType(getNullableType(field.type))) {
    if (!(relation instanceof One)) throw new NotCompiled(field.name);
    const found = sql`(select ${row} from ${source} where ${where})`;
    if (!isNonNullType(field.type)) return orJsonNull(found);
    if (relation.optional && !place.part) throw new NotCompiled(field.name, 'MAY_BE_NULL');
    return found;
  }
  const order = query.orderBy && relationsOrderToSQL(table, query.orderBy as never);
  if (!order || query.limit === undefined) throw new NotCompiled(field.name, 'UNBOUNDED');
  const limit = sql.raw(String(query.limit));
  return sql`'[' || coalesce((select group_concat(x, ',') from (select ${row} as x from ${source} where ${where} order by ${order} limit ${limit})), '') || ']'`;
}
