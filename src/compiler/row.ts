import {
  One,
  and,
  getColumns,
  getTableAsAliasSQL,
  relationToSQL,
  relationsOrderToSQL,
  sql,
} from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getNamedType, getNullableType, isLeafType, isListType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { conditionOn } from '../db/count.ts';
import { relations } from '../db/relations.ts';
import type { TableName } from '../fields/listing.ts';
import { declaredOf, exposedOf, followedBy, tableNameOf } from './metadata.ts';
import type { Query } from './metadata.ts';
import { NotCompiled } from './operation.ts';
import type { Compilers, Operation, Place, Selected } from './operation.ts';
import { join, leaf, object, orNull } from './text.ts';
import type { Piece } from './text.ts';

/** An object that is read from one row, as a JSON text. */
export function compileRow(
  operation: Operation,
  compilers: Compilers,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  place: Place,
): Piece[] {
  return object(
    operation
      .fieldsOf(type, sets)
      .map((selected) => [
        selected.name,
        compileField(operation, compilers, type, selected, place),
      ]),
  );
}

/** One field of an object that is read from a row. */
export function compileField(
  operation: Operation,
  compilers: Compilers,
  parent: GraphQLObjectType,
  selected: Selected,
  place: Place,
): Piece[] {
  const { field, nodes } = selected;
  if (field.name === '__typename') return [JSON.stringify(parent.name)];
  const named = getNamedType(field.type);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const declared = declaredOf(field);
  switch (declared?.kind) {
    case 'column': {
      const { args } = operation.argumentsOf(selected);
      return [leaf(named.name, sql`${declared.from(place.table, args)}`)];
    }
    case 'embedded': {
      if (!isObjectType(named)) break;
      const [first = ''] = Object.values(declared.columns);
      const part = { columns: declared.columns, relations: declared.relations };
      const inner = join(compilers.row(named, sets, { ...place, part }));
      return [sql`case when ${columnOf(place.table, first)} is null then 'null' else ${inner} end`];
    }
    case 'embeddedRow': {
      const relation = place.part?.relations[field.name];
      if (relation === undefined) break;
      return [followRelation(operation, compilers, selected, { relation, query: {} }, place)];
    }
    case 'related':
      return [compilers.related(selected, declared, place)];
    case undefined:
      return compilePlain(operation, compilers, parent, selected, place);
    default:
      break;
  }
  throw new NotCompiled(`${parent.name}.${field.name}`);
}

/** A field that declares nothing: a column, the id of a node, a relation, or the row itself. */
function compilePlain(
  operation: Operation,
  compilers: Compilers,
  parent: GraphQLObjectType,
  selected: Selected,
  place: Place,
): Piece[] {
  const { field, nodes } = selected;
  const named = getNamedType(field.type);
  if (isLeafType(named)) {
    if (field.args.length > 0) throw new NotCompiled(`${parent.name}.${field.name}`);
    const isId = field.name === 'id' && parent.getInterfaces().some(({ name }) => name === 'Node');
    if (isId) {
      return [sql`json_quote(${`${parent.name}:`} || ${columnOf(place.table, 'code')})`];
    }
    const column = place.part
      ? place.part.columns[exposedOf(field) ?? field.name]
      : exposedOf(field);
    if (column === undefined) throw new NotCompiled(`${parent.name}.${field.name}`);
    return [leaf(named.name, columnOf(place.table, column))];
  }
  const { args } = operation.argumentsOf(selected);
  const followed = place.part ? null : followedBy(field, args);
  if (!followed) throw new NotCompiled(`${parent.name}.${field.name}`);
  const { relation, query } = followed;
  if (relation !== null)
    return [followRelation(operation, compilers, selected, { relation, query }, place)];
  // Another type over the same row, which is there whenever the row is.
  if (!isObjectType(named) || tableNameOf(named) !== place.name) {
    throw new NotCompiled(`${parent.name}.${field.name}`);
  }
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return compilers.row(named, sets, place);
}

/** The row or the rows that a relation leads to. */
function followRelation(
  operation: Operation,
  compilers: Compilers,
  { field, nodes }: Selected,
  { relation: name, query }: { relation: string; query: Query },
  place: Place,
): SQL {
  const relation = relationOf(place.name, name);
  const named = getNamedType(field.type);
  if (!isObjectType(named)) throw new NotCompiled(field.name);
  const target = relation.targetTableName as TableName;
  const table = operation.alias(relations[target].table);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const row = join(compilers.row(named, sets, { table, name: target }));
  const { source, filter } = joined(operation, relation, place.table, table);
  const where = and(filter, query.where && conditionOn(table, target, query.where));
  if (!isListType(getNullableType(field.type))) {
    if (!(relation instanceof One)) throw new NotCompiled(field.name);
    return orNull(sql`(select ${row} from ${source} where ${where} limit 1)`);
  }
  const order = query.orderBy && relationsOrderToSQL(table, query.orderBy as never);
  if (!order || query.limit === undefined) throw new NotCompiled(`${field.name} has no bound`);
  return sql`'[' || coalesce((select group_concat(x, ',') from (select ${row} as x from ${source} where ${where} order by ${order} limit ${sql.raw(String(query.limit))})), '') || ']'`;
}

/** Where the rows of a relation come from, with the table of links between where there is one. */
export function joined(
  operation: Operation,
  relation: AnyRelation,
  parent: SQLiteTable,
  target: SQLiteTable,
): { source: SQL; filter: SQL | undefined } {
  const own = getTableAsAliasSQL(target);
  if (!relation.throughTable) {
    return { source: own, filter: relationToSQL(relation, parent, target).filter };
  }
  const through = operation.alias(relation.throughTable as SQLiteTable);
  const { filter, joinCondition } = relationToSQL(relation, parent, target, through);
  return {
    source: sql`${getTableAsAliasSQL(through)} join ${own} on ${joinCondition}`,
    filter,
  };
}

export function relationOf(table: TableName, name: string): AnyRelation {
  const found = (relations[table].relations as Record<string, AnyRelation>)[name];
  if (!found) throw new NotCompiled(`no relation ${name} on ${table}`);
  return found;
}

export function columnOf(table: SQLiteTable, name: string) {
  const column = getColumns(table)[name];
  if (!column) throw new NotCompiled(`no column ${name}`);
  return column;
}
