import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Withholding } from '../../vocabulary.ts';
import { crossJoin, unlessPostgres } from '../dialect.ts';
import { overlaps } from '../tables/outcome.ts';
import { placeAncestors } from '../tables/vocabulary.ts';

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

/** The places that lie in others of a table of keys and places, each with its key. */
export const nestedIn = (table: SQL): SQL =>
  sql`select a.key from ${table} a ${crossJoin} ${placeAncestors} n on n."place_id" = a.place and n."ancestor_id" <> a.place ${crossJoin} ${table} b on b.place = n."ancestor_id" where a.key = b.key`;

/** The keys of the groups in which outcomes stand beside each other that must not, one for each time. */
export const setsOfGroups = {
  COUNTED_TWICE: sql`select a.key from f a ${crossJoin} ${overlaps} v on v."outcome_id" = a.id ${crossJoin} f b on b.id = v."other_id" where a.key = b.key`,
  MEMBERS_MAY_OVERLAP: sql`select key from f where additivity = 'OVERLAPPING' group by key, place having count(*) > 1`,
  PLACES_NESTED: nestedIn(sql`p`),
};

/**
 * The aggregation guard: why figures of one group cannot be put together, each as a condition over
 * the group `g`. A single figure is always told.
 */
export const guards: Record<Withholding, SQL> = {
  UNITS_DIFFER: sql`g.units > 1`,
  UNIT_UNNAMED: sql`g.units = 1 and g.unnamed > 0`,
  NOT_ADDITIVE: sql`g.units = 1 and g.rates > 0`,
  INDICATORS_MIXED: sql`(g.indicators > 1 or g.unindicated > 0) and (g.wholes > 1 or g.unpartitioned > 0)`,
  COUNTED_TWICE: sql`g.key in (${setsOfGroups.COUNTED_TWICE})`,
  MEMBERS_MAY_OVERLAP: sql`g.key in (${setsOfGroups.MEMBERS_MAY_OVERLAP})`,
  PERIODS_MIXED: sql`g.windows > 1`,
  PLACES_NESTED: sql`g.key in (${setsOfGroups.PLACES_NESTED})`,
};

const holds = (...reasons: readonly Withholding[]) =>
  sql`(${sql.join(
    reasons.map((reason) => sql.identifier(reason)),
    sql` or `,
  )})`;

/** Which reasons take which of a group's values away. */
const noSum = holds(
  'INDICATORS_MIXED',
  'COUNTED_TWICE',
  'MEMBERS_MAY_OVERLAP',
  'PERIODS_MIXED',
  'PLACES_NESTED',
);
const noneAtAll = holds('UNITS_DIFFER', 'UNIT_UNNAMED');

/** What takes every value of a group `h` away, and what its sum and mean. */
export const withholds = { all: noneAtAll, sum: noSum };

/** A group's totals, and what they are called where nothing withholds them. */
const sums = [
  ['total', 'sum'],
  ['total_low', 'sumLow'],
  ['total_high', 'sumHigh'],
] as const;

const names = Object.keys(guards) as Withholding[];

/** The bit that stands for a reason. */
const bitOf = (name: Withholding): SQL => sql.raw(String(2 ** names.indexOf(name)));

/** Reasons as a JSON list: of all those, which hold. */
function listed(holdsOf: (name: Withholding) => SQL): SQL {
  const those = (written: (name: Withholding) => string) =>
    list(
      names.map(
        (name) => sql`case when ${holdsOf(name)} then ${sql.raw(`'${written(name)}'`)} end`,
      ),
    );
  return unlessPostgres(
    sql`(select json_group_array(value) from json_each(json_array(${those((name) => name)})) where value is not null)`,
    () => sql`('[' || concat_ws(',', ${those((name) => `"${name}"`)}) || ']')`,
  );
}

const holdsOfGroup = (name: Withholding) => sql`h.${sql.identifier(name)}`;

/** Whether the bits that stand for reasons have one of them. */
export const isInBits = (bits: SQL, name: Withholding): SQL => sql`(${bits} & ${bitOf(name)}) <> 0`;

/** The same of the bits that stand for them. */
export const reasonsOfBits = (bits: SQL): SQL => listed((name) => isInBits(bits, name));

/** The bits of the reasons that hold for a row of `h`. */
export const bitsOfGroup: SQL = sql.join(
  names.map((name) => sql`iif(${holdsOfGroup(name)}, ${bitOf(name)}, 0)`),
  sql` + `,
);

/** What is told of the groups `g`, by the reasons to withhold it: the tables from `w` to `h`. */
export const toldBy = (
  by: Record<Withholding, SQL>,
): SQL => sql`w as materialized (select g.*, ${list(Object.entries(by).map(([name, guard]) => sql`(g.figures > 1 and ${guard}) as ${sql.identifier(name)}`))} from g),
h as (select w.*, ${list(sums.map(([total, sum]) => sql`case when not (${holds('UNITS_DIFFER', 'UNIT_UNNAMED', 'NOT_ADDITIVE')} or ${noSum}) then ${sql.identifier(total)} end as ${sql.identifier(sum)}`))}, case when not (${noneAtAll} or ${noSum}) then average end as mean, case when not ${noneAtAll} then least end as minimum, case when not ${noneAtAll} then most end as maximum, case when all_units = 1 then unit end as "unitId" from w)`;

/** The same figures of a row of `h`, under the names of {@link GroupRow}. */
export const figuresOfGroup = sql`is_exact as "isExact", dimension_en as "dimensionEn", population_en as "populationEn", ${listed(holdsOfGroup)} as withheld`;
