import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { outcomeLevels, namesOf } from '../../vocabulary.ts';
import type { OutcomeLevel, OutcomeDimension } from '../../vocabulary.ts';
import { flag, unlessPostgres } from '../dialect.ts';
import { areDecimal, meanOfNumbers, sumOfNumbers } from './decimal-sums.ts';
import { jsonKey } from '../json.ts';
import { outcomes } from '../tables/outcome.ts';
import { reports, sections } from '../tables/report.ts';
import { indicators, units } from '../tables/unit.ts';
import { places } from '../tables/vocabulary.ts';
import { figuresOfGroup, guards, toldBy } from './guards.ts';
import { rowsOfPage } from './page-rows.ts';
import type { PageAsked } from './page-rows.ts';

/** A group as its row gives it: the values that its outcomes share, and their figures. */
export type GroupRow = {
  count: number;
  figures: number;
  /** Whether every figure is exact, as 1 or 0. */
  isExact: number | null;
  sum: number | null;
  /** Between what the sum lies, by what each figure stands for; null where one has no such end. */
  sumLow: number | null;
  sumHigh: number | null;
  mean: number | null;
  minimum: number | null;
  maximum: number | null;
  /** The names of what is withheld and why, as a JSON list. */
  withheld: string;
  unitId: number | null;
  dimensionEn?: string | null;
  populationEn?: string | null;
  byLEVEL?: OutcomeLevel | null;
  byDIMENSION?: string | null;
  byPOPULATION?: string | null;
  byYEAR?: number | null;
  byPERIOD?: string | null;
} & Partial<Record<`by${'REPORT' | 'SECTION' | 'UNIT' | 'INDICATOR' | 'PLACE'}`, number | null>>;

export type GroupOrder = 'KEYS' | 'COUNT' | 'SUM' | 'MEAN';

const codeOf = (table: { id: SQLWrapper; code: SQLWrapper }) => (key: SQL) =>
  sql`(select ${table.code} from ${table} where ${table.id} = ${key})`;

/** What outcomes of one group share, and what groups stand in order of. */
type Dimension = { key: SQLWrapper; order?: (key: SQL) => SQL; isNumber?: true };

const dimensions: Record<OutcomeDimension, Dimension> = {
  REPORT: { key: outcomes.reportId, order: codeOf(reports) },
  SECTION: {
    key: outcomes.sectionId,
    order: (key) =>
      sql`(select ${sections.textOrder} from ${sections} where ${sections.id} = ${key})`,
  },
  // From the government's own act outwards, and not by the alphabet.
  LEVEL: {
    key: outcomes.level,
    isNumber: true,
    order: (key) =>
      sql`case ${key} ${sql.raw(
        namesOf(outcomeLevels)
          .map((name, at) => `when '${name}' then ${at}`)
          .join(' '),
      )} end`,
  },
  UNIT: { key: outcomes.unitId, order: codeOf(units) },
  INDICATOR: { key: outcomes.indicatorId, order: codeOf(indicators) },
  DIMENSION: { key: outcomes.dimensionZh },
  POPULATION: { key: outcomes.populationZh },
  PLACE: { key: outcomes.placeId, order: codeOf(places) },
  YEAR: { key: outcomes.year, isNumber: true },
  PERIOD: { key: sql`coalesce(${outcomes.periodEdtf}, ${outcomes.periodKey})` },
};

/** How outcomes are put together, and in which order the groups stand. */
export type Grouping = {
  by: readonly OutcomeDimension[];
  orderBy: { field: GroupOrder; direction: 'ASC' | 'DESC' };
};

/** What groups stand in order of, one after the other: a value over the group `h`, never null. */
export type GroupKey = { name: string; value: SQL; isDescending: boolean; isNumber: boolean };

/** What groups stand in order of by a dimension, worked out from its value. */
export const orderOfKey = (name: OutcomeDimension, key: SQL): SQL =>
  dimensions[name].order?.(key) ?? key;

