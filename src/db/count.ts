import { and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { Relation, SQL, Table } from 'drizzle-orm';
import type { Database } from './database.ts';
import { countValues } from './facet.ts';
import type { FacetColumn, FacetRow } from './facet.ts';
import { conditionOf } from './filter.ts';
import type { TableName } from './relations.ts';

/** How many rows a relation of the parent's row reaches that pass the filter. */
export function countRelated(parent: Table, relation: Relation, filter: object): SQL<number> {
  const target = relation.targetTable as Table;
  const { filter: joined } = relationToSQL(relation, parent, target);
  const passing = conditionOf(relation.targetTableName as TableName, filter);
  return sql<number>`(select count(*) from ${getTableAsAliasSQL(target)} where ${and(joined, passing)})`.mapWith(
    Number,
  );
}

/** Whether a relation of the parent's row reaches any row that passes the filter. */
export function isRelated(parent: Table, relation: Relation, filter: object): SQL<boolean> {
  const target = relation.targetTable as Table;
  const { filter: joined } = relationToSQL(relation, parent, target);
  const passing = conditionOf(relation.targetTableName as TableName, filter);
  return sql<boolean>`(select exists (select 1 from ${getTableAsAliasSQL(target)} where ${and(joined, passing)}))`.mapWith(
    Boolean,
  );
}

/** Whether any row of a table passes the condition. */
export function isAny(db: Database, table: Table, condition: SQL | undefined): boolean {
  const { found } = db.get<{ found: number }>(
    sql`select exists (select 1 from ${table} where ${condition ?? sql`true`}) as found`,
  );
  return found === 1;
}

/** The values of one facet over the rows of a table that pass the condition. */
export function facetsIn(
  db: Database,
  table: Table,
  condition: SQL | undefined,
  facet: FacetColumn | undefined,
): FacetRow[] {
  if (!facet) return [];
  const from = sql`from ${table} where ${condition ?? sql`true`}`;
  const { counted } = db.get<{ counted: string }>(
    sql`select ${countValues(table, facet, from)} as counted`,
  );
  return JSON.parse(counted) as FacetRow[];
}

/**
 * All facets over the rows that a relation of the parent's row reaches, as one JSON object by their
 * names, each under its own filter. Where the relation reaches links, `far` leads from a link to the
 * row that is counted.
 */
export function facetRelated(
  parent: Table,
  relation: Relation,
  far: Relation | null,
  facets: Readonly<Record<string, { facet: FacetColumn; filter: object }>>,
): SQL<Record<string, FacetRow[]>> {
  const target = relation.targetTable as Table;
  const { filter: joined } = relationToSQL(relation, parent, target);
  const rows = far ? (far.targetTable as Table) : target;
  const across = far
    ? sql` join ${getTableAsAliasSQL(rows)} on ${relationToSQL(far, target, rows).filter}`
    : sql``;
  const members = Object.entries(facets).map(([name, { facet, filter }]) => {
    const passing = conditionOf(relation.targetTableName as TableName, filter);
    const from = sql`from ${getTableAsAliasSQL(target)}${across} where ${and(joined, passing)}`;
    return sql`${sql.raw(`'${name}'`)}, json(${countValues(rows, facet, from)})`;
  });
  return sql<
    Record<string, FacetRow[]>
  >`(select json_object(${sql.join(members, sql`, `)}))`.mapWith(
    (json: unknown) => JSON.parse(json as string) as Record<string, FacetRow[]>,
  );
}
