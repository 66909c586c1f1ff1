import { aliasedTable, and, getTableAsAliasSQL, relationToSQL, sql } from 'drizzle-orm';
import type { AnyRelation, Column, SQL, Table } from 'drizzle-orm';
import { filterToSQL } from '../filter.ts';
import type { TableName } from '../relations.ts';
import { relationInFilter, targetOf } from './relation-of.ts';

type FilterObject = Readonly<Record<string, unknown>>;

/** What the row at the other end must pass: a filter, or only that there is one, or that there is none. */
type WantedStep = object | boolean;

/**
 * A filter whose steps from one table to another cost no more than the rows of the tables that it
 * names. drizzle turns each step into a correlated EXISTS; in each other these are worked out once
 * for every way through the data, which is the fan-out to the power of the depth. Here only the
 * first step of a way is an EXISTS, so that a page can walk its order and ask row by row; every step
 * below it becomes a set that refers to nothing outside itself, and SQLite works such a set out once
 * for the whole statement.
 */
export function boundSteps(name: TableName, filter: object): object {
  return rewrite(name, filter as FilterObject, exists);
}

type RelationStep = (row: Table, relation: AnyRelation, wanted: WantedStep) => SQL;

function rewrite(name: TableName, filter: FilterObject, step: RelationStep): object {
  const parts = Object.entries(filter).map(([key, value]): object => {
    if (value === undefined) return {};
    if (key === 'AND' || key === 'OR') {
      return { [key]: (value as FilterObject[]).map((item) => rewrite(name, item, step)) };
    }
    if (key === 'NOT') return { NOT: rewrite(name, value as FilterObject, step) };
    const relation = relationInFilter(name, key);
    if (!relation) return { [key]: value };
    const wanted =
      typeof value === 'boolean'
        ? value
        : rewrite(targetOf(relation), value as FilterObject, isMember);
    const taken = { RAW: (row: Table) => step(row, relation, wanted) };
    if (step === exists && wanted !== false) noteSet(taken, relation, wanted);
    return taken;
  });
  const [only] = parts;
  return only && parts.length === 1 ? only : { AND: parts };
}

/** The rows from which a step leads to others that pass, as a set by which they can be looked up. */
export type StepSet = {
  /** The column of the row whose values are in the set, by its name in the database. */
  column: string;
  /** The same filter as membership in it. */
  filter: object;
  /** What is in it. */
  members: () => SQL;
};

const sets = new WeakMap<object, StepSet>();

/** The set of a part of a filter that was rewritten, where that is a step; undefined for any other. */
export const setOfStep = (part: object): StepSet | undefined => sets.get(part);

function noteSet(part: object, relation: AnyRelation, wanted: WantedStep): void {
  const [key] = relation.sourceColumns as readonly Column[];
  if (!key || relation.sourceColumns.length > 1) return;
  sets.set(part, {
    column: key.name,
    filter: { RAW: (row: Table) => isMember(row, relation, wanted) },
    members: () => membersOf(relation, wanted),
  });
}

/**
 * Whether a relation leads from the row to one that passes, asked row by row. What it must pass
 * stands in a CASE: it could otherwise drive the search, and a large set would be walked through
 * anew for every row. With a sign before it, it is no join to SQLite, which would first read all rows
 * at the other end into a Bloom filter.
 */
function exists(row: Table, relation: AnyRelation, wanted: WantedStep): SQL {
  const target = aliasedTable(relation.targetTable as Table, 'f');
  const through = relation.throughTable && aliasedTable(relation.throughTable as Table, 'ft');
  const { filter, joinCondition } = relationToSQL(relation, row, target, through);
  const own = getTableAsAliasSQL(target);
  const source = through
    ? sql`${getTableAsAliasSQL(through)} cross join ${own} on ${joinCondition}`
    : own;
  const passes = passing(relation, target, wanted);
  const where = and(filter, passes && sql`case when ${passes} then 1 end`);
  return sql`${sql.raw(wanted === false ? 'not exists' : '+exists')} (select 1 from ${source} where ${where})`;
}

/**
 * The same as membership in a set. A missing value on either side is no member, so that the opposite
 * holds where NOT stands before it.
 */
function isMember(row: Table, relation: AnyRelation, wanted: WantedStep): SQL {
  const [key] = relation.sourceColumns as readonly Column[];
  if (!key || relation.sourceColumns.length > 1) throw new Error('a relation over one column');
  const own = sql`${row}.${sql.identifier(key.name)}`;
  const is = sql`${own} ${sql.raw(wanted === false ? 'not in' : 'in')} (${membersOf(relation, wanted)})`;
  if (key.notNull) return is;
  return wanted === false ? sql`(${own} is null or ${is})` : sql`(${own} is not null and ${is})`;
}

const membersOf = (relation: AnyRelation, wanted: WantedStep): SQL =>
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
