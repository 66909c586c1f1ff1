import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { crossJoin, either, onlyPostgres, unlessPostgres } from '../dialect.ts';
import { countsOf } from '../statistics/counted-columns.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { outcomes } from '../tables/outcome.ts';
import { placeAncestors } from '../tables/vocabulary.ts';
import { maskOf, numberOfGrouping, storedGroupings } from './groupings.ts';
import type { OutcomeDimension } from '../../vocabulary.ts';
import type { StoredDimension } from './groupings.ts';
import { groupKeys, inOrder, inWindow, keyColumns, list } from './group.ts';
import type { Grouping, GroupKey, GroupWindow } from './group.ts';
import {
  isStoredAmong,
  orderOfStored,
  orderOfValue,
  packedOrder,
  valueOfOrder,
} from './group-keys.ts';
import { toldByRow } from './stored-row.ts';
import { isIndexed, missing, outcomeGroups, slots, unused } from './table.ts';

/** What is asked of a dimension: that its value is the only one of some, among several, or there at all. */
export type AskedDimension = { dimension: StoredDimension } & (
  | { only: SQL }
  | { among: SQL }
  | { isThere: boolean }
);

/** Groups that are stored, and what is asked of their dimensions. */
export type StoredGroups = {
  dimensions: readonly StoredDimension[];
  asked: readonly AskedDimension[];
};

/** The column that holds a dimension of a grouping. */
function columnOf({ dimensions }: StoredGroups, name: string) {
  const found = slots[dimensions.indexOf(name as StoredDimension)];
  if (!found) throw new Error(`groups by ${dimensions.join('+')} have no ${name}`);
  return found;
}

/** The places that others lie in: what lies within any other is what is of it. */
export const placesWithOthers = sql`select ${placeAncestors.ancestorId} from ${placeAncestors} where ${placeAncestors.ancestorId} <> ${placeAncestors.placeId}`;

/** The number of a grouping, where places in which no others lie stand under `PLACE` alone. */
function groupingAsked({ dimensions, asked }: StoredGroups): SQL {
  const within = asked.find(({ dimension }) => dimension === 'WITHIN');
  if (!within || !('only' in within)) return numberOfGrouping(dimensions);
  const alone = dimensions.map((each) => (each === 'WITHIN' ? 'PLACE' : each));
  const places = sql`${placesWithOthers} and ${placeAncestors.ancestorId} = ${within.only}`;
  return sql`(case when exists (${places}) then ${numberOfGrouping(dimensions)} else ${numberOfGrouping(alone)} end)`;
}

function conditionOf(stored: StoredGroups, asked: AskedDimension): SQL {
  const order = columnOf(stored, asked.dimension);
  if ('only' in asked) return sql`${order} = ${orderOfValue(asked.dimension, asked.only)}`;
  if ('among' in asked) return isStoredAmong(asked.dimension, sql`${order}`, asked.among);
  return asked.isThere ? sql`${order} < ${missing}` : sql`${order} = ${missing}`;
}

const passing = (stored: StoredGroups): SQL =>
  sql`from ${outcomeGroups} where ${sql.join(
    [
      sql`${outcomeGroups.dimensions} = ${groupingAsked(stored)}`,
      ...stored.asked.map((asked) => conditionOf(stored, asked)),
      ...slots
        .slice(1, stored.dimensions.includes('WITHIN') ? 0 : stored.dimensions.length)
        .map(isIndexed),
    ],
    sql` and `,
  )}`;

/** A query for how many stored groups there are. */
export const countStoredGroups = (stored: StoredGroups): SQL =>
  sql`select count(*) ${passing(stored)}`;

type StoredReading = Grouping & GroupWindow & { stored: StoredGroups };

const orderColumn = (name: string) => sql.identifier(`order${name}`);

/**
 * The same groups as the outcomes themselves give, with the same columns, read as they are stored: which they
 * are is told first, of them all, by no more than what they stand in order of.
 */
export function readStoredGroups(reading: StoredReading): SQL {
  const { by, stored, orderBy, limit } = reading;
  const figures = toldByRow(sql`${outcomeGroups}`);
  const keys = groupKeys(reading, (name) => sql`h.${byName(name)}`);
  const held = sql.join(
    by.map((name) => {
      const order = columnOf(stored, name);
      return sql`, ${shown(name, sql`${order}`)}, ${order} as ${orderColumn(name)}`;
    }),
  );
  const { dimensions, first, second, third } = outcomeGroups;
  const field = orderBy.field.toLowerCase() as 'keys' | 'count' | 'sum' | 'mean';
  const figure = field === 'keys' ? sql`` : sql`, ${figures[field]} as ${sql.identifier(field)}`;
  const row = Object.entries(toldByRow(sql`g`)).map(
    ([name, value]) => sql`${value} as ${sql.identifier(name)}`,
  );
  const values = by.map(
    (name) =>
      sql`${valueOfOrder(name as StoredDimension, sql`o.${byName(name)}`)} as ${byName(name)}`,
  );
  const shared = keys.map(({ name }) => sql`o.${sql.identifier(name)}`);
  return sql`with h as not materialized (select ${list([dimensions, first, second, third].map((key) => sql`${key}`))}${figure}${held} ${passing(stored)}),
k as not materialized (select h.*${keyColumns(keys)} from h),
o as (${sql.join(partsOf(reading, keys), sql` union all `)})
select ${list([...row, ...shared, ...values])} from ${withKeys(by, keys)} ${crossJoin} ${outcomeGroups} g using (dimensions, first, second, third) order by ${inOrder(keys)} limit ${limit}`;
}

