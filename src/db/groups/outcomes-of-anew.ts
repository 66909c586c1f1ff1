import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { countsOf } from '../statistics/counted-columns.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { outcomes } from '../tables/outcome.ts';
import { byColumn, columnOfOutcomes } from './group-keys.ts';
import { fieldOfDimension } from './groupings.ts';
import type { StoredDimension } from './groupings.ts';

const held = (name: StoredDimension) => sql`o.${sql.identifier(columnOfOutcomes(name).name)}`;

/**
 * The outcomes `o` of a group, in parts of which one holds them all: those of several dimensions are looked for
 * by the one of which fewest have the value, so that one report more looks at few of those of all.
 * @param group what the values of the group are columns of
 */
export function reachOutcomes(
  dimensions: readonly StoredDimension[],
  group: SQL,
): { from: SQL; where: SQL }[] {
  const wanted = (name: StoredDimension) => sql`${group}.${byColumn(name)}`;
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
  return dimensions.map((name, at) => {
    const isFewest = dimensions.flatMap((other, otherAt) => {
      if (other === name) return [];
      const sign = sql.raw(at < otherAt ? '<=' : '<');
      const [own, others] = [name, other].map((each) => howMany(each, wanted(each)));
      return [sql` and ${own} ${sign} ${others} and ${has(other)}`];
    });
    const chain = name === 'WITHIN' ? sql`temp.chain n cross join ` : sql``;
    return {
      from: sql`${chain}${outcomes} o`,
      where: sql`${isOf(name)}${sql.join(isFewest)}`,
    };
  });
}

/** Holds for the outcomes that may be in the groups of `changed` that are made anew. */
export function outcomesOfAnew(dimensions: readonly StoredDimension[]): SQL {
  if (dimensions.length === 0) return sql`true`;
  const ways = reachOutcomes(dimensions, sql`c`).map(
    ({ from, where }) =>
      sql`select o.id from temp.changed c cross join ${from} where c.is_anew and ${where}`,
  );
  return sql`${outcomes.id} in (${sql.join(ways, sql` union all `)})`;
}

/** How many outcomes have a value; what has none is not counted, and taken for many. */
function howMany(name: StoredDimension, wanted: SQL): SQL {
  const { name: counted, value, count } = valueCounts;
  const isCounted = sql`${counted} = ${sql.raw(`'${countsOf('outcomes', fieldOfDimension[name])}'`)}`;
  return name === 'WITHIN'
    ? sql`(select total(${count}) from temp.chain m cross join ${valueCounts} on ${isCounted} and ${value} = m.place where m.ancestor = ${wanted})`
    : sql`coalesce((select ${count} from ${valueCounts} where ${isCounted} and ${value} = ${wanted}), 9e9)`;
}
