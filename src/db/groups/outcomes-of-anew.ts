import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { countsOf } from '../statistics/counted-columns.ts';
import { valueCounts } from '../statistics/value-counts.ts';
import { outcomes } from '../tables/outcome.ts';
import { byColumn, columnOfOutcomes } from './group-keys.ts';
import { fieldOfDimension } from './groupings.ts';
import type { StoredDimension } from './groupings.ts';

const wanted = (name: StoredDimension) => sql`c.${byColumn(name)}`;
const held = (name: StoredDimension) => sql`o.${sql.identifier(columnOfOutcomes(name).name)}`;

/**
 * Holds for the outcomes that may be in the groups of `changed` that are made anew. Those of several dimensions
 * are looked for by the one of which fewest have the value: one report more looks at few of those of all.
 */
export function outcomesOfAnew(dimensions: readonly StoredDimension[]): SQL {
  if (dimensions.length === 0) return sql`true`;
  const ways = dimensions.map((name, at) => {
    const isFewest = dimensions.flatMap((other, otherAt) => {
      if (other === name) return [];
      const sign = sql.raw(at < otherAt ? '<=' : '<');
      return [sql` and ${howMany(name)} ${sign} ${howMany(other)} and ${has(other)}`];
    });
    return sql`${reachedBy(name)} where c.is_anew${sql.join(isFewest)}`;
  });
  return sql`${outcomes.id} in (${sql.join(ways, sql` union all `)})`;
}

/** Reads outcomes `o` of each group `c`, by the index over a dimension. */
const reachedBy = (name: StoredDimension): SQL =>
  name === 'WITHIN'
    ? sql`select o.id from temp.changed c cross join temp.chain n on n.ancestor = ${wanted(name)} cross join ${outcomes} o on ${held(name)} = n.place`
    : sql`select o.id from temp.changed c cross join ${outcomes} o on ${held(name)} is ${wanted(name)}`;

/** Whether an outcome that was reached has the value of the other dimension; no index is to be used. */
const has = (name: StoredDimension): SQL =>
  name === 'WITHIN'
    ? sql`exists (select 1 from temp.chain m where m.ancestor = ${wanted(name)} and m.place = +${held(name)})`
    : sql`+${held(name)} is ${wanted(name)}`;

/** How many outcomes have the value that a group has; what has none is not counted, and taken for many. */
function howMany(name: StoredDimension): SQL {
  const { name: counted, value, count } = valueCounts;
  const isCounted = sql`${counted} = ${sql.raw(`'${countsOf('outcomes', fieldOfDimension[name])}'`)}`;
  return name === 'WITHIN'
    ? sql`(select total(${count}) from temp.chain m cross join ${valueCounts} on ${isCounted} and ${value} = m.place where m.ancestor = ${wanted(name)})`
    : sql`coalesce((select ${count} from ${valueCounts} where ${isCounted} and ${value} = ${wanted(name)}), 9e9)`;
}
