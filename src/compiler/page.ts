import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isObjectType } from 'graphql';
import { filterToSQL } from '../db/filter.ts';
import { beyond, keysOf, orderOf } from '../db/keyset.ts';
import type { Direction } from '../db/keyset.ts';
import type { Declared } from '../fields/declared.ts';
import { checkFilter, feltBy, filterOf } from '../fields/listing.ts';
import type { Facet, FilterValue, Listing, TableName } from '../fields/listing.ts';
import { acrossLink, orderColumns, windowOf } from '../fields/page.ts';
import { compileConnection, compileWindow } from './connection.ts';
import type { PageRow, Window } from './connection.ts';
import { compileFacets } from './facet.ts';
import { NotCompiled } from './operation.ts';
import type { Given, Operation, Place } from './operation.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf, joined, relationOf } from './relation.ts';

/** The rows that are listed: of the listing itself, or links that lead to such. */
type Source = {
  listing: Listing;
  /** The table of the rows. */
  name: TableName;
  /** From a link to the row that is listed. */
  far: { name: string; relation: AnyRelation } | null;
  /** From where they are reached; null at the root. */
  from: { relation: AnyRelation; parent: SQLiteTable } | null;
};

/** The rows of a listing, page by page. */
export function compilePage(operation: Operation, selected: Selected, listing: Listing): SQL {
  return compile(operation, selected, { listing, name: listing.table, far: null, from: null });
}

/** The rows of a listing that a relation of the row reaches, page by page. */
export function compileRelated(
  operation: Operation,
  selected: Selected,
  { listing, relation: name, through }: Declared & { kind: 'related' },
  place: Place,
): SQL {
  const relation = relationOf(operation.relations, place.name, name);
  const target = relation.targetTableName as TableName;
  const far = through && {
    name: through,
    relation: relationOf(operation.relations, target, through),
  };
  const from = { relation, parent: place.table };
  return compile(operation, selected, { listing, name: target, far: far || null, from });
}

function compile(operation: Operation, selected: Selected, source: Source): SQL {
  const { listing, far } = source;
  const given = operation.argumentsOf(selected, (args) => {
    windowOf(args);
    checkFilter(listing, args['filter'] as FilterValue);
  });
  const window = compileWindow(given);
  const lifted = given.parameter('filter') as FilterValue;
  const passingUnder = (filter: FilterValue | null | undefined) =>
    passingRows(operation, source, acrossLink(filterOf(listing, filter), far?.name ?? null));
  const passing = passingUnder(lifted);
  return compileConnection(
    {
      ...window,
      operation,
      ids: (limit) => compileIds(operation, source, given, window, passing(), limit),
      row: (page) => compileRow(operation, source, page),
      count() {
        const { tables, where } = passing();
        return sql`select count(*) from ${tables} where ${where}`;
      },
      facets(type, sets) {
        const counted = (facet: Facet) => {
          const felt = feltBy(lifted, facet);
          const { row, tables, where } = felt === lifted ? passing() : passingUnder(felt)();
          if (!far) return { row, from: sql`from ${tables} where ${where}` };
          const { listed, joining } = farOf(operation, far.relation, row);
          return { row: listed, from: sql`from ${tables}${joining} where ${where}` };
        };
        return compileFacets(operation, counted, type, sets);
      },
    },
    selected,
  );
}

type Passing = { row: SQLiteTable; tables: SQL; where: SQL };

/** The rows that pass the filter, each time under names of their own. */
const passingRows =
  (operation: Operation, { name, from }: Source, filter: object) =>
  (): Passing => {
    const row = operation.table(name);
    const condition = filterToSQL(row, filter, name);
    if (!from) return { row, tables: getTableAsAliasSQL(row), where: condition ?? sql`true` };
    const { source, filter: joining } = joined(operation, from.relation, from.parent, row);
    return { row, tables: source, where: and(joining, condition) ?? sql`true` };
  };

function compileIds(
  operation: Operation,
  { listing, far }: Source,
  { args, parameter }: Given,
  { backward }: Window,
  { row, tables, where }: Passing,
  limit: SQL,
): SQL {
  const { columns, direction } = orderColumns(listing, args);
  const opposite: Direction = direction === 'ASC' ? 'DESC' : 'ASC';
  const keys = keysOf(row, columns, far?.relation ?? null);
  const listed: SQLiteTable = operation.relations[listing.table].table;
  const ends = (['after', 'before'] as const).flatMap((end) => {
    if (args[end] == null) return [];
    const isThere = sql`${columnOf(listed, 'code')} = ${parameter(end)}`;
    operation.guards.push(sql`exists (select 1 from ${listed} where ${isThere})`);
    const way = end === 'after' ? direction : opposite;
    return [beyond(keys, columns, listed, parameter(end) as SQL, way)];
  });
  const order = orderOf(keys, backward ? opposite : direction);
  return sql`select ${columnOf(row, 'id')} as id from ${tables} where ${and(where, ...ends)} order by ${order} limit ${limit}`;
}

function compileRow(operation: Operation, { listing, name, far }: Source, page: SQL): PageRow {
  const row = operation.table(name);
  const own = sql`${page} cross join ${getTableAsAliasSQL(row)} on ${columnOf(row, 'id')} = p.id`;
  const { listed, joining } = far
    ? farOf(operation, far.relation, row)
    : { listed: row, joining: sql`` };
  return {
    tables: sql`${own}${joining}`,
    cursor: sql`${columnOf(listed, 'code')}`,
    node(type, sets) {
      if (!isObjectType(type)) throw new NotCompiled('a node of several types');
      return operation.compilers.row(type, sets, { table: listed, name: listing.table });
    },
    // Fields of the link itself are those of its row.
    edgeField: (edge, part) => operation.compilers.field(edge, part, { table: row, name }),
  };
}

/** The row that a link leads to. */
function farOf(operation: Operation, relation: AnyRelation, link: SQLiteTable) {
  const listed = operation.alias(relation.targetTable as SQLiteTable);
  const { filter } = relationToSQL(relation, link, listed);
  return { listed, joining: sql` cross join ${getTableAsAliasSQL(listed)} on ${filter}` };
}
