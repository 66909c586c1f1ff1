import { aliasedTable, and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, SQL, Table } from 'drizzle-orm';
import { crossJoin, flag } from './dialect.ts';
import { countValues } from './facet.ts';
import type { FacetColumn } from './facet.ts';
import { conditionOf } from './filter.ts';
import { targetOf } from './relations/relation-of.ts';
import { relations } from './relations.ts';
import type { TableName } from './relations.ts';
import type { ReadDatabase } from './store.ts';
import { storedCount, storedValues } from './statistics/stored-counts.ts';

/** The rows of a table, or those that a relation of a row reaches. */
export type RowsFrom = TableName | { relation: AnyRelation; parent: Table };

/** Rows that pass a filter, or what `far` leads to from each of them: what stands from `from` to the end. */
function selectRows(rows: RowsFrom, filter: object, far: AnyRelation | null = null) {
  const isAll = typeof rows === 'string';
  const name = isAll ? rows : targetOf(rows.relation);
  const { table } = relations[name];
  const reached = isAll ? null : reachedBy(rows, table);
  const where = and(reached?.filter, conditionOf(name, filter)) ?? sql`true`;
  const row: Table = far ? relations[targetOf(far)].table : table;
  const across = far
    ? sql` join ${getTableAsAliasSQL(row)} on ${relationToSQL(far, table, row).filter}`
    : sql``;
  const own = reached?.source ?? getTableAsAliasSQL(table);
  return { row, from: sql`from ${own}${across} where ${where}` };
}

/** Where the rows come from that a relation reaches, over the rows between where there are some. */
function reachedBy({ relation, parent }: Exclude<RowsFrom, TableName>, table: Table) {
  const own = getTableAsAliasSQL(table);
  const { throughTable } = relation;
  if (!throughTable) return { source: own, filter: relationToSQL(relation, parent, table).filter };
  const through = aliasedTable(throughTable as Table, 'between');
  const { filter, joinCondition } = relationToSQL(relation, parent, table, through);
  return {
    source: sql`${getTableAsAliasSQL(through)} ${crossJoin} ${own} on ${joinCondition}`,
    filter,
  };
}

/** How many rows pass a filter. */
export function countRows(rows: RowsFrom, filter: object): SQL {
  const stored = typeof rows === 'string' ? storedCount(rows, filter) : null;
  return sql`(${stored ?? sql`select count(*) ${selectRows(rows, filter).from}`})`;
}

/** Whether any row passes a filter: 1 or 0. */
export const isAnyRow = (rows: RowsFrom, filter: object): SQL =>
  sql`(select ${flag(sql`exists (select 1 ${selectRows(rows, filter).from})`)})`;

/**
 * The values of a facet over the rows that pass a filter, as a JSON list. Where these are links,
 * `far` leads from a link to the row that is counted.
 */
export function countFacet(
  rows: RowsFrom,
  filter: object,
  { facet, far }: { facet: FacetColumn; far: AnyRelation | null },
): SQL {
  const isAll = typeof rows === 'string' && !far;
  const stored = isAll ? storedValues(rows, facet.column, filter) : null;
  return countValues({ ...selectRows(rows, filter, far), stored }, facet);
}

/** One value that is asked for by itself. */
export async function valueOf(db: ReadDatabase, value: SQL): Promise<unknown> {
  const row = await db.get<{ value: unknown }>(sql`select ${value} as value`);
  return row.value;
}