/**
 * The keys of an order of groups; no two groups have the same. Whether a value is missing comes before
 * the value, so that what has none comes last either way.
 * @param orderOf gives what groups stand in order of by a dimension, where that is not to be worked out
 */
export function groupKeys(
  { by, orderBy: { field, direction } }: Grouping,
  orderOf = orderOfKey,
): GroupKey[] {
  const isDescending = direction === 'DESC';
  const shared = by.map((name) => {
    const { isNumber = false } = dimensions[name];
    const key = sql`h.${sql.identifier(`by${name}`)}`;
    const value = orderOf(name, key);
    return { key, value, isDescending: isDescending && field === 'KEYS', isNumber };
  });
  const figure = sql`h.${sql.identifier(field.toLowerCase())}`;
  const all =
    field === 'KEYS'
      ? shared
      : [{ key: figure, value: figure, isDescending, isNumber: true }, ...shared];
  return all.flatMap(({ key, value, ...way }, index) => [
    { name: `m${index}`, value: flag(sql`${key} is null`), isDescending: false, isNumber: true },
    {
      name: `k${index}`,
      value: sql`coalesce(${value}, ${way.isNumber ? sql`0` : sql`''`})`,
      ...way,
    },
  ]);
}

export const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

/** The place of a group in an order: its keys, as parameters. */
type GroupPlace = readonly SQL[];

/** Holds for groups beyond a place. */
function beyond(keys: readonly GroupKey[], place: GroupPlace): SQL {
  return keys.reduceRight(
    (further, { name, isDescending }, index) => {
      const key = sql.identifier(name);
      const value = place[index] ?? sql`null`;
      return sql`(${key} ${sql.raw(isDescending ? '<' : '>')} ${value} or (${key} = ${value} and ${further}))`;
    },
    sql`false`,
  );
}

/** The key that outcomes of one group share. */
const sharedKey = (by: readonly OutcomeDimension[]) =>
  jsonKey(by.map((name) => dimensions[name].key));

/** A query for how many groups there are of the outcomes that pass the condition. */
export const countGroups = ({ by, condition }: Grouping & { condition: SQL | undefined }): SQL =>
  sql`select count(distinct ${sharedKey(by)}) from ${outcomes} where ${condition ?? sql`true`}`;

/** What groups are made of, outcome by outcome: without the values that those of a group share. */
export const ofEachOutcome = sql`${outcomes.id} as id, ${outcomes.value} as value, ${outcomes.low} as low, ${outcomes.high} as high, ${areDecimal([outcomes.value, outcomes.low, outcomes.high])} as is_decimal, ${outcomes.unitId} as unit, ${outcomes.indicatorId} as indicator, ${outcomes.wholeId} as whole, ${outcomes.qualifier} as qualifier, ${outcomes.placeId} as place, ${outcomes.window} as win, coalesce(${outcomes.dimensionEn}, ${outcomes.dimensionZh}) as dimension_en, coalesce(${outcomes.populationEn}, ${outcomes.populationZh}) as population_en, case when ${outcomes.valueType} = 'RANK' then 'RATE' else coalesce((select ${indicators.additivity} from ${indicators} where ${indicators.id} = ${outcomes.indicatorId}), (select ${units.additivity} from ${units} where ${units.id} = ${outcomes.unitId})) end as additivity`;

/** The sum of a number of the outcomes `a` that have one. */
export const sumOf = (name: 'value' | 'low' | 'high') =>
  sumOfNumbers(sql`${sql.identifier(name)}`, sql`is_decimal`);

/** How many different values there are, where two stand for any number: told without sorting them. */
const severalOf = (value: SQL) =>
  sql`${flag(sql`(count(${value}) > 0)`)} + coalesce(${flag(sql`min(${value}) <> max(${value})`)}, 0)`;

