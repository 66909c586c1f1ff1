import { SQL, getColumnTable, getColumns, getTableName, is, sql } from 'drizzle-orm';
import type { AnyRelation, Column } from 'drizzle-orm';
import type { Database } from '../../../../src/db/database.ts';
import { relationInFilter, targetOf } from '../../../../src/db/relations/relation-of.ts';
import { relations } from '../../../../src/db/relations.ts';
import type { TableName } from '../../../../src/db/relations.ts';
import type { CatalogTable } from './catalog.ts';
import { backwardOf, fieldOf, forwardOf } from './names.ts';

/** Why PostGraphile cannot be asked the same. */
export class NotTranslated extends Error {}

type FilterObject = Readonly<Record<string, unknown>>;

const operators: Readonly<Record<string, string>> = {
  eq: 'equalTo',
  ne: 'notEqualTo',
  gt: 'greaterThan',
  gte: 'greaterThanOrEqualTo',
  lt: 'lessThan',
  lte: 'lessThanOrEqualTo',
};

/** Longer lists are no question that anybody would send. */
const longestList = 200;

/**
 * Writes a filter over the rows of a table as the one of PostGraphile's filter plugin. What a rule looks
 * up first, such as the numbers of places by their codes, PostGraphile is given.
 */
export function createTranslator(db: Database, catalog: readonly CatalogTable[]) {
  const keys = new Set(
    catalog.flatMap(({ name, foreignKeys }) =>
      foreignKeys.map(({ column, table, target }) => `${name}.${column} ${table}.${target}`),
    ),
  );
  const alone = new Set(
    catalog.flatMap(({ name, unique, primaryKey }) =>
      [...unique, primaryKey].flatMap((columns) =>
        columns.length === 1 ? [`${name}.${columns[0]}`] : [],
      ),
    ),
  );

  function translate(table: TableName, filter: FilterObject): object {
    const parts = Object.entries(filter).flatMap(([key, value]) => translateKey(table, key, value));
    return parts.length === 1 && parts[0] ? parts[0] : { and: parts };
  }

  function translateKey(table: TableName, key: string, value: unknown): object[] {
    if (value === undefined) return [];
    if (key === 'RAW') throw new NotTranslated('a condition in SQL');
    if (key === 'AND' || key === 'OR') {
      const items = (value as FilterObject[]).map((item) => translate(table, item));
      return items.length === 0 ? [] : [{ [key.toLowerCase()]: items }];
    }
    if (key === 'NOT') return [{ not: translate(table, value as FilterObject) }];
    const relation = relationInFilter(table, key);
    return [relation ? across(relation, value) : ofColumn(table, key, value as FilterObject)];
  }

  function across(relation: AnyRelation, wanted: unknown): object {
    const inner =
      typeof wanted === 'boolean' ? wanted : translate(targetOf(relation), wanted as FilterObject);
    const { throughTable, through } = relation;
    if (throughTable && through) {
      const [near, far] = [through.source[0], through.target[0]];
      if (!near || !far) throw new NotTranslated('a relation without columns');
      const [nearColumn, farColumn] = [near, far].map(({ _ }) => _.column as Column) as [
        Column,
        Column,
      ];
      const last = step(
        farColumn,
        relation.targetColumns[0] as Column,
        inner === false ? true : inner,
      );
      const first = step(relation.sourceColumns[0] as Column, nearColumn, last);
      return inner === false ? { not: first } : first;
    }
    const [from, to] = [relation.sourceColumns, relation.targetColumns] as [Column[], Column[]];
    if (!from[0] || !to[0] || from.length > 1)
      throw new NotTranslated('a relation over several columns');
    return step(from[0], to[0], inner);
  }

  /** From one row to others by a key, in either direction. */
  function step(from: Column, to: Column, wanted: object | boolean): object {
    const [source, target] = [from, to].map(
      (column) => `${getTableName(getColumnTable(column))}.${column.name}`,
    ) as [string, string];
    if (keys.has(`${source} ${target}`)) return ending(forwardOf(from.name), 'Exists', wanted);
    if (!keys.has(`${target} ${source}`))
      throw new NotTranslated(`no key from ${source} to ${target}`);
    const name = backwardOf(getTableName(getColumnTable(to)), to.name);
    if (alone.has(target)) return ending(name, 'Exists', wanted);
    return ending(name, 'Exist', typeof wanted === 'boolean' ? wanted : { some: wanted });
  }

  const ending = (name: string, exists: string, wanted: object | boolean) =>
    typeof wanted === 'boolean' ? { [`${name}${exists}`]: wanted } : { [name]: wanted };

  function ofColumn(table: TableName, key: string, conditions: FilterObject): object {
    const column = (getColumns(relations[table].table) as Record<string, Column>)[key];
    if (!column) throw new NotTranslated(`no column ${key}`);
    const given =
      is(conditions, SQL) || typeof conditions !== 'object' ? { eq: conditions } : conditions;
    const parts = Object.entries(given).map(([operator, value]) => {
      if (operator === 'isNull') return { isNull: true };
      if (operator === 'isNotNull') return { isNull: false };
      if (operator === 'in') return { in: listFor(column, value) };
      const name = operators[operator];
      if (name === undefined) throw new NotTranslated(`the operator ${operator}`);
      return { [name]: written(column, valueOf(value)) };
    });
    return { [fieldOf(column.name)]: Object.assign({}, ...parts) as object };
  }

  const valueOf = (value: unknown) =>
    is(value, SQL) ? db.values<[unknown]>(sql`select ${value}`)[0]?.[0] : value;

  /** Of the values of the column those in the list, whatever SQL gives that. */
  function listFor(column: Column, list: unknown): unknown[] {
    const known = sql`select distinct ${column} from ${getColumnTable(column)} where ${column} in ${list}`;
    const values = db.values<[unknown]>(known);
    if (values.length > longestList) throw new NotTranslated('a long list of numbers');
    return values.map(([value]) => written(column, value));
  }

  return translate;
}

/** A value as the scalar of its column is written: whole numbers as BigInt, in a text. */
function written(column: Column, value: unknown): unknown {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return column.getSQLType() === 'integer' ? String(value) : value;
}
