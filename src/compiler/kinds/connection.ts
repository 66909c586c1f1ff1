import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnOf } from '../../db/column-of.ts';
import { crossJoin, identityOf } from '../../db/dialect.ts';
import { filterToSQL } from '../../db/filter.ts';
import { storedCount, storedValues } from '../../db/statistics/stored-counts.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import { checkPage, linkOf, listedPage } from '../../fields/listed-page.ts';
import type { Facet } from '../../fields/listing.ts';
import { rowIn } from '../compile-context.ts';
import type { CompileContext, CompileKind } from '../compile-context.ts';
import { compilePaged } from '../paged.ts';
import { joinRelation } from '../rows.ts';
import { wayOfPage } from '../ways/page-way.ts';

/** The rows of a listing page by page: all, or those that a relation of the row reaches. */
export const compileConnection: CompileKind<'connection'> = (context, selected, spec, source) => {
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
    const condition = filterToSQL(row, asked.filter(facet), name);
    if (!from || !relation) {
      return { row, tables: getTableAsAliasSQL(row), where: condition ?? sql`true` };
    }
    const { tables, filter } = joinRelation(context, relation, from.table, row);
    return { row, tables, where: and(filter, condition) ?? sql`true` };
  }

  /** The row that is listed, and what joins it to one that was found. */
  const listedFrom = (row: SQLiteTable) =>
    link ? joinFar(context, link.relation, row) : { listed: row, joining: sql`` };

  return compilePaged(context, selected, {
    given,
    columns: Object.keys(identityOf(context.relations[name].table, context.dialect)),
    page(limit) {
      const { row, tables, where } = passing();
      const cuts = asked.ends.map((end) => asked.isBeside(row, 'inside', end));
      // What a relation reaches is few, and found by it.
      const way = from ? null : wayOfPage(context, name, { selected, source, asked, size: limit });
      const all = and(way ? way.where(row) : where, ...cuts) ?? sql`true`;
      const page = sql`select ${identityIn(context, row)} from ${way?.from(row) ?? tables} where ${all} order by ${asked.orderOf(row)} limit ${limit}`;
      return way?.told?.(page) ?? page;
    },
    row(page) {
      const row = context.table(name);
      const own = sql`${page} ${crossJoin} ${getTableAsAliasSQL(row)} on ${isOnPage(context, row)}`;
      const { listed, joining } = listedFrom(row);
      const keys = asked.cursorColumns.map((column) => sql`${columnOf(listed, column)}`);
      return {
        tables: sql`${own}${joining}`,
        cursor: [sql.raw(`'${asked.cursorName}'`), ...keys],
        node: { table: listed, name: listing.table },
        // Fields of the link itself are those of its row.
        edge: { table: row, name },
      };
    },
    isBeyond(end) {
      const { row, tables, where } = passing();
      return sql`exists (select 1 from ${tables} where ${and(where, asked.isBeside(row, 'outside', end))})`;
    },
    count() {
      const { tables, where } = passing();
      const stored = relation ? null : storedCount(name, asked.filter());
      return stored ?? sql`select count(*) from ${tables} where ${where}`;
    },
    counted(facet) {
      const { row, tables, where } = passing(facet);
      const { listed, joining } = listedFrom(row);
      const stored = relation ? null : storedValues(name, facet.column, asked.filter(facet));
      return { row: listed, from: sql`from ${tables}${joining} where ${where}`, stored };
    },
  });
};

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

/** The row that a link leads to. */
function joinFar(context: CompileContext, relation: AnyRelation, link: SQLiteTable) {
  const listed = context.alias(relation.targetTable as SQLiteTable);
  const { filter } = relationToSQL(relation, link, listed);
  return { listed, joining: sql` ${crossJoin} ${getTableAsAliasSQL(listed)} on ${filter}` };
}
