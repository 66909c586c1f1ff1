import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { conditionOn } from '../db/count.ts';
import { countValues } from '../db/facet.ts';
import { beyond, keysOf, orderOf } from '../db/keyset.ts';
import type { Direction } from '../db/keyset.ts';
import { relations } from '../db/relations.ts';
import type { Declared } from '../fields/declared.ts';
import { checkFilter, filterOf } from '../fields/listing.ts';
import type { FilterValue, Listing, TableName } from '../fields/listing.ts';
import { orderColumns, windowOf } from '../fields/page.ts';
import type { PageArguments } from '../fields/page.ts';
import { declaredOf, exposedOf } from './metadata.ts';
import { NotCompiled } from './operation.ts';
import type { Compilers, Operation, Place, Selected } from './operation.ts';
import { columnOf, joined, relationOf } from './row.ts';
import { join, leaf, object } from './text.ts';
import type { Piece } from './text.ts';

/** The rows of a page: of a listing, or links that lead to such. */
type Source = {
  listing: Listing;
  /** The table of the rows, and its name. */
  name: TableName;
  /** From a link to the row that is listed. */
  far: { name: string; relation: AnyRelation } | null;
  /** From where they are reached; null at the root. */
  from: { relation: AnyRelation; parent: SQLiteTable } | null;
};

/** Everything that the parts of one page share. */
type Paged = {
  operation: Operation;
  compilers: Compilers;
  source: Source;
  args: PageArguments;
  size: number;
  backward: boolean;
  filter: object;
};

/** The rows of a listing, page by page. */
export function compilePage(
  operation: Operation,
  compilers: Compilers,
  selected: Selected,
  listing: Listing,
): SQL {
  const source = { listing, name: listing.table, far: null, from: null };
  return compile(operation, compilers, selected, source);
}

/** The rows of a listing that a relation of the row reaches, page by page. */
export function compileRelated(
  operation: Operation,
  compilers: Compilers,
  selected: Selected,
  { listing, relation: name, through }: Declared & { kind: 'related' },
  place: Place,
): SQL {
  const relation = relationOf(place.name, name);
  const target = relation.targetTableName as TableName;
  const far = through === null ? null : { name: through, relation: relationOf(target, through) };
  const from = { relation, parent: place.table };
  return compile(operation, compilers, selected, { listing, name: target, far, from });
}

function compile(
  operation: Operation,
  compilers: Compilers,
  selected: Selected,
  source: Source,
): SQL {
  const type = getNamedType(selected.field.type);
  if (!isObjectType(type)) throw new NotCompiled(selected.field.name);
  const { listing, far } = source;
  const { args, parameter } = operation.argumentsOf(selected, (given) => {
    windowOf(given);
    checkFilter(listing, given['filter'] as FilterValue);
  });
  const { size, backward } = windowOf(args);
  const filter = filterOf(listing, parameter('filter') as FilterValue);
  const paged: Paged = {
    operation,
    compilers,
    source,
    args: args,
    size,
    backward,
    filter: far ? { [far.name]: filter } : filter,
  };
  const sets = selected.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const members = operation
    .fieldsOf(type, sets)
    .map((part) => [part.name, compilePart(paged, type, part)] as const);
  const rows = rowsOfPage(paged, parameter);
  return sql`(with p(n, id) as materialized (${rows}) select ${join(object(members))})`;
}

