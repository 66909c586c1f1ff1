import { SQL, is, sql } from 'drizzle-orm';
import type { Column, SQLWrapper, Table } from 'drizzle-orm';
import { oncePer } from '../../fields/once-per.ts';
import { isLifted, isSingle } from '../../fields/field-arguments.ts';
import type { BoundValue } from '../../fields/field-arguments.ts';
import type { TableName } from '../../db/relations.ts';
import { boundedIn } from '../../db/statistics/bounded-columns.ts';
import { countsOf } from '../../db/statistics/counted-columns.ts';
import { anyValue, noValue, valueBounds } from '../../db/statistics/value-bounds.ts';
import { relations } from '../../db/relations.ts';

const boundedOf = oncePer((_table: Table, name: TableName) => boundedIn(name));

/** What is before all keys and what is behind all, be they numbers or texts. */
const beyond = { low: sql.raw('-9e999'), high: sql.raw(`x'ff'`) };

type End = keyof typeof beyond;

/**
 * Between which keys of an order the rows lie that pass parts of a filter, as far as the snapshot has kept that
 * of the values: whoever walks the order need not begin before the first of them.
 * @param key the key of the order, as a property of the table
 */
export function boundsFor(name: TableName, parts: readonly object[], key: string): object[] {
  const { table } = relations[name];
  const { columns, keys } = boundedOf(table, name);
  if (!keys.includes(key)) return [];
  const ends = parts.flatMap((part) =>
    Object.entries(part).flatMap(([property, asked]: [string, unknown]) => {
      const column = columns.find((each) => each.name === property);
      const values = column && valuesIn(asked, column);
      return values
        ? [(end: End) => endOf(end, { column: countsOf(name, property), key }, values)]
        : [];
    }),
  );
  if (ends.length === 0) return [];
  const furthest = (end: End) => {
    const each = ends.map((of) => of(end));
    const [only] = each;
    const most = sql.raw(end === 'low' ? 'max' : 'min');
    return only && each.length === 1 ? only : sql`${most}(${sql.join(each, sql`, `)})`;
  };
  return [{ [key]: { gte: furthest('low'), lte: furthest('high') } }];
}

/** One value, or a list whose rows are each a `value`. */
type Values = { one: SQLWrapper } | { list: SQL };

function valuesIn(
  asked: unknown,
  { column, hasWords }: { column: Column; hasWords: boolean },
): Values | null {
  if (typeof asked !== 'object' || asked === null) return null;
  const { in: list, eq, isNull, isNotNull, gte, lte } = asked as Record<string, unknown>;
  if (isNull === true) return { one: sql.raw(noValue) };
  if (isNotNull === true) return { one: sql.raw(anyValue) };
  if (eq !== undefined && hasWords)
    return { one: is(eq, SQL) ? eq : sql`${sql.param(eq, column)}` };
  if (is(list, SQL) && hasWords) {
    const bound = list as unknown as BoundValue;
    if (isSingle(bound)) return { one: list };
    if (isLifted(list)) return { list };
  }
  const isAny = list !== undefined || gte !== undefined || lte !== undefined;
  return isAny && !column.notNull ? { one: sql.raw(anyValue) } : null;
}

function endOf(end: End, { column, key }: { column: string; key: string }, values: Values): SQL {
  const kept = (value: SQLWrapper) =>
    sql`coalesce((select ${sql.identifier(end)} from ${valueBounds} b where b.name = ${sql.raw(`'${column}'`)} and b.value = ${value} and b.key = ${sql.raw(`'${key}'`)}), ${beyond[end]})`;
  if ('one' in values) return kept(values.one);
  const furthest = sql.raw(end === 'low' ? 'min' : 'max');
  return sql`(select ${furthest}(${kept(sql`l.value`)}) from ${values.list} l)`;
}
