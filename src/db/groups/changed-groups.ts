import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { counters, factNames, factOf, sumsByFacts, sumsOfFacts, toldByFacts } from './facts.ts';
import { nestedIn, withholds } from './guards.ts';
import { byColumn, keyOfRow, keys, storedOrderOf, withChain } from './group-keys.ts';
import { numberOfGrouping } from './groupings.ts';
import { keptOfGroup, toldByRow } from './stored-row.ts';
import { outcomeGroups, slots } from './table.ts';
import type { StoredDimension } from './groupings.ts';

/** What stands for a dimension in the tables of outcomes, of pairs, and of those that are stored. */
const fields: Record<StoredDimension, string> = {
  WITHIN: 'place',
  PLACE: 'place',
  YEAR: 'year',
  LEVEL: 'level',
  UNIT: 'unit',
  INDICATOR: 'indicator',
};

const named = (names: readonly string[], of: (name: string) => SQL) => sql.join(names.map(of));
const as = (value: SQL, name: string) => sql`, ${value} as ${sql.identifier(name)}`;

/**
 * The groups that change, by the tables of what was noted: as they are told now, `old` being the row that
 * they are stored in, and whether they are to be made anew: where one of the lost periods is of none of them any
 * more, that is to be found out.
 */
export function changedGroups(dimensions: readonly StoredDimension[]): SQL {
  const key = sql`${keyOfRow(dimensions)} as key`;
  const chain = withChain(dimensions);
  const by = named(dimensions, (name) => as(keys[name as StoredDimension], `by${name}`));
  const ownBy = named(dimensions, (name) => sql`, max(by${sql.raw(name)}) as by${sql.raw(name)}`);
  const none = named(factNames, (name) => as(sql`0`, name));
  const isPair = sql.join(
    dimensions.map((name) => {
      const field = fields[name];
      return sql` and t.${sql.identifier(field)} is t.${sql.identifier(`other_${field}`)}`;
    }),
  );
  const isStored = sql.join(
    dimensions.map((name, at) => {
      const value = sql`d.${byColumn(name)}`;
      const order = sql.identifier(slots[at]?.name ?? '');
      return sql` and o.${order} = ${orderNoted(name, value)}`;
    }),
  );
  const { minimum, maximum } = toldByRow(sql`o`);
  return sql`with c as materialized (select ${key}, t.*${by} from temp.net t${chain}),
m as materialized (select ${key}, t.place as place, sum(t.sign < 0) as was, sum(t.sign > 0) as is_now, coalesce(sum(t.sign < 0 and t.additivity = 'OVERLAPPING'), 0) as crowd_was, coalesce(sum(t.sign > 0 and t.additivity = 'OVERLAPPING'), 0) as crowd_is from temp.noted t${chain} where t.value is not null group by 1, 2),
moved as materialized (select distinct key from m where (was > 0) <> (is_now > 0)),
near as materialized (select distinct key, place from (select ${key}, t.place as place from temp.near t${chain}) where key in moved),
was_in as materialized (select key, place from m where was > 0 and key in moved union all select * from near),
is_in as materialized (select key, place from m where is_now > 0 and key in moved union all select * from near),
crowds as materialized (select key, sum((crowd_is > 1) - (crowd_was > 1)) as n from m group by key),
nests as materialized (select key, sum(n) as n from (select key, 1 as n from (${nestedIn(sql`is_in`)}) union all select key, -1 from (${nestedIn(sql`was_in`)})) group by key),
lost_windows as materialized (select key, win, sum(sign) as n from c where value is not null group by 1, 2 having n < 0),
u as (select key${named(dimensions, (name) => sql`, by${sql.raw(name)}`)}, sign as count, sign * (value is not null) as figures, 0 as doubles, iif(sign > 0, value, null) as added, iif(sign < 0, value, null) as lost, iif(sign > 0 and value is not null, win, null) as win_added${named(factNames, (name) => as(sql`sign * t.${sql.identifier(name)}`, name))} from c t union all select ${key}${by}, 0, 0, t.sign, null, null, null${none} from temp.net_pairs t${chain} where true${isPair}),
d as materialized (select key${ownBy}, sum(count) as count, sum(figures) as figures, sum(doubles) as doubles, min(added) as least, max(added) as most, min(lost) as least_lost, max(lost) as most_lost, min(win_added) as first_window, max(win_added) as last_window${sumsOfFacts()} from u t group by key),
r as materialized (select d.key${named(dimensions, (name) => sql`, d.by${sql.raw(name)}`)}, o.first, o.second, o.third, o.facts is null as is_unknown, coalesce(o.count, 0) + d.count as count, coalesce(o.figures, 0) + d.figures as figures${named(factNames, (name) => as(sql`${factOf(name)} + d.${sql.identifier(name)}`, name))}${named([...counters], (name) => as(sql`${factOf(name)} + ${changeOf[name] ?? sql`0`}`, name))}, ${lesser(factOf('first_window'), sql`d.first_window`)} as first_window, ${greater(factOf('last_window'), sql`d.last_window`)} as last_window, ${lesser(minimum, sql`d.least`)} as least, ${greater(maximum, sql`d.most`)} as most, ${minimum} is null or coalesce(d.least_lost <= ${minimum}, 0) or coalesce(d.most_lost >= ${maximum}, 0) as is_extreme_lost, ${lostWindow('first_window')} as lost_first, ${lostWindow('last_window')} as lost_last from d left join ${outcomeGroups} o on o.dimensions = ${numberOfGrouping(dimensions)}${isStored} left join crowds on crowds.key = d.key left join nests on nests.key = d.key),
s as (select r.*, ${sumsByFacts} from r),
${toldByFacts}
select h.key${named(dimensions, (name) => sql`, h.by${sql.raw(name)}`)}, first, second, third, ${keptOfGroup}, count > 0 and (is_unknown or (figures > 0 and (not (is_summed or ${withholds.all} or ${withholds.sum}) or (not ${withholds.all} and is_extreme_lost)))) as is_anew, lost_first, lost_last from h`;
}

/** The first or last period of the group `d`, as it is stored, where a figure of it was taken out; else null. */
const lostWindow = (name: 'first_window' | 'last_window'): SQL =>
  sql`(select w.win from lost_windows w where w.key = d.key and w.win = ${factOf(name)} and ${factOf('first_window')} <> ${factOf('last_window')})`;

/** What a value was stored under: a unit that one report names alone may be gone by now. */
const orderNoted = (name: StoredDimension, value: SQL): SQL =>
  name === 'UNIT'
    ? sql`coalesce((select code from temp.units_noted u where u.id = ${value}), ${storedOrderOf(name, value)})`
    : storedOrderOf(name, value);

const changeOf: Readonly<Record<string, SQL>> = {
  doubles: sql`d.doubles`,
  crowded: sql`coalesce(crowds.n, 0)`,
  nested: sql`coalesce(nests.n, 0)`,
};

/** The lesser of two, either of which may be missing. */
const lesser = (one: SQL, other: SQL) => sql`coalesce(min(${one}, ${other}), ${one}, ${other})`;
const greater = (one: SQL, other: SQL) => sql`coalesce(max(${one}, ${other}), ${one}, ${other})`;