/** The rows of the page by their numbers, and one more to see whether it goes on. */
function rowsOfPage(
  { operation, source, args, size, backward, filter }: Paged,
  parameter: (name: string) => unknown,
): SQL {
  const { listing, name, far, from } = source;
  const row = operation.alias(relations[name].table);
  const { columns, direction } = orderColumns(listing, args);
  const opposite: Direction = direction === 'ASC' ? 'DESC' : 'ASC';
  const keys = keysOf(row, columns, far?.relation ?? null);
  const listed = relations[listing.table].table as SQLiteTable;
  const edges = (['after', 'before'] as const).flatMap((end) => {
    if (args[end] == null) return [];
    const cursor = parameter(end) as SQL;
    const way = end === 'after' ? direction : opposite;
    operation.guards.push(
      sql`exists (select 1 from ${listed} where ${columnOf(listed, 'code')} = ${parameter(end)})`,
    );
    return [beyond(keys, columns, listed, cursor, way)];
  });
  const { tables, joining } = reached(operation, from, row);
  const where = and(joining, conditionOn(row, name, filter), ...edges) ?? sql`true`;
  const order = orderOf(keys, backward ? opposite : direction);
  return sql`select row_number() over (), id from (select ${columnOf(row, 'id')} as id from ${tables} where ${where} order by ${order} limit ${sql.raw(String(size + 1))})`;
}

function reached(operation: Operation, from: Source['from'], row: SQLiteTable) {
  if (!from) return { tables: getTableAsAliasSQL(row), joining: undefined };
  const { source, filter } = joined(operation, from.relation, from.parent, row);
  return { tables: source, joining: filter };
}

/** One field of a connection. */
function compilePart(paged: Paged, type: GraphQLObjectType, part: Selected): Piece[] {
  const { operation, source, args, size, backward, filter } = paged;
  if (part.field.name === '__typename') return [JSON.stringify(type.name)];
  const named = getNamedType(part.field.type);
  const sets = part.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const declared = declaredOf(part.field);
  switch (declared?.kind) {
    case 'nodes':
      return eachRow(paged, (rows) => node(paged, named, sets, rows));
    case 'edges':
      if (!isObjectType(named)) break;
      return eachRow(paged, (rows) => edge(paged, named, sets, rows));
    case 'pageInfo': {
      if (!isObjectType(named)) break;
      const more = sql`(select case when exists (select 1 from p where n > ${sql.raw(String(size))}) then 'true' else 'false' end)`;
      const values: Record<string, Piece> = {
        hasNextPage: backward ? JSON.stringify(args.before != null) : more,
        hasPreviousPage: backward ? more : JSON.stringify(args.after != null),
        startCursor: cursorAt(paged, backward ? 'last' : 'first'),
        endCursor: cursorAt(paged, backward ? 'first' : 'last'),
        __typename: JSON.stringify(named.name),
      };
      return object(
        operation
          .fieldsOf(named, sets)
          .map(({ name, field }) => [name, [values[field.name] ?? 'null']]),
      );
    }
    case 'totalCount': {
      const row = operation.alias(relations[source.name].table);
      const { tables, joining } = reached(operation, source.from, row);
      const where = and(joining, conditionOn(row, source.name, filter)) ?? sql`true`;
      return [sql`(select count(*) from ${tables} where ${where})`];
    }
    case 'facets':
      if (!isObjectType(named)) break;
      return object(
        operation
          .fieldsOf(named, sets)
          .map((facet) => [facet.name, compileFacet(paged, named, facet)]),
      );
    default:
      break;
  }
  throw new NotCompiled(`${type.name}.${part.field.name}`);
}

/** The tables under names of their own that one row of a page is read from. */
type Rows = { row: SQLiteTable; listed: SQLiteTable; tables: SQL };

function rowsUnder({ operation, source }: Paged): Rows {
  const row = operation.alias(relations[source.name].table);
  const own = sql`p join ${getTableAsAliasSQL(row)} on ${columnOf(row, 'id')} = p.id`;
  if (!source.far) return { row, listed: row, tables: own };
  const { relation } = source.far;
  const listed = operation.alias(relation.targetTable as SQLiteTable);
  const { filter } = relationToSQL(relation, row, listed);
  return { row, listed, tables: sql`${own} join ${getTableAsAliasSQL(listed)} on ${filter}` };
}

