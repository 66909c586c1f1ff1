import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnOf } from '../../db/column-of.ts';
import { crossJoin, identityOf, remembered } from '../../db/dialect.ts';
import { filterToSQL } from '../../db/filter.ts';
import { storedCount, storedValues } from '../../db/statistics/stored-counts.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { FieldArguments } from '../../fields/field-arguments.ts';
import { checkPage, linkOf, listedPage } from '../../fields/listed-page.ts';
import type { LinkRelation } from '../../fields/listed-page.ts';
import type { Facet, FilterValue } from '../../fields/listing.ts';
import { rowIn } from '../compile-context.ts';
import type { CompileContext, CompileKind } from '../compile-context.ts';
import { fewOf, fewSorted } from '../few-sorted.ts';
import { compilePaged } from '../paged.ts';
import type { PageRow } from '../paged.ts';
import { joinRelation } from '../rows.ts';
import { wayOfPage } from '../ways/page-way.ts';
import type { PageWay } from '../ways/page-way.ts';

/** The rows of a listing page by page: all, or those that a relation of the row reaches. */
export const compileConnection: CompileKind<'connection'> = (context, selected, spec, source) => {
  const list = listedRows(context, selected, spec, source);
  const { name, given, asked, relation, passing, rowsOfPage } = list;
  const key = relation ? undefined : keyOf(selected.field.name, given);
  return compilePaged(context, selected, {
    given,
    wholeOf: relation ? undefined : name,
    columns: Object.keys(identityOf(context.relations[name].table, context.dialect)),
    page(limit) {
      // What a relation reaches is few, and found by it.
      const way = relation
        ? null
        : wayOfPage(context, name, { selected, source, asked, size: limit });
      if (way && 'numbered' in way) return way;
      const page = inOrder(context, list, { ...rowsOfPage(way), limit });
      return way?.told?.(page) ?? page;
    },
    alone: relation
      ? (limit) => {
          const { row, tables, ...rows } = rowsOfPage(null);
          return { ...rows, row: readFrom(context, { tables, row }, list), limit };
        }
      : undefined,
    row(page) {
      const row = context.table(name);
      const tables = sql`${page} ${crossJoin} ${getTableAsAliasSQL(row)} on ${isOnPage(context, row)}`;
      return readFrom(context, { tables, row }, list);
    },
    isBeyond(end) {
      const { row, tables, where } = passing();
      return sql`exists (select 1 from ${tables} where ${and(where, asked.isBeside(row, 'outside', end))})`;
    },
    count() {
      const { tables, where } = passing();
      const stored = relation ? null : storedCount(name, asked.filter());
      return stored ?? countOnce(sql`select count(*) from ${tables} where ${where}`, key);
    },
    counted(facet) {
      const { row, tables, where } = passing(facet);
      const { listed, joining } = listedFrom(context, list.link, row);
      const stored = relation ? null : storedValues(name, facet.column, asked.filter(facet));
      return { row: listed, from: sql`from ${tables}${joining} where ${where}`, stored, key };
    },
  });
};

/** The rows of a page in their order, as PostgreSQL finds them sooner where it chooses the way by itself. */
function inOrder(
  context: CompileContext,
  { listing, asked, given, relation }: ReturnType<typeof listedRows>,
  rows: { row: SQLiteTable; tables: SQL; where: SQL; order: SQL; limit: SQL },
): SQL {
  const { row, tables, where, order, limit } = rows;
  const identity = identityIn(context, row);
  const filter = given.args.filter as FilterValue;
  const isFree = context.dialect !== 'sqlite' && !relation && isFiltered(given.args);
  const most = isFree ? fewOf({ listing, filter }, asked.columns[0]) : null;
  if (most === null)
    return sql`select ${identity} from ${tables} where ${where} order by ${order} limit ${limit}`;
  const columns = Object.keys(identityOf(row, context.dialect));
  const { reading: direction } = asked;
  return fewSorted({
    identity,
    columns,
    tables,
    where,
    keys: asked.keys(row),
    direction,
    limit,
    most,
  });
}

