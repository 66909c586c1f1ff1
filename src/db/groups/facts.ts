import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { outcomes } from '../tables/outcome.ts';
import { addedOf, exact, meanOfNumbers, sumOfAdded } from './decimal-sums.ts';
import { ofEachOutcome, sumOf } from './group.ts';
import { guards, setsOfGroups, toldBy } from './guards.ts';

/*
 * What a group is told from, kept in such a form that a report can be taken out of it and put into it:
 * all of it is added up over outcomes. Whether all that have a value have the same one is told from how many
 * there are, their sum and the sum of their squares. Numbers of rows are added up in two halves: the squares of
 * whole ones, over millions of outcomes, are beyond what a number of eight bytes holds.
 *
 * Figures are added up where they are decimal (see `decimal-sums.ts`).
 */

const ofFigures = (value: SQL) => sql`iif(t.value is not null, ${value}, null)`;

/** The halves of a number of a row, neither of more than sixteen bits. */
const halves = {
  high: (value: SQL) => sql`coalesce(${value} >> 16, 0)`,
  low: (value: SQL) => sql`coalesce(${value} & 65535, 0)`,
};

const moments = (name: string, value: SQL): Record<string, SQL> => ({
  [`${name}_n`]: sql`${value} is not null`,
  ...Object.fromEntries(
    Object.entries(halves).flatMap(([half, of]) => [
      [`${name}_${half}_sum`, of(value)],
      [`${name}_${half}_squares`, sql`${of(value)} * ${of(value)}`],
    ]),
  ),
});

const added = (name: 'value' | 'low' | 'high') =>
  sql`coalesce(${addedOf(sql`t.${sql.identifier(name)}`, sql`t.is_decimal`)}, 0)`;

const figureWhere = (holds: SQL) => sql`coalesce(t.value is not null and ${holds}, 0)`;

/** What is added up, of each outcome `t`. */
const facts: Readonly<Record<string, SQL>> = {
  inexact: figureWhere(sql`t.qualifier <> 'EXACT'`),
  rates: figureWhere(sql`t.additivity = 'RATE'`),
  unnamed: figureWhere(sql`t.additivity = 'UNKNOWN'`),
  unindicated: figureWhere(sql`t.indicator is null`),
  unpartitioned: figureWhere(sql`t.whole is null`),
  undecimal: sql`t.is_decimal = 0`,
  value_sum: added('value'),
  low_n: sql`t.low is not null`,
  low_sum: added('low'),
  high_n: sql`t.high is not null`,
  high_sum: added('high'),
  ...moments('unit', ofFigures(sql`t.unit`)),
  ...moments('every', sql`t.unit`),
  ...moments('indicator', ofFigures(sql`t.indicator`)),
  ...moments('whole', ofFigures(sql`t.whole`)),
};

/** What is counted of outcomes together, by what stands for it in the group `g`. */
export const counters = ['doubles', 'crowded', 'nested'] as const;

export const factNames = Object.keys(facts);
const named = (names: readonly string[], of: (name: SQLWrapper) => SQL) =>
  sql.join(names.map((name) => of(sql.identifier(name))));

/** The same of a group: `, sum(t.rates) as rates, …`. */
export const sumsOfFacts = (times = sql``): SQL =>
  named(factNames, (name) => sql`, sum(${times}t.${name}) as ${name}`);

/** The outcomes that are grouped, each with its facts. */
export const groupedRows = (which: SQL): SQL =>
  sql`select t.*${sql.join(Object.entries(facts).map(([name, value]) => sql`, ${value} as ${sql.identifier(name)}`))} from (select ${ofEachOutcome}, ${outcomes.year} as year, ${outcomes.level} as level from ${outcomes} where ${outcomes.reviewState} = 'CURATED' and ${which} order by ${outcomes.id}) t`;

/** The columns of {@link groupedRows} that tell two outcomes of a group apart. */
export const tellingColumns = [
  'value low high is_decimal unit indicator whole qualifier place win additivity year level'.split(
    ' ',
  ),
  factNames,
].flat();

/** In which order the facts of a group are kept. */
const kept = [...factNames, ...counters, 'first_window', 'last_window'];

/** Groups of fewer outcomes are made anew where one of them changes, and keep no facts. */
const fewest = 64;

