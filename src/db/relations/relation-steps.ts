import { aliasedTable, and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, Column, SQL, Table } from 'drizzle-orm';
import { crossJoin, unlessPostgres } from '../dialect.ts';
import { filterToSQL } from '../filter.ts';
import type { TableName } from '../relations.ts';
import { relationInFilter, targetOf } from './relation-of.ts';

export type FilterObject = Readonly<Record<string, unknown>>;

/** What the row at the other end must pass: a filter, or only that there is one, or that there is none. */
type WantedStep = object | boolean;

/** How a step from a row to another table is asked, so many steps below the first. */
type AskStep = (row: Table, relation: AnyRelation, wanted: WantedStep, depth: number) => SQL;

/**
 * A filter with its steps from one table to another in SQL. drizzle turns each into a correlated EXISTS;
 * in each other these are worked out once for every way through the data, which is the fan-out to the
 * power of the depth.
 * @param steps how each step is asked: the first, the one below it and so on, the last as all below it
 */
export function rewriteSteps(
  name: TableName,
  filter: FilterObject,
  steps: readonly AskStep[],
  depth = 0,
): object {
  const parts = Object.entries(filter).map(([key, value]): object => {
    if (value === undefined) return {};
    if (key === 'AND' || key === 'OR') {
      const items = value as FilterObject[];
      return { [key]: items.map((item) => rewriteSteps(name, item, steps, depth)) };
    }
    if (key === 'NOT') return { NOT: rewriteSteps(name, value as FilterObject, steps, depth) };
    const relation = relationInFilter(name, key);
    if (!relation) return { [key]: value };
    const wanted =
      typeof value === 'boolean'
        ? value
        : rewriteSteps(targetOf(relation), value as FilterObject, steps, depth + 1);
    const step = steps[depth] ?? steps.at(-1) ?? isMember;
    const taken = { RAW: (row: Table) => step(row, relation, wanted, depth) };
    columns.set(
      taken,
      (relation.sourceColumns as readonly Column[]).map((column) => column.name),
    );
    return taken;
  });
  const [only] = parts;
  return only && parts.length === 1 ? only : { AND: parts };
}

const columns = new WeakMap<object, readonly string[]>();

/** The columns that a step in SQL begins at, by their names in the database; undefined for all else. */
export const columnsOfStep = (step: object): readonly string[] | undefined => columns.get(step);

/** What the row at the other end of a step must pass, each step below asked by a set. */
export const wantedAsSet = (relation: AnyRelation, value: unknown): WantedStep =>
  typeof value === 'boolean'
    ? value
    : rewriteSteps(targetOf(relation), value as FilterObject, [isMember]);

/**
 * Whether a relation leads from the row to one that passes, asked row by row. What it must pass
 * stands in a CASE: it could otherwise drive the search, and a large set would be walked through
 * anew for every row. With a sign before it, it is no join to SQLite, which would first read all rows
 * at the other end into a Bloom filter.
 */
export function exists(row: Table, relation: AnyRelation, wanted: WantedStep, depth: number): SQL {
  // One in another sees the rows of those around it.
  const [here, between] = [`f${depth || ''}`, `ft${depth || ''}`];
  const target = aliasedTable(relation.targetTable as Table, here);
  const through = relation.throughTable && aliasedTable(relation.throughTable as Table, between);
  const { filter, joinCondition } = relationToSQL(relation, row, target, through);
  const own = getTableAsAliasSQL(target);
  const source = through
    ? sql`${getTableAsAliasSQL(through)} ${crossJoin} ${own} on ${joinCondition}`
    : own;
  const passes = passing(relation, target, wanted);
  const where = and(
    filter,
    passes && unlessPostgres(sql`case when ${passes} then 1 end`, () => passes),
  );
  return sql`${wanted === false ? sql`not exists` : unlessPostgres(sql`+exists`, () => sql`exists`)} (select 1 from ${source} where ${where})`;
}

/**
 * The same as membership in a set. A missing value on either side is no member, so that the opposite
 * holds where NOT stands before it.
 */
export function isMember(row: Table, relation: AnyRelation, wanted: WantedStep): SQL {
  const [key] = relation.sourceColumns as readonly Column[];
  if (!key || relation.sourceColumns.length > 1) throw new Error('a relation over one column');
  const own = sql`${row}.${sql.identifier(key.name)}`;
  const is = sql`${own} ${sql.raw(wanted === false ? 'not in' : 'in')} (${membersOf(relation, wanted)})`;
  if (key.notNull) return is;
  return wanted === false ? sql`(${own} is null or ${is})` : sql`(${own} is not null and ${is})`;
}

/** The values of a column that rows have from which a relation leads to one that passes. */
export const membersOf = (relation: AnyRelation, wanted: WantedStep): SQL =>
  relation.throughTable ? setThrough(relation, wanted) : setOf(relation, wanted);

function setOf(relation: AnyRelation, wanted: WantedStep): SQL {
  const target = aliasedTable(relation.targetTable as Table, 's');
  const [far] = relation.targetColumns as readonly Column[];
  if (!far) throw new Error('a relation has a column at either end');
  const value = sql`${target}.${sql.identifier(far.name)}`;
  const isThere = far.notNull ? undefined : sql`${value} is not null`;
  const where = and(passing(relation, target, wanted), isThere) ?? sql`true`;
  return sql`select ${value} from ${getTableAsAliasSQL(target)} where ${where}`;
}

function setThrough(relation: AnyRelation, wanted: WantedStep): SQL {
  const target = aliasedTable(relation.targetTable as Table, 's');
  const through = aliasedTable(relation.throughTable as Table, 'st');
  const [near] = relation.through?.source ?? [];
  if (!near) throw new Error('a relation through a table has a column in it');
  const { joinCondition } = relationToSQL(relation, relation.sourceTable as Table, target, through);
  const value = sql`${through}.${sql.identifier((near._.column as Column).name)}`;
  const where = passing(relation, target, wanted) ?? sql`true`;
  const source = sql`${getTableAsAliasSQL(through)} join ${getTableAsAliasSQL(target)} on ${joinCondition}`;
  return sql`select ${value} from ${source} where ${where}`;
}

function passing(relation: AnyRelation, target: Table, wanted: WantedStep): SQL | undefined {
  return typeof wanted === 'boolean' ? undefined : filterToSQL(target, wanted, targetOf(relation));
}