/** What is listed, and the rows of it. */
function listedRows(...[context, selected, spec, source]: Parameters<CompileKind<'connection'>>) {
  const { listing, reach } = spec;
  const from = reach && rowIn(source, selected.field);
  const relation = reach && from && relationOf(from.name, reach.relation);
  /** The table of the rows: those that are listed, or links to them. */
  const name = relation ? targetOf(relation) : listing.table;
  const link = linkOf(name, reach?.through ?? null);
  const given = context.argumentsOf(selected, (args) => checkPage(listing, args));
  const asked = listedPage(listing, link, given);
  context.preconditions.push(...asked.ends.map(asked.isPlace));

  /** The rows that pass the filter, each time under names of their own. */
  function passing(facet?: Facet) {
    const row = context.table(name);
    if (!from || isFiltered(given.args)) context.ways.isOfNamed = false;
    const condition = filterToSQL(row, asked.filter(facet), name);
    if (!from || !relation) {
      return { row, tables: getTableAsAliasSQL(row), where: condition ?? sql`true` };
    }
    const { tables, filter } = joinRelation(context, relation, from.table, row);
    return { row, tables, where: and(filter, condition) ?? sql`true` };
  }

  /** The rows of a page, and in which order they come. */
  function rowsOfPage(way: PageWay | null) {
    const { row, tables, where } = passing();
    const cuts = asked.ends.map((end) => asked.isBeside(row, 'inside', end));
    return {
      row,
      tables: way?.from?.(row) ?? tables,
      where: and(way?.where ? way.where(row) : where, ...cuts) ?? sql`true`,
      order: asked.orderOf(row),
    };
  }

  return { name, link, listing, given, asked, relation, passing, rowsOfPage };
}

/** What is read of a row that was found: of itself, and of the one that is listed. */
function readFrom(
  context: CompileContext,
  { tables, row }: { tables: SQL; row: SQLiteTable },
  { name, link, listing, asked }: ReturnType<typeof listedRows>,
): PageRow {
  const { listed, joining } = listedFrom(context, link, row);
  const keys = asked.cursorColumns.map((column) => sql`${columnOf(listed, column)}`);
  return {
    tables: sql`${tables}${joining}`,
    cursor: [sql.raw(`'${asked.cursorName}'`), ...keys],
    node: { table: listed, name: listing.table },
    // Fields of the link itself are those of its row.
    edge: { table: row, name },
  };
}

/** By what it is known again what was counted of a whole list: its field and filter. What a relation reaches is few. */
const keyOf =
  (field: string, { computed }: FieldArguments) =>
  () =>
    sql`${sql.raw(`'${field}'`)}, 'filter', ${computed(({ filter }) => JSON.stringify(filter ?? {}))}`;

/** Whether not all rows are asked for: of words in texts nobody knows beforehand how many have them. */
const isFiltered = ({ filter }: FieldArguments['args']) => Object.keys(filter ?? {}).length > 0;

/** A count that is worked out once for all who ask by the same key. */
const countOnce = (count: SQL, key: (() => SQL) | undefined): SQL =>
  key ? sql`select ${remembered(() => sql`'total', ${key()}`, sql`(${count})`)}` : count;

/** What a row of a page is known by, and that it is the one which the page `p` knows so. */
const identityIn = ({ dialect }: CompileContext, row: SQLiteTable) =>
  sql.join(
    Object.entries(identityOf(row, dialect)).map(([as, value]) => sql`${value} as ${sql.raw(as)}`),
    sql`, `,
  );
const isOnPage = ({ dialect }: CompileContext, row: SQLiteTable) =>
  sql.join(
    Object.entries(identityOf(row, dialect)).map(([as, value]) => sql`${value} = p.${sql.raw(as)}`),
    sql` and `,
  );

/** The row that is listed, which a link may lead to, and what joins it to one that was found. */
function listedFrom(context: CompileContext, link: LinkRelation, row: SQLiteTable) {
  if (!link) return { listed: row, joining: sql`` };
  const listed = context.alias(link.relation.targetTable as SQLiteTable);
  const { filter } = relationToSQL(link.relation, row, listed);
  return { listed, joining: sql` ${crossJoin} ${getTableAsAliasSQL(listed)} on ${filter}` };
}
