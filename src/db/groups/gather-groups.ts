import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Writing } from '../database.ts';
import { outcomeGroups } from '../tables/group.ts';
import { outcomes } from '../tables/outcome.ts';
import { placeAncestors } from '../tables/vocabulary.ts';
import { figuresOfGroup, groupsOf, neverNull, ofEachOutcome, orderOfKey } from './group.ts';
import { nameOfGrouping, placesWithOthers, storedGroupings } from './stored-groups.ts';
import type { StoredDimension } from './stored-groups.ts';

type Db = Pick<Writing, 'db'>;

/** What holds each dimension of the outcomes that are grouped, `n` being a place that theirs lies in. */
const keys: Record<StoredDimension, SQL> = {
  WITHIN: sql`n.ancestor`,
  PLACE: sql`t.place`,
  YEAR: sql`t.year`,
  LEVEL: sql`t.level`,
  UNIT: sql`t.unit`,
  INDICATOR: sql`t.indicator`,
};

const column = (name: StoredDimension) => sql.identifier(`by${name}`);

/** A number for each value of a dimension, and one for none: groups are told apart faster by numbers. */
const numberOf = (name: StoredDimension, value: SQL): SQL =>
  name === 'LEVEL' ? orderOfKey(name, value) : sql`coalesce(${value} + 1, 0)`;

/** One number for the values of all dimensions. */
function keyOf(dimensions: readonly StoredDimension[], values: readonly SQL[]): SQL {
  const [high = sql`0`, low = sql`0`] = dimensions.map((name, at) =>
    numberOf(name, values[at] ?? sql`null`),
  );
  return sql`((${high} << 32) + ${low})`;
}

const keyOfRow = (dimensions: readonly StoredDimension[]) =>
  keyOf(
    dimensions,
    dimensions.map((name) => keys[name]),
  );

const withChain = (dimensions: readonly StoredDimension[]): SQL =>
  dimensions.includes('WITHIN') ? sql` cross join temp.chain n on n.place = t.place` : sql``;

/** What groups stand in order of by a dimension; those within places in none. */
const orderOf = (name: StoredDimension): SQL =>
  name === 'WITHIN' ? sql`''` : neverNull(name, orderOfKey(name, sql`h.${column(name)}`));

const ofDimensions = sql`${outcomes.year} as year, ${outcomes.level} as level`;
const isGrouped = sql`${outcomes.reviewState} = 'CURATED'`;

/** Stores the groups of all outcomes in a database that has just been written. */
export function gatherGroups(writing: Db): void {
  gather(writing, null);
}

/**
 * Keeps the stored groups true while reports change: each group that an outcome of theirs was in, or is, is
 * made anew.
 */
export function groupChanges({ db }: Db) {
  db.run(sql`create temp table touched (place, year, level, unit, indicator)`);
  return {
    /** Notes which groups the outcomes of reports are in; before these change, and after. */
    note(reportIds: readonly number[]) {
      const ids = JSON.stringify(reportIds);
      db.run(
        sql`insert into temp.touched select distinct ${outcomes.placeId}, ${outcomes.year}, ${outcomes.level}, ${outcomes.unitId}, ${outcomes.indicatorId} from ${outcomes} where ${outcomes.reportId} in (select value from json_each(${ids})) and ${isGrouped}`,
      );
    },
    regroup() {
      gather({ db }, (dimensions) => {
        const touched = sql`(select ${keyOfRow(dimensions)} from temp.touched t${withChain(dimensions)})`;
        const stored = keyOf(dimensions, [
          sql`${outcomeGroups.first}`,
          sql`${outcomeGroups.second}`,
        ]);
        db.run(
          sql`delete from ${outcomeGroups} where ${outcomeGroups.dimensions} = ${nameOfGrouping(dimensions)} and ${stored} in ${touched}`,
        );
        return sql` where ${keyOfRow(dimensions)} in ${touched}`;
      });
      db.run(sql`drop table temp.touched`);
    },
  };
}

/** @param which says which outcomes are grouped by some dimensions; null for all */
function gather({ db }: Db, which: ((by: readonly StoredDimension[]) => SQL) | null): void {
  const chained = which
    ? sql` and ${placeAncestors.ancestorId} in (select ${placeAncestors.ancestorId} from ${placeAncestors} where ${placeAncestors.placeId} in (select place from temp.touched))`
    : sql``;
  const tables = {
    grouped: sql`select ${ofEachOutcome}, ${ofDimensions} from ${outcomes} where ${isGrouped} order by ${outcomes.id}`,
    chain: sql`select ${placeAncestors.placeId} as place, ${placeAncestors.ancestorId} as ancestor from ${placeAncestors} where ${placeAncestors.ancestorId} in (${placesWithOthers})${chained}`,
  };
  for (const [name, rows] of Object.entries(tables))
    db.run(sql`create temp table ${sql.identifier(name)} as ${rows}`);
  db.run(sql`create unique index temp.grouped_id on grouped (id)`);
  db.run(sql`create index temp.chain_place on chain (place, ancestor)`);
  for (const dimensions of storedGroupings)
    storeGroups({ db }, dimensions, which?.(dimensions) ?? sql``);
  for (const name of Object.keys(tables)) db.run(sql`drop table temp.${sql.identifier(name)}`);
}

function storeGroups({ db }: Db, dimensions: readonly StoredDimension[], where: SQL): void {
  const shared = dimensions.map((name) => sql`, ${keys[name]} as ${column(name)}`);
  const rows = sql`a as not materialized (select ${keyOfRow(dimensions)} as key, t.*${sql.join(shared)} from temp.grouped t${withChain(dimensions)}${where}),
f as not materialized (select * from a where value is not null)`;
  const [first, second] = dimensions;
  const of = (name: StoredDimension | undefined) =>
    name ? sql`h.${column(name)}, ${orderOf(name)}` : sql`null, ''`;
  const groups = groupsOf(rows, dimensions.map(column));
  db.run(
    sql`insert into ${outcomeGroups} (dimensions, first, first_order, second, second_order, count, figures, is_exact, sum, sum_low, sum_high, mean, minimum, maximum, withheld, unit_id) select ${nameOfGrouping(dimensions)}, ${of(first)}, ${of(second)}, count, figures, isExact, sum, sumLow, sumHigh, mean, minimum, maximum, withheld, unitId from (${groups} select h.*, ${figuresOfGroup} from h) h order by 1, 3, 5`,
  );
}