const byName = (name: string) => sql.identifier(`by${name}`);

/** What groups stand in order of by a dimension, of what it is stored as. */
const shown = (name: OutcomeDimension, order: SQL) =>
  sql`${orderOfStored(name as StoredDimension, order)} as ${byName(name)}`;

/** What tells the groups of a page; PostgreSQL would unpack the rest for all groups before it puts them in order. */
const told = ({ by, orderBy: { field } }: StoredReading): SQL =>
  unlessPostgres(sql`*`, () =>
    list([
      sql`dimensions, first, second, third`,
      ...(field === 'KEYS' ? [] : [sql`${sql.identifier(field.toLowerCase())}`]),
      ...by.map((name) => sql`${orderColumn(name)}`),
    ]),
  );

/** The groups `o` of a page, each with its keys. */
const withKeys = (by: readonly OutcomeDimension[], keys: readonly GroupKey[]): SQL =>
  unlessPostgres(sql`o`, () => {
    const all = by.map((name) => sql`, ${shown(name, sql`o.${orderColumn(name)}`)}`);
    return sql`(select h.*${keyColumns(keys)} from (select o.*${sql.join(all)} from o) h) o`;
  });

/** What groups stand in order of that stand by a figure first; what is packed has their order. */
const byFigure = (keys: readonly GroupKey[], orders: readonly SQLWrapper[]): SQL =>
  unlessPostgres(inOrder(keys), () =>
    list([inOrder(keys.slice(0, 2)), ...orders.map((order) => sql`${order}`)]),
  );

/**
 * The groups of a window, as far as a page of them goes. An index has groups in the order of their keys; backwards it
 * has first what has none of the first dimension, which comes last: that is read by itself.
 */
function partsOf(reading: StoredReading, keys: readonly GroupKey[]): SQL[] {
  const { by, orderBy, after, limit } = reading;
  const part = (order: SQL, which = sql`true`) =>
    sql`select * from (select ${told(reading)} from k where ${inWindow(keys, reading)} and ${which} order by ${order} limit ${limit})${onlyPostgres(() => sql` r`)}`;
  const [first, ...others] = by.map(orderColumn);
  if (!first) return [part(inOrder(keys))];
  if (orderBy.field !== 'KEYS') return [part(byFigure(keys, [first, ...others]))];
  // Where an index is entered for the groups beyond a place: others lie before.
  const [isMissing, key] = after ?? [];
  const start = (sign: '>=' | '<=', none: SQL) =>
    isMissing && key
      ? sql`${first} ${sql.raw(sign)} ${either(sql`${isMissing} = 1`, none, packedOrder(by[0] as StoredDimension, key))}`
      : sql`true`;
  if (orderBy.direction === 'ASC')
    return [
      part(list([sql`${first}`, ...others.map((each) => sql`${each}`)]), start('>=', missing)),
    ];
  const backwards = list([
    sql`${first} desc`,
    ...others.flatMap((each) => [sql`${each} = ${missing}`, sql`${each} desc`]),
  ]);
  return [
    part(backwards, sql`${first} < ${missing} and ${start('<=', unused)}`),
    part(backwards, sql`${first} = ${missing}`),
  ];
}

/**
 * Groupings that do not hold each reviewed outcome once; null where all do.
 * @param isCarriedOn whether it is not to be looked at every outcome: then what was counted of them is believed
 */
export function faultOfGroups(db: Database, isCarriedOn = false): string | null {
  const { name: counted, value } = valueCounts;
  const { reviewed } = db.get<{ reviewed: number }>(
    isCarriedOn
      ? sql`select total(${valueCounts.count}) as reviewed from ${valueCounts} where ${counted} = ${countsOf('outcomes', 'reviewState')} and ${value} = 'CURATED'`
      : sql`select count(*) as reviewed from ${outcomes} where ${outcomes.reviewState} = 'CURATED'`,
  );
  const held = db.all<{ number: number; count: number }>(
    sql`select ${outcomeGroups.dimensions} as number, sum(${outcomeGroups.count}) as count from ${outcomeGroups} group by 1`,
  );
  const counts = new Map(held.map(({ number, count }) => [number, count]));
  for (const dimensions of storedGroupings) {
    const found = counts.get(maskOf(dimensions)) ?? 0;
    // An outcome lies within several places, or in none that others lie in.
    if (!dimensions.includes('WITHIN') && found !== reviewed)
      return `its groups by ${dimensions.join('+')} hold ${found} outcomes instead of ${reviewed}`;
  }
  return null;
}
