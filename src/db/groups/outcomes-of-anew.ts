import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Writing } from '../database.ts';
import { countsOf } from '../statistics/counted-columns.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { outcomes } from '../tables/outcome.ts';
import { byColumn, columnOfOutcomes } from './group-keys.ts';
import { fieldOfDimension } from './groupings.ts';
import type { StoredDimension } from './groupings.ts';

const wanted = (name: StoredDimension) => sql`c.${byColumn(name)}`;
const held = (name: StoredDimension) => sql`o.${sql.identifier(columnOfOutcomes(name).name)}`;

/** The outcomes `o` of a group `c`, looked for by one of its dimensions after the other. */
function reachOutcomes(dimensions: readonly StoredDimension[]): { from: SQL; where: SQL }[] {
  const isOf = (name: StoredDimension) =>
    name === 'WITHIN'
      ? sql`n.ancestor = ${wanted(name)} and ${held(name)} = n.place`
      : sql`${held(name)} is ${wanted(name)}`;
  // What was reached by one dimension is tested for the others, and no index is to be used.
  const has = (name: StoredDimension) =>
    name === 'WITHIN'
      ? sql`exists (select 1 from temp.chain m where m.ancestor = ${wanted(name)} and m.place = +${held(name)})`
      : sql`+${held(name)} is ${wanted(name)}`;
  if (dimensions.length === 0) return [{ from: sql`${outcomes} o`, where: sql`true` }];
  return dimensions.map((name) => {
    const others = dimensions.filter((other) => other !== name).map(has);
    const chain = name === 'WITHIN' ? sql`temp.chain n cross join ` : sql``;
    return {
      from: sql`${chain}${outcomes} o`,
      where: sql.join([isOf(name), ...others], sql` and `),
    };
  });
}

/**
 * By which dimension of a group `c` its outcomes are looked for, by its place: that of which fewest have the
 * value, so that one report more looks at few of those of all.
 */
export const fewestOf = (dimensions: readonly StoredDimension[]): SQL =>
  dimensions.length < 2
    ? sql`0`
    : sql`(select at from (${sql.join(
        dimensions.map(
          (name, at) => sql`select ${sql.raw(String(at))} as at, ${howMany(name)} as n`,
        ),
        sql` union all `,
      )}) order by n limit 1)`;

/** Holds for the outcomes that may be in the groups of `changed` that are made anew. */
export function outcomesOfAnew(dimensions: readonly StoredDimension[]): SQL {
  if (dimensions.length === 0) return sql`true`;
  const ways = reachOutcomes(dimensions).map(
    ({ from, where }, at) =>
      sql`select o.id from temp.changed c cross join ${from} where c.is_anew and c.fewest = ${sql.raw(String(at))} and ${where}`,
  );
  return sql`${outcomes.id} in (${sql.join(ways, sql` union all `)})`;
}

/** Whether a group `c` of `changed` has lost its first or last period: no figure of it is of that any more. */
export function hasLostWindow(dimensions: readonly StoredDimension[]): SQL {
  const ways = reachOutcomes(dimensions);
  const isGone = (name: 'lost_first' | 'lost_last') => {
    const win = sql`c.${sql.identifier(name)}`;
    const cases = ways.map(
      ({ from, where }, at) =>
        sql`when ${sql.raw(String(at))} then exists (select 1 from ${from} where ${where} and o."window" = ${win} and o.value is not null and o.review_state = 'CURATED')`,
    );
    return sql`(${win} is not null and not case c.fewest ${sql.join(cases, sql` `)} end)`;
  };
  return sql`(${isGone('lost_first')} or ${isGone('lost_last')})`;
}

/** Makes the table of how many outcomes lie within each place of `chain`. */
export function countWithin({ db }: Pick<Writing, 'db'>): void {
  const { name, value, count } = valueCounts;
  const ofPlaces = sql`${name} = ${countsOf('outcomes', fieldOfDimension.WITHIN)}`;
  db.run(sql`create temp table within (ancestor integer primary key, n)`);
  db.run(
    sql`insert into temp.within select m.ancestor, total(${count}) from temp.chain m cross join ${valueCounts} on ${ofPlaces} and ${value} = m.place group by 1`,
  );
}

/** How many outcomes have a value; what has none is not counted, and taken for many. */
function howMany(name: StoredDimension): SQL {
  const { name: counted, value, count } = valueCounts;
  const isCounted = sql`${counted} = ${sql.raw(`'${countsOf('outcomes', fieldOfDimension[name])}'`)}`;
  return name === 'WITHIN'
    ? sql`coalesce((select n from temp.within where ancestor = ${wanted(name)}), 0)`
    : sql`coalesce((select ${count} from ${valueCounts} where ${isCounted} and ${value} = ${wanted(name)}), 9e9)`;
}
