import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnOf } from '../../db/column-of.ts';
import { filterToSQL } from '../../db/filter.ts';
import { beside, isPlace, keysOf, orderOf } from '../../db/keyset.ts';
import type { Cut, Direction, End } from '../../db/keyset.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { TableName } from '../../db/relations.ts';
import type { Selected } from '../../fields/collect-fields.ts';
import { orderName } from '../../fields/cursor.ts';
import type { FieldArguments } from '../../fields/field-arguments.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { checkFilter, feltBy, filterOf } from '../../fields/listing.ts';
import type { FilterValue, Listing } from '../../fields/listing.ts';
import { acrossLink, endsOf, orderColumns, positionAtCursor, windowOf } from '../../fields/page.ts';
import { rowIn } from '../compile-context.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import type { JsonFragment } from '../json-sql.ts';
import { compilePaged, compileWindow } from '../paged.ts';
import type { PageRow, Window } from '../paged.ts';
import { joined } from '../relation.ts';

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

/** The rows of a listing page by page: all, or those that a relation of the row reaches. */
export function compileConnection(
  context: CompileContext,
  selected: Selected,
  { listing, reach }: SpecOf<'connection'>,
  source: ObjectSource,
): JsonFragment[] {
  if (!reach) {
    return [
      compileList(context, selected, { listing, name: listing.table, far: null, from: null }),
    ];
  }
  const { name: parent, table } = rowIn(source, selected.field);
  const relation = relationOf(parent, reach.relation);
  const name = targetOf(relation);
  const far =
    reach.through === null
      ? null
      : { name: reach.through, relation: relationOf(name, reach.through) };
  return [
    compileList(context, selected, { listing, name, far, from: { relation, parent: table } }),
  ];
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
  const bound = given.parameter('filter') as FilterValue;
  const passingUnder = (filter: FilterValue | null | undefined) =>
    passingRows(context, source, acrossLink(filterOf(listing, filter), far?.name ?? null));
  const passing = passingUnder(bound);
  return compilePaged(
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
      counted(facet) {
        const felt = feltBy(bound, facet);
        const { row, tables, where } = felt === bound ? passing() : passingUnder(felt)();
        if (!far) return { row, from: sql`from ${tables} where ${where}` };
        const { listed, joining } = farOf(context, far.relation, row);
        return { row: listed, from: sql`from ${tables}${joining} where ${where}` };
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
    const { tables, filter: joining } = joined(context, from.relation, from.parent, row);
    return { row, tables, where: and(joining, condition) ?? sql`true` };
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
    node: { table: listed, name: listing.table },
    // Fields of the link itself are those of its row.
    edge: { table: row, name },
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
