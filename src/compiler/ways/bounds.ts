import { SQL, is, sql } from 'drizzle-orm';
import type { Column, SQLWrapper, Table } from 'drizzle-orm';
import { columnOf } from '../../db/column-of.ts';
import { oncePer } from '../../fields/once-per.ts';
import { isSingle } from '../../fields/field-arguments.ts';
import type { BoundValue } from '../../fields/field-arguments.ts';
import { isList } from '../../db/found-sets.ts';
import type { TableName } from '../../db/relations.ts';
import { boundedIn } from '../../db/statistics/bounded-columns.ts';
import type { BoundedTable } from '../../db/statistics/bounded-columns.ts';
import { countsOf, nameOfStep } from '../../db/statistics/counted-columns.ts';
import { anyValue, noValue, valueBounds } from '../../db/statistics/value-bounds.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import { setOfStep } from '../../db/relations/step-forms.ts';
import type { StepSet } from '../../db/relations/step-forms.ts';
import { relations } from '../../db/relations.ts';
import { alongIndex } from './tested.ts';

const boundedOf = oncePer((_table: Table, name: TableName) => boundedIn(name));

const opposite = { low: 'high', high: 'low' } as const;

type End = keyof typeof opposite;

/** What is before all keys of a column and what is behind all: a number before texts would be compared as its letters. */
const beyondAll = ({ dataType }: Column): Readonly<Record<End, SQL>> => ({
  low: sql.raw(dataType === 'string' ? `''` : '-9e999'),
  high: sql.raw(`x'ff'`),
});

/** Up to which key rows lie, from either end. */
type EndOf = (end: End) => SQL;

/**
 * Between which keys of an order the rows lie that pass parts of a filter, as far as the snapshot has kept that
 * of the values: whoever walks the order need not begin before the first of them.
 * @param key the key of the order, as a property of the table
 */
export function boundsFor(name: TableName, parts: readonly object[], key: string): object[] {
  const { table } = relations[name];
  const bounded = boundedOf(table, name);
  if (!bounded.keys.includes(key)) return [];
  const ends = parts.flatMap((part) => endsOfPart({ name, key, bounded }, part));
  if (ends.length === 0) return [];
  return [{ [key]: { gte: furthest(ends, 'low', 'max'), lte: furthest(ends, 'high', 'min') } }];
}

/** What several say of an end together. */
function furthest(ends: readonly EndOf[], end: End, most: 'min' | 'max'): SQL {
  const each = ends.map((of) => of(end));
  const [only] = each;
  return only && each.length === 1 ? only : sql`${sql.raw(most)}(${sql.join(each, sql`, `)})`;
}

type Keyed = {
  name: TableName;
  key: string;
  bounded: BoundedTable;
  /** Whether other rows may pass as well, so that it matters where those of a value lie that few have. */
  isChoice?: boolean;
};

/** What all that a part of a filter asks says of the ends, each by itself. */
function endsOfPart(keyed: Keyed, part: object): EndOf[] {
  const step = setOfStep(part)?.step;
  if (step) return endsOfStep(keyed, step);
  return Object.entries(part).flatMap(([property, asked]: [string, unknown]): EndOf[] => {
    if (property === 'OR') return endsOfChoice(keyed, asked as readonly object[]);
    const column = keyed.bounded.columns.find((each) => each.name === property);
    const values = column && valuesIn(asked, column);
    return values ? [endOf(keyed, countsOf(keyed.name, property), values, column)] : [];
  });
}

/** Of several of which any may hold: the furthest of all, if each of them says something. */
function endsOfChoice(keyed: Keyed, choices: readonly object[]): EndOf[] {
  const each = choices.map((choice) => endsOfPart({ ...keyed, isChoice: true }, choice));
  if (each.length === 0 || each.some((ends) => ends.length === 0)) return [];
  return [
    (end) =>
      furthest(
        each.map((ends) => () => furthest(ends, end, end === 'low' ? 'max' : 'min')),
        end,
        end === 'low' ? 'min' : 'max',
      ),
  ];
}

