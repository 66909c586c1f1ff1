import { and, getTableAsAliasSQL, relationToSQL, relationsFilterToSQL, sql } from 'drizzle-orm';
import type { Relation, SQL, Table } from 'drizzle-orm';
import { relations } from './relations.ts';

type TableName = keyof typeof relations;

/** drizzle types two of its parameters; the relations are what lets a filter reach other tables. */
const filterToSQL = relationsFilterToSQL as (
  table: Table,
  filter: object,
  tableRelations: object,
  allRelations: object,
) => SQL | undefined;

/** The condition that a filter puts on the rows of a table. */
export function conditionOf(name: TableName, filter: object): SQL | undefined {
  const { table, relations: own } = relations[name];
  return filterToSQL(table, filter, own, relations);
}

/** How many rows a relation of the parent's row reaches that pass the filter. */
export function countRelated(parent: Table, relation: Relation, filter: object): SQL<number> {
  const target = relation.targetTable as Table;
  const { filter: joined } = relationToSQL(relation, parent, target);
  const passing = conditionOf(relation.targetTableName as TableName, filter);
  return sql<number>`(select count(*) from ${getTableAsAliasSQL(target)} where ${and(joined, passing)})`.mapWith(
    Number,
  );
}