/**
 * Groups, each with what can be said of its figures together and why the rest is withheld: what stands from
 * `with` to the table `h` of them.
 * @param rows the tables `a` of all outcomes, each with the `key` of its group, and `f` of those with a value
 * @param shared the columns of `a` that all outcomes of a group have in common
 */
const groupsOf = (rows: SQL, shared: readonly SQLWrapper[]): SQL => sql`with ${rows},
p as materialized (select distinct key, place from f),
g as materialized (select key, count(*) as count, count(value) as figures, min(case when value is not null then ${flag(sql`qualifier = 'EXACT'`)} end) as is_exact, ${sumOf('value')} as total, case when count(low) = count(value) then ${sumOf('low')} end as total_low, case when count(high) = count(value) then ${sumOf('high')} end as total_high, ${meanOfNumbers(sql`value`, sql`is_decimal`)} as average, min(value) as least, max(value) as most, ${severalOf(sql`unit`)} as all_units, ${severalOf(sql`case when value is not null then unit end`)} as units, min(unit) as unit, sum(${flag(sql`value is not null and additivity = 'RATE'`)}) as rates, sum(${flag(sql`value is not null and additivity = 'UNKNOWN'`)}) as unnamed, ${severalOf(sql`case when value is not null then indicator end`)} as indicators, sum(${flag(sql`value is not null and indicator is null`)}) as unindicated, ${severalOf(sql`case when value is not null then whole end`)} as wholes, sum(${flag(sql`value is not null and whole is null`)}) as unpartitioned, ${severalOf(sql`case when value is not null then win end`)} as windows, min(dimension_en) as dimension_en, min(population_en) as population_en${sql.join(shared.map((as) => sql`, min(${as}) as ${as}`))} from a group by key),
${toldBy(guards)}`;

/** The columns of an order's keys, each under its name. */
export const keyColumns = (keys: readonly GroupKey[]) =>
  sql.join(keys.map(({ name, value }) => sql`, ${value} as ${sql.identifier(name)}`));

/** Which of the groups `o` are asked for, in their order: those beyond a place, or those up to one. */
export type GroupWindow = { after?: GroupPlace | null; upTo?: GroupPlace; limit: SQL };

/** Holds for the groups of a window, wherever the limit cuts them. */
export const inWindow = (keys: readonly GroupKey[], { after, upTo }: GroupWindow): SQL =>
  after ? beyond(keys, after) : upTo ? sql`not ${beyond(keys, upTo)}` : sql`true`;

/** The keys of an order as they stand after `order by`; the one group by nothing has none. */
export const inOrder = (keys: readonly GroupKey[]): SQL =>
  keys.length === 0
    ? unlessPostgres(sql`true`, () => sql`(select true)`)
    : list(
        keys.map(({ name, isDescending }) =>
          isDescending ? sql`${sql.identifier(name)} desc` : sql`${sql.identifier(name)}`,
        ),
      );

/**
 * Groups of the outcomes that pass the condition, with what can be said of their figures together and
 * their keys in the order: those beyond the place `after`, or those up to the place `upTo`.
 */
export function groupOutcomes(
  options: Grouping & GroupWindow & Pick<PageAsked, 'condition' | 'asksForWords'>,
): SQL {
  const { by } = options;
  const own = by.map((name) => ({ as: sql.identifier(`by${name}`), ...dimensions[name] }));
  const others = own.slice(1).map(({ key }) => key);
  const columns = own.map(({ key, as }) => sql`, ${key} as ${as}`);
  const rows = sql`a as materialized (select ${sharedKey(by)} as key, ${ofEachOutcome}${sql.join(columns)} from ${rowsOfPage({ ...options, others })}),
f as materialized (select * from a where value is not null)`;
  const groups = groupsOf(
    rows,
    own.map(({ as }) => as),
  );
  const keys = groupKeys(options);
  return sql`${groups},
o as (select h.*, ${figuresOfGroup}${keyColumns(keys)} from h)
select * from o where ${inWindow(keys, options)} order by ${inOrder(keys)}, key limit ${options.limit}`;
}