function endsOfStep(keyed: Keyed, { relation, asked }: NonNullable<StepSet['step']>): EndOf[] {
  const { name, bounded } = keyed;
  return bounded.steps.flatMap((step) => {
    if (step.relation !== relation) return [];
    const named = nameOfStep(name, step);
    if (step.column === undefined) return endOf(keyed, named, { sign: anyValue });
    const far = relations[targetOf(relationOf(name, relation))].table;
    const column = { column: columnOf(far, step.column), hasWords: true };
    const values = valuesIn((Object(asked) as Record<string, unknown>)[step.column], column);
    return values ? endOf(keyed, named, values) : [];
  });
}

/** One value, what stands for any or for none, or a list whose rows are each a `value`. */
type Values = { one: SQLWrapper } | { sign: string } | { list: SQL };

function valuesIn(
  asked: unknown,
  { column, hasWords }: { column: Column; hasWords: boolean },
): Values | null {
  if (typeof asked !== 'object' || asked === null) return null;
  const { in: list, eq, isNull, isNotNull, gte, lte } = asked as Record<string, unknown>;
  if (isNull === true) return { sign: noValue };
  if (isNotNull === true) return { sign: anyValue };
  if (eq !== undefined && hasWords)
    return { one: is(eq, SQL) ? eq : sql`${sql.param(eq, column)}` };
  if (is(list, SQL) && hasWords) {
    const bound = list as unknown as BoundValue;
    if (isSingle(bound)) return { one: list };
    if (isList(list)) return { list };
  }
  const isAny = list !== undefined || gte !== undefined || lte !== undefined;
  return isAny && !column.notNull ? { sign: anyValue } : null;
}

/** Of a value that is not kept no more rows are looked at to tell where they lie. */
const mostLookedAt = 200;

/**
 * @param counted under which name the values are kept
 * @param own the column of the rows that has them, if it does
 */
function endOf(
  { name, key, isChoice }: Keyed,
  counted: string,
  values: Values,
  own?: BoundedTable['columns'][number],
): EndOf {
  const { table } = relations[name];
  const beyond = beyondAll(columnOf(table, key));
  const furthestKey = { low: sql.raw('min'), high: sql.raw('max') };
  const kept = (end: End, value: SQLWrapper) =>
    sql`(select ${sql.identifier(end)} from ${valueBounds} b where b.name = ${sql.raw(`'${counted}'`)} and b.value = ${value} and b.key = ${sql.raw(`'${key}'`)})`;
  // A value that few rows have is not kept; one that none has lies beyond all others.
  const few = (end: End, value: SQLWrapper) =>
    own?.index
      ? sql`(select case when count(*) > ${sql.raw(String(mostLookedAt))} then ${beyond[end]} else coalesce(${furthestKey[end]}(k), ${beyond[opposite[end]]}) end from (select ${columnOf(table, key)} as k from ${alongIndex(table, own.index)} where ${own.column} = ${value} limit ${sql.raw(String(mostLookedAt + 1))}))`
      : beyond[end];
  const unkept = (end: End, value: SQLWrapper) =>
    isChoice || 'list' in values ? few(end, value) : beyond[end];
  const lying = (end: End, value: SQLWrapper, otherwise: SQL) =>
    sql`coalesce(${kept(end, value)}, ${otherwise})`;
  return (end) => {
    if ('sign' in values) return lying(end, sql.raw(values.sign), beyond[end]);
    if ('one' in values) return lying(end, values.one, unkept(end, values.one));
    const each = sql`l.value`;
    // A list of nothing lies beyond all others, as what no row has.
    return sql`coalesce((select ${furthestKey[end]}(${lying(end, each, unkept(end, each))}) from ${values.list} l), ${beyond[opposite[end]]})`;
  };
}
