import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Writing } from '../database.ts';
import { outcomes, overlaps } from '../tables/outcome.ts';
import { units } from '../tables/unit.ts';
import { placeAncestors } from '../tables/vocabulary.ts';
import { groupedRows, tellingColumns } from './facts.ts';
import { changedGroups } from './changed-groups.ts';
import { countWithin, fewestOf, hasLostWindow, outcomesOfAnew } from './outcomes-of-anew.ts';
import { chainPlaces, collectRows, storeGroups } from './gather-groups.ts';
import { numberOfGrouping, storedGroupings } from './groupings.ts';
import { keptColumns } from './stored-row.ts';
import { outcomeGroups, slots } from './table.ts';
import type { StoredDimension } from './groupings.ts';

type Db = Pick<Writing, 'db'>;

const list = (names: readonly string[], of = (name: SQL) => name) =>
  sql.join(
    names.map((name) => of(sql`${sql.identifier(name)}`)),
    sql`, `,
  );

const temporary = [
  'noted',
  'units_noted',
  'followed',
  'pairs',
  'net',
  'net_pairs',
  'near',
  'chain',
  'within',
] as const;

const ends = 'place year level unit indicator'.split(' ');
const pairColumns = [...ends, ...ends.map((name) => `other_${name}`)];

/**
 * Keeps the stored groups true while reports change, by difference: what the outcomes of a place added to
 * a group is taken out, and what they add now is put in. A group is made anew from its outcomes only where
 * that does not tell what is told of it.
 */
export function groupChanges({ db }: Db) {
  db.run(sql`create temp table noted as select 0 as sign, * from (${groupedRows(sql`false`)})`);
  db.run(sql`create temp table units_noted (id integer primary key, code text)`);
  db.run(sql`create temp table pairs (sign, ${list(pairColumns)})`);
  return {
    /**
     * Notes what the outcomes of reports add to groups.
     * @param reportIds all reports of some places
     * @param sign -1 before they change, 1 after
     */
    note(reportIds: readonly number[], sign: 1 | -1) {
      const ids = sql`(select value from json_each(${JSON.stringify(reportIds)}))`;
      const [signed, own] = [sql.raw(String(sign)), sql`${outcomes.reportId} in ${ids}`];
      db.run(sql`insert into temp.noted select ${signed}, * from (${groupedRows(own)})`);
      db.run(
        sql`insert or ignore into temp.units_noted select id, code from ${units} where id in (select unit from temp.noted)`,
      );
      const dimensions = ['place_id', 'year', 'level', 'unit_id', 'indicator_id'];
      const of = (row: SQL) => list(dimensions, (name) => sql`${row}.${name}`);
      const isGrouped = (row: SQL) =>
        sql`${row}.review_state = 'CURATED' and ${row}.value is not null`;
      db.run(
        sql`insert into temp.pairs select ${signed}, ${of(sql`a`)}, ${of(sql`b`)} from ${outcomes} a cross join ${overlaps} v on v."outcome_id" = a.id cross join ${outcomes} b on b.id = v."other_id" where a.report_id in ${ids} and ${isGrouped(sql`a`)} and ${isGrouped(sql`b`)}`,
      );
    },
    regroup() {
      prepare({ db });
      for (const dimensions of storedGroupings) regroupBy({ db }, dimensions);
      for (const name of temporary) db.run(sql`drop table temp.${sql.identifier(name)}`);
    },
  };
}

/** What is the same before and after cancels out: facts only of what has changed, and its neighbours. */
function prepare({ db }: Db): void {
  followUnits({ db });
  const columns = list(tellingColumns);
  db.run(
    sql`create temp table net as select ${columns}, sum(sign) as sign from temp.noted group by ${columns} having sum(sign) <> 0`,
  );
  db.run(
    sql`create temp table net_pairs as select ${list(pairColumns)}, sum(sign) as sign from temp.pairs group by ${list(pairColumns)} having sum(sign) <> 0`,
  );
  const { placeId, ancestorId } = placeAncestors;
  const touched = sql`(select place from temp.noted)`;
  chainPlaces(
    { db },
    sql`${ancestorId} in (select ${ancestorId} from ${placeAncestors} where ${placeId} in ${touched})`,
  );
  countWithin({ db });
  const nearby = sql`select ${ancestorId} from ${placeAncestors} where ${placeId} in ${touched} union select ${placeId} from ${placeAncestors} where ${ancestorId} in ${touched}`;
  db.run(
    sql`create temp table near as ${groupedRows(sql`${outcomes.value} is not null and ${outcomes.placeId} in (${nearby}) and ${outcomes.placeId} not in ${touched}`)}`,
  );
}

/** A unit that a report names alone has another number once the report has changed: groups by it are the same. */
function followUnits({ db }: Db): void {
  db.run(
    sql`create temp table followed as select n.id as old, ${units.id} as now from temp.units_noted n join ${units} on ${units.code} = n.code where ${units.id} <> n.id`,
  );
  const follow = (table: SQL, unit: SQL) => {
    db.run(
      sql`update ${table} set ${unit} = f.now from temp.followed f where ${table}.${unit} = f.old`,
    );
  };
  follow(sql`temp.noted`, sql`unit`);
  follow(sql`temp.pairs`, sql`unit`);
  follow(sql`temp.pairs`, sql`other_unit`);
}

function regroupBy({ db }: Db, dimensions: readonly StoredDimension[]): void {
  db.run(
    sql`create temp table changed as select c.*, iif(is_anew or lost_first is not null or lost_last is not null, ${fewestOf(dimensions)}, null) as fewest from (${changedGroups(dimensions)}) c`,
  );
  // What need not be done is not prepared either, which takes longer than to do it.
  const told = db.get<{ lost: number; gone: number; anew: number }>(
    sql`select total(not is_anew and count > 0 and (lost_first is not null or lost_last is not null)) as lost, total(count = 0) as gone, total(is_anew) as anew from temp.changed`,
  );
  const anew = told.lost > 0 ? told.anew + markLost({ db }, dimensions) : told.anew;
  const set = list(keptColumns, (name) => sql`${name} = c.${name}`);
  const key = list(slots.map(({ name }) => name));
  const isOfThem = sql`${outcomeGroups.dimensions} = ${numberOfGrouping(dimensions)}`;
  const isSame = sql.join(slots.map((slot) => sql` and ${slot} = c.${sql.identifier(slot.name)}`));
  db.run(
    sql`update ${outcomeGroups} set ${set} from temp.changed c where ${isOfThem}${isSame} and not c.is_anew and c.count > 0`,
  );
  if (anew + told.gone > 0)
    db.run(
      sql`delete from ${outcomeGroups} where ${isOfThem} and (${key}) in (select ${key} from temp.changed where is_anew or count = 0)`,
    );
  if (anew > 0) {
    collectRows({ db }, outcomesOfAnew(dimensions));
    storeGroups({ db }, dimensions, sql`key in (select key from temp.changed where is_anew)`);
    db.run(sql`drop table temp.grouped`);
  }
  db.run(sql`drop table temp.changed`);
}

/** Marks those to be made anew that have lost a period; gives how many there are. */
const markLost = ({ db }: Db, dimensions: readonly StoredDimension[]): number =>
  db.run(
    sql`update temp.changed as c set is_anew = true where not is_anew and count > 0 and ${hasLostWindow(dimensions)}`,
  ).changes;
