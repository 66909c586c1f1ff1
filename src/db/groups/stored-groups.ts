import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { countsOf } from '../statistics/counted-columns.ts';
import { outcomeGroups } from '../tables/group.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { outcomes } from '../tables/outcome.ts';
import { placeAncestors } from '../tables/vocabulary.ts';
import { maskOf, numberOfGrouping, storedGroupings } from './groupings.ts';
import type { StoredDimension } from './groupings.ts';
import { groupKeys, inOrder, inWindow, keyColumns, list } from './group.ts';
import type { Grouping, GroupWindow } from './group.ts';
import { missing, orderOfValue } from './group-keys.ts';

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

/** The columns that hold the first, second and third dimension of a grouping. */
export const slots = [
  { value: outcomeGroups.first, order: outcomeGroups.firstOrder },
  { value: outcomeGroups.second, order: outcomeGroups.secondOrder },
  { value: outcomeGroups.third, order: outcomeGroups.thirdOrder },
] as const;

/** The columns that hold a dimension of a grouping. */
function columnsOf({ dimensions }: StoredGroups, name: string) {
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

/** A single value is found by what stands in the order for it, which the indexes hold. */
function conditionOf(stored: StoredGroups, asked: AskedDimension): SQL {
  const { value, order } = columnsOf(stored, asked.dimension);
  if ('only' in asked) return sql`${order} = ${orderOfValue(asked.dimension, asked.only)}`;
  if ('among' in asked) return sql`${value} in ${asked.among}`;
  return asked.isThere ? sql`${order} < ${missing}` : sql`${order} = ${missing}`;
}

const passing = (stored: StoredGroups): SQL =>
  sql`from ${outcomeGroups} where ${sql.join(
    [
      sql`${outcomeGroups.dimensions} = ${groupingAsked(stored)}`,
      ...stored.asked.map((asked) => conditionOf(stored, asked)),
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
  const keys = groupKeys(reading, (name) => sql`nullif(h.${orderColumn(name)}, ${missing})`);
  const isKeyed = orderBy.field === 'KEYS' && orderBy.direction === 'ASC' && by.length > 0;
  const held = sql.join(
    by.map((name) => {
      const { value, order } = columnsOf(stored, name);
      return sql`, ${value} as ${byName(name)}, ${order} as ${orderColumn(name)}`;
    }),
  );
  const { count, sum, mean } = outcomeGroups;
  const order = isKeyed ? sql.join(by.map(orderColumn), sql`, `) : inOrder(keys);
  const start = isKeyed ? startOf(reading) : sql``;
  const told = 'count figures sum mean minimum maximum withheld'
    .split(' ')
    .map((name) => sql`g.${sql.identifier(name)}`);
  const shared = keys.map(({ name }) => sql`o.${sql.identifier(name)}`);
  return sql`with h as (select ${outcomeGroups}.rowid as id, ${count}, ${sum}, ${mean}${held} ${passing(stored)}${start}),
k as (select h.*${keyColumns(keys)} from h),
o as (select * from k where ${inWindow(keys, reading)} order by ${order} limit ${limit})
select ${list([...told, ...shared])}, g.is_exact as isExact, g.sum_low as sumLow, g.sum_high as sumHigh, g.unit_id as unitId${sql.join(by.map((name) => sql`, o.${byName(name)}`))} from o cross join ${outcomeGroups} g on g.rowid = o.id order by ${inOrder(keys)}`;
}

const byName = (name: string) => sql.identifier(`by${name}`);

/** Where an index is entered for the groups beyond a place: those of lesser values lie before. */
function startOf({ by: [first], stored, after }: StoredReading): SQL {
  const [isMissing, key] = after ?? [];
  if (!first || !isMissing || !key) return sql``;
  return sql` and ${columnsOf(stored, first).order} >= iif(${isMissing}, ${missing}, ${key})`;
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