export const keptFacts = sql`case when count >= ${sql.raw(String(fewest))} then json_array(${sql.join(
  kept.map((name) => sql.identifier(name)),
  sql`, `,
)}) end`;

/** A fact as the row `o` of a group keeps it. */
export const factOf = (name: string): SQL =>
  sql`(o.facts ->> ${sql.raw(String(kept.indexOf(name)))})`;

/** Whether the sums of a group are told by its facts. */
const isSummed = sql`undecimal = 0 and count <= ${sql.raw(String(exact.count))}`;

/** The sums of a group by its facts, and whether these tell them: `is_summed, total, total_low, total_high, average`. */
export const sumsByFacts: SQL = sql`${isSummed} as is_summed, iif(${isSummed} and figures > 0, ${sumOfAdded(sql`value_sum`)}, null) as total, iif(${isSummed} and low_n = figures and low_n > 0, ${sumOfAdded(sql`low_sum`)}, null) as total_low, iif(${isSummed} and high_n = figures and high_n > 0, ${sumOfAdded(sql`high_sum`)}, null) as total_high, iif(${isSummed} and figures > 0, ${sumOfAdded(sql`value_sum`)} / figures, null) as average`;

/** How many different values there are, where two stand for any number. */
function several(name: string): SQL {
  const n = momentOf(name, 'n');
  const areSame = Object.keys(halves).map((half) => {
    const [sum, squares] = [momentOf(name, `${half}_sum`), momentOf(name, `${half}_squares`)];
    const mean = sql`(${sum} / ${n})`;
    return sql`${sum} % ${n} = 0 and ${squares} = ${n} * ${mean} * ${mean}`;
  });
  return sql`((${n} > 0) + (${n} > 0 and not (${sql.join(areSame, sql` and `)})))`;
}

const momentOf = (name: string, of: string) => sql`${sql.identifier(`${name}_${of}`)}`;

/** The value of all, where there is one that all have. */
function valueOfAll(name: string): SQL {
  const [n, high, low] = ['n', 'high_sum', 'low_sum'].map((of) => momentOf(name, of));
  return sql`iif(${n} > 0, (${high} / ${n} << 16) + ${low} / ${n}, null)`;
}

const ownGuards = {
  ...guards,
  COUNTED_TWICE: sql`g.doubles > 0`,
  MEMBERS_MAY_OVERLAP: sql`g.crowded > 0`,
  PLACES_NESTED: sql`g.nested > 0`,
};

/** What is told of the groups `s`, by their facts: the tables from `g` to `h`. */
export const toldByFacts = sql`g as materialized (select s.*, iif(figures > 0, inexact = 0, null) as is_exact, ${several('unit')} as units, ${several('every')} as all_units, ${valueOfAll('every')} as unit, ${several('indicator')} as indicators, ${several('whole')} as wholes, (first_window is not null) + coalesce(first_window <> last_window, 0) as windows, null as dimension_en, null as population_en from s),
${toldBy(ownGuards)}`;

const countedBy = (keys: SQL) => sql`(select key, count(*) as n from (${keys}) group by key)`;

/** Groups by their facts, of the tables `a` of outcomes and `f` of figures: the table `s`. */
export const factsOfGroups = (
  shared: SQL,
): SQL => sql`p as materialized (select distinct key, place from f),
d as materialized ${countedBy(setsOfGroups.COUNTED_TWICE)},
c as materialized ${countedBy(setsOfGroups.MEMBERS_MAY_OVERLAP)},
n as materialized ${countedBy(setsOfGroups.PLACES_NESTED)},
e as materialized (select key, count(*) as count, count(value) as figures, ${sumOf('value')} as total, case when count(low) = count(value) then ${sumOf('low')} end as total_low, case when count(high) = count(value) then ${sumOf('high')} end as total_high, ${meanOfNumbers(sql`value`, sql`is_decimal`)} as average, min(value) as least, max(value) as most, min(case when value is not null then win end) as first_window, max(case when value is not null then win end) as last_window${sumsOfFacts()}${shared} from a t group by key),
s as (select e.*, coalesce(d.n, 0) as doubles, coalesce(c.n, 0) as crowded, coalesce(n.n, 0) as nested from e left join d on d.key = e.key left join c on c.key = e.key left join n on n.key = e.key)`;