function eachRow(paged: Paged, text: (rows: Rows) => Piece[]): Piece[] {
  const rows = rowsUnder(paged);
  const way = sql.raw(paged.backward ? 'desc' : 'asc');
  return [
    '[',
    sql`coalesce((select group_concat(${join(text(rows))}, ',' order by p.n ${way}) from ${rows.tables} where p.n <= ${sql.raw(String(paged.size))}), '')`,
    ']',
  ];
}

function node(
  { compilers, source }: Paged,
  type: unknown,
  sets: readonly SelectionSetNode[],
  { listed }: Rows,
): Piece[] {
  if (!isObjectType(type)) throw new NotCompiled('a node of several types');
  return compilers.row(type, sets, { table: listed, name: source.listing.table });
}

function edge(
  paged: Paged,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  rows: Rows,
): Piece[] {
  const { operation, compilers, source } = paged;
  // Fields of the link itself are those of its row; the others are the edge's own.
  return object(
    operation.fieldsOf(type, sets).map((part) => {
      const declared = declaredOf(part.field);
      const inner = part.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (declared?.kind === 'cursor') {
        return [part.name, [sql`json_quote(${columnOf(rows.listed, 'code')})`]];
      }
      if (declared?.kind === 'edgeNode') {
        return [part.name, node(paged, getNamedType(part.field.type), inner, rows)];
      }
      if (part.field.name === '__typename') return [part.name, [JSON.stringify(type.name)]];
      return [part.name, compilers.field(type, part, { table: rows.row, name: source.name })];
    }),
  );
}

/** The cursor of the first or last row that was read for the page; null for an empty one. */
function cursorAt(paged: Paged, which: 'first' | 'last'): SQL {
  const { listed, tables } = rowsUnder(paged);
  const way = sql.raw(which === 'first' ? 'asc' : 'desc');
  return sql`coalesce((select json_quote(${columnOf(listed, 'code')}) from ${tables} where p.n <= ${sql.raw(String(paged.size))} order by p.n ${way} limit 1), 'null')`;
}

/** The values of a facet with their counts. */
function compileFacet(paged: Paged, parent: GraphQLObjectType, selected: Selected): Piece[] {
  const { operation, source, filter } = paged;
  if (selected.field.name === '__typename') return [JSON.stringify(parent.name)];
  const declared = declaredOf(selected.field);
  const type = getNamedType(selected.field.type);
  if (declared?.kind !== 'facet' || !isObjectType(type)) throw new NotCompiled(parent.name);
  const { args } = operation.argumentsOf(selected);
  const first = args['first'] as number;
  if (first < 0 || first > 100) throw new NotCompiled('first');
  const row = operation.alias(relations[source.name].table);
  const { tables, joining } = reached(operation, source.from, row);
  const far = source.far && operation.alias(source.far.relation.targetTable as SQLiteTable);
  const across =
    far && source.far
      ? sql` join ${getTableAsAliasSQL(far)} on ${relationToSQL(source.far.relation, row, far).filter}`
      : sql``;
  const where = and(joining, conditionOn(row, source.name, filter)) ?? sql`true`;
  const counted = countValues(
    far ?? row,
    declared.facet,
    sql`from ${tables}${across} where ${where}`,
  );
  const sets = selected.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const members = operation.fieldsOf(type, sets).map((part) => {
    if (part.field.name === '__typename') return [part.name, [JSON.stringify(type.name)]] as const;
    const { args: given } = operation.argumentsOf(part);
    const key = exposedOf(part.field) ?? (given['language'] === 'EN' ? 'en' : 'zh');
    const value = sql`f.value ->> ${sql.raw(`'${key}'`)}`;
    return [part.name, [leaf(getNamedType(part.field.type).name, value)]] as const;
  });
  return [
    '[',
    sql`coalesce((select group_concat(${join(object(members))}, ',' order by f.key) from json_each(${counted}) f where f.key < ${sql.raw(String(first))}), '')`,
    ']',
  ];
}
