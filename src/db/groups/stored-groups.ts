import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { countsOf } from '../statistics/counted-columns.ts';
import { outcomeGroups } from '../tables/group.ts';
import { valueCounts } from '../tables/statistic.ts';
import { outcomes } from '../tables/outcome.ts';
import { placeAncestors } from '../tables/vocabulary.ts';
import { groupKeys, keyColumns, orderGroups } from './group.ts';
import type { Grouping, GroupWindow } from './group.ts';

/** The dimensions by which groups are stored; `WITHIN` is a place that an outcome's lies in, or is. */
const storedDimensions = ['WITHIN', 'PLACE', 'YEAR', 'LEVEL', 'UNIT', 'INDICATOR'] as const;
export type StoredDimension = (typeof storedDimensions)[number];

const isBoth = (...names: readonly StoredDimension[]) =>
  names.includes('WITHIN') && names.includes('PLACE');

/** By which dimensions groups are stored: by none, by each and by pairs of them. */
export const storedGroupings: readonly (readonly StoredDimension[])[] = [
  [],
  ...storedDimensions.map((name) => [name]),
  ...storedDimensions.flatMap((first, at) =>
    storedDimensions
      .slice(at + 1)
      .flatMap((second) => (isBoth(first, second) ? [] : [[first, second]])),
  ),
];

/** Under which name the groups by some dimensions are stored. */
export const nameOfGrouping = (dimensions: readonly StoredDimension[]) => dimensions.join('+');

/** Groups that are stored, and what is asked of their dimensions: that a value is among some. */
export type StoredGroups = {
  dimensions: readonly StoredDimension[];
  asked: readonly { dimension: StoredDimension; values: SQL }[];
};

/** The stored grouping by just these dimensions; null where there is none. */
export const storedGrouping = (
  dimensions: ReadonlySet<string>,
): readonly StoredDimension[] | null =>
  storedGroupings.find(
    (names) => names.length === dimensions.size && names.every((name) => dimensions.has(name)),
  ) ?? null;

const columns = [
  { value: outcomeGroups.first, order: outcomeGroups.firstOrder },
  { value: outcomeGroups.second, order: outcomeGroups.secondOrder },
] as const;

/** The columns that hold a dimension of a grouping. */
function columnsOf({ dimensions }: StoredGroups, name: string) {
  const found = columns[dimensions.indexOf(name as StoredDimension)];
  if (!found) throw new Error(`groups by ${nameOfGrouping(dimensions)} have no ${name}`);
  return found;
}

/** The places that others lie in: what lies within any other is what is of it. */
export const placesWithOthers = sql`select ${placeAncestors.ancestorId} from ${placeAncestors} where ${placeAncestors.ancestorId} <> ${placeAncestors.placeId}`;

/** The name of a grouping, where places in which no others lie stand under `PLACE` alone. */
function nameOf({ dimensions, asked }: StoredGroups): SQL {
  const name = (names: readonly StoredDimension[]) => sql.raw(`'${nameOfGrouping(names)}'`);
  const within = asked.find(({ dimension }) => dimension === 'WITHIN');
  if (!within) return name(dimensions);
  const alone = dimensions.map((each) => (each === 'WITHIN' ? 'PLACE' : each));
  const places = sql`${placesWithOthers} and ${placeAncestors.ancestorId} in ${within.values}`;
  return sql`(case when exists (${places}) then ${name(dimensions)} else ${name(alone)} end)`;
}

function passing(stored: StoredGroups): SQL {
  const name = nameOf(stored);
  const asked = stored.asked.map(
    ({ dimension, values }) => sql` and ${columnsOf(stored, dimension).value} in ${values}`,
  );
  return sql`from ${outcomeGroups} where ${outcomeGroups.dimensions} = ${name}${sql.join(asked)}`;
}

/** A query for how many stored groups there are. */
export const countStoredGroups = (stored: StoredGroups): SQL =>
  sql`select count(*) ${passing(stored)}`;

/** The same groups as the outcomes themselves give, with the same columns, read as they are stored. */
export function readStoredGroups(options: Grouping & GroupWindow & { stored: StoredGroups }): SQL {
  const { by, stored } = options;
  const shared = by.map((name) => {
    const { value, order } = columnsOf(stored, name);
    return sql`, ${value} as ${sql.identifier(`by${name}`)}, ${order} as ${sql.identifier(`order${name}`)}`;
  });
  const keys = groupKeys(options, (name) => sql`h.${sql.identifier(`order${name}`)}`);
  const { isExact, sumLow, sumHigh, unitId } = outcomeGroups;
  return sql`with h as (select *, ${isExact} as isExact, ${sumLow} as sumLow, ${sumHigh} as sumHigh, ${unitId} as unitId${sql.join(shared)} ${passing(stored)}),
o as (select h.*${keyColumns(keys)} from h)
${orderGroups(keys, sql`true`, options)}`;
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
  const held = db.all<{ name: string; count: number }>(
    sql`select ${outcomeGroups.dimensions} as name, sum(${outcomeGroups.count}) as count from ${outcomeGroups} group by 1`,
  );
  const counts = new Map(held.map(({ name, count }) => [name, count]));
  for (const dimensions of storedGroupings) {
    const name = nameOfGrouping(dimensions);
    const found = counts.get(name) ?? 0;
    // An outcome lies within several places, or in none that others lie in.
    if (!dimensions.includes('WITHIN') && found !== reviewed)
      return `its groups by ${name} hold ${found} outcomes instead of ${reviewed}`;
  }
  return null;
}
