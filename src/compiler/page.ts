import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isObjectType } from 'graphql';
import { filterToSQL } from '../db/filter.ts';
import { beside, isPlace, keysOf, orderOf } from '../db/keyset.ts';
import type { Cut, Direction, End } from '../db/keyset.ts';
import { orderName } from '../fields/cursor.ts';
import type { FieldSpec } from '../fields/field-spec.ts';
import { checkFilter, feltBy, filterOf } from '../fields/listing.ts';
import type { Facet, FilterValue, Listing, TableName } from '../fields/listing.ts';
import { acrossLink, endsOf, orderColumns, positionAtCursor, windowOf } from '../fields/page.ts';
import { compileConnection, compileWindow } from './connection.ts';
import type { PageRow, Window } from './connection.ts';
import { compileFacets } from './facet.ts';
import { NotCompiled } from './compile-context.ts';
import type { FieldArguments, CompileContext, RowSource } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf, joined, relationOf } from './relation.ts';

/** The rows that are listed: of the listing itself, or links that lead to such. */
type ListSource = {
  listing: Listing;
  /** The table of the rows. */
  name: TableName;
  /** From a link to the row that is listed. */
  far: { name: string; relation: AnyRelation } | null;
  /** From where they are reached; null at the root. */
  from: { relation: AnyRelation; parent: SQLiteTable } | null;
};

/** The rows of a listing, page by page. */
export function compilePage(context: CompileContext, selected: Selected, listing: Listing): SQL {
  return compileList(context, selected, { listing, name: listing.table, far: null, from: null });
}

/** The rows of a listing that a relation of the row reaches, page by page. */
export function compileRelated(
  context: CompileContext,
  selected: Selected,
  { listing, relation: name, through }: FieldSpec & { kind: 'related' },
  place: RowSource,
): SQL {
  const relation = relationOf(context.relations, place.name, name);
  const target = relation.targetTableName as TableName;
  const far = through && {
    name: through,
    relation: relationOf(context.relations, target, through),
  };
  const from = { relation, parent: place.table };
  return compileList(context, selected, { listing, name: target, far: far || null, from });
}

function compileList(context: CompileContext, selected: Selected, source: ListSource): SQL {
  const { listing, far } = source;
  const given = context.argumentsOf(selected, (args) => {
    windowOf(args);
    checkFilter(listing, args['filter'] as FilterValue);
    for (const end of endsOf(args)) positionAtCursor(listing, args, end);
  });
  const cutAt = cutsAtCursors(context, listing, given);
  const window = compileWindow(given);
  const lifted = given.parameter('filter') as FilterValue;
  const passingUnder = (filter: FilterValue | null | undefined) =>
    passingRows(context, source, acrossLink(filterOf(listing, filter), far?.name ?? null));
  const passing = passingUnder(lifted);
  return compileConnection(
    {
      ...window,
      context,
      ids: (limit) => compileIds({ source, given, window, cutAt }, passing(), limit),
      row: (page) => compileRow(context, source, given, page),
      isBeyond(end) {
        const { row, tables, where } = passing();
        const { columns, direction } = orderColumns(listing, given.args);
        const keys = keysOf(row, columns, far?.relation ?? null);
        const outside = beside(keys, cutAt(end), { side: 'outside', end, direction });
        return sql`exists (select 1 from ${tables} where ${and(where, outside)})`;
      },
      count() {
        const { tables, where } = passing();
        return sql`select count(*) from ${tables} where ${where}`;
      },
      facets(type, sets) {
        const counted = (facet: Facet) => {
          const felt = feltBy(lifted, facet);
          const { row, tables, where } = felt === lifted ? passing() : passingUnder(felt)();
          if (!far) return { row, from: sql`from ${tables} where ${where}` };
          const { listed, joining } = farOf(context, far.relation, row);
          return { row: listed, from: sql`from ${tables}${joining} where ${where}` };
        };
        return compileFacets(context, counted, type, sets);
      },
    },
    selected,
  );
}

type Passing = { row: SQLiteTable; tables: SQL; where: SQL };

/** The rows that pass the filter, each time under names of their own. */
const passingRows =
  (context: CompileContext, { name, from }: ListSource, filter: object) =>
  (): Passing => {
    const row = context.table(name);
    const condition = filterToSQL(row, filter, name);
    if (!from) return { row, tables: getTableAsAliasSQL(row), where: condition ?? sql`true` };
    const { source, filter: joining } = joined(context, from.relation, from.parent, row);
    return { row, tables: source, where: and(joining, condition) ?? sql`true` };
  };

/** Where the cursor at an end cuts the list. */
function cutsAtCursors(
  context: CompileContext,
  listing: Listing,
  { args, computed }: FieldArguments,
) {
  const { columns } = orderColumns(listing, args);
  const listed: SQLiteTable = context.relations[listing.table].table;
  const positionAt = (end: End) => ({
    key: computed((now) => positionAtCursor(listing, now, end).key),
    code: computed((now) => positionAtCursor(listing, now, end).code),
  });
  for (const end of endsOf(args)) context.preconditions.push(isPlace(listed, positionAt(end)));
  return (end: End): Cut => ({ listed, columns, position: positionAt(end) });
}

function compileIds(
  {
    source: { listing, far },
    given: { args },
    window: { backward },
    cutAt,
  }: { source: ListSource; given: FieldArguments; window: Window; cutAt: (end: End) => Cut },
  { row, tables, where }: Passing,
  limit: SQL,
): SQL {
  const { columns, direction } = orderColumns(listing, args);
  const opposite: Direction = direction === 'ASC' ? 'DESC' : 'ASC';
  const keys = keysOf(row, columns, far?.relation ?? null);
  const ends = endsOf(args).map((end) =>
    beside(keys, cutAt(end), { side: 'inside', end, direction }),
  );
  const order = orderOf(keys, backward ? opposite : direction);
  return sql`select ${rowNumber(row)} as id from ${tables} where ${and(where, ...ends)} order by ${order} limit ${limit}`;
}

function compileRow(
  context: CompileContext,
  { listing, name, far }: ListSource,
  { args }: FieldArguments,
  page: SQL,
): PageRow {
  const row = context.table(name);
  const own = sql`${page} cross join ${getTableAsAliasSQL(row)} on ${rowNumber(row)} = p.id`;
  const { listed, joining } = far
    ? farOf(context, far.relation, row)
    : { listed: row, joining: sql`` };
  const { columns } = orderColumns(listing, args);
  const order = sql.raw(`'${orderName(listing, columns)}'`);
  const keys = columns.map((column) => columnOf(listed, column));
  return {
    tables: sql`${own}${joining}`,
    cursor: sql`cursor_of(${order}, ${sql.join(keys, sql`, `)})`,
    node(type, sets) {
      if (!isObjectType(type)) throw new NotCompiled('a node of several types');
      return context.compilers.row(type, sets, { table: listed, name: listing.table });
    },
    // Fields of the link itself are those of its row.
    edgeField: (edge, part) => context.compilers.field(edge, part, { table: row, name }),
  };
}

/** What SQLite numbers every row by: the `id` of those that have one, and of links that have none. */
const rowNumber = (row: SQLiteTable): SQL => sql`${row}.rowid`;

/** The row that a link leads to. */
function farOf(context: CompileContext, relation: AnyRelation, link: SQLiteTable) {
  const listed = context.alias(relation.targetTable as SQLiteTable);
  const { filter } = relationToSQL(relation, link, listed);
  return { listed, joining: sql` cross join ${getTableAsAliasSQL(listed)} on ${filter}` };
}
