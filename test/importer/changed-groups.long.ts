import assert from 'node:assert/strict';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import { openToWrite } from '../../src/db/database.ts';
import type { Writing } from '../../src/db/database.ts';
import { groupChanges } from '../../src/db/groups/change-groups.ts';
import { gatherGroups } from '../../src/db/groups/gather-groups.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { makeCorpus } from '../support/corpus.ts';
import { randomOf } from '../support/corpus-rows.ts';

const groupsIn = ({ db }: Writing) =>
  db.all(sql`select * from outcome_groups order by dimensions, first, second`);

const ofReports = (ids: readonly number[]) =>
  sql`report_id in (select value from json_each(${JSON.stringify(ids)}))`;

test('groups that are changed by what has changed are those that are made anew', async (t) => {
  const corpus = makeCorpus(24);
  t.after(corpus.remove);
  await importSeed(corpus);
  const current = openCurrent(corpus.data);
  assert.ok(current.ok);
  const file = join(corpus.data, 'changed.sqlite');
  copyFileSync(current.snapshot.path, file);
  current.snapshot.close();
  chmodSync(file, 0o644);
  const writing = openToWrite(file);
  t.after(writing.close);
  const { db } = writing;
  const random = randomOf(31);
  const idsOf = (query: string) => db.all<{ id: number }>(query).map(({ id }) => id);
  const [places, units, indicators, outcomes] = [
    idsOf('select distinct place_id as id from reports'),
    idsOf('select id from units order by id limit 6'),
    idsOf('select id from indicators order by id limit 6'),
    idsOf('select id from outcomes order by id'),
  ];
  const windows = db.all<{ win: string }>(
    'select "window" as win from outcomes group by 1 order by count(*) limit 3',
  );
  db.run(sql`pragma ignore_check_constraints = on`);
  // Places of reports in each other, which the corpus has none of.
  for (const place of places.slice(1)) {
    db.run(
      sql`insert into place_ancestors (place_id, ancestor_id) values (${place}, ${places[0]})`,
    );
  }
  tellLargeSums(writing, places[0] ?? 0);
  db.run(sql`delete from outcome_groups`);
  gatherGroups(writing);
  db.run(sql`create temp table gone as select * from outcomes limit 0`);

  const changes: ((some: ReturnType<typeof sql>) => void)[] = [
    (some) => db.run(sql`update outcomes set value = value * 3 where ${some}`),
    (some) => db.run(sql`update outcomes set value = value + 0.1 where ${some}`),
    (some) => db.run(sql`update outcomes set value = value * 1e12, high = null where ${some}`),
    (some) => db.run(sql`update outcomes set low = value - 1, high = value + 0.5 where ${some}`),
    (some) => db.run(sql`update outcomes set unit_id = ${random.pick(units)} where ${some}`),
    (some) =>
      db.run(sql`update outcomes set indicator_id = ${random.pick(indicators)} where ${some}`),
    (some) => db.run(sql`update outcomes set indicator_id = null where ${some}`),
    (some) => db.run(sql`update outcomes set "window" = ${random.pick(windows).win} where ${some}`),
    (some) =>
      db.run(sql`update outcomes set qualifier = 'ABOUT' where value is not null and ${some}`),
    (some) => {
      const two = sql`select ${random.pick(outcomes)}, ${random.pick(outcomes)}`;
      db.run(
        sql`insert or ignore into overlaps select a.id, b.id from (${two}) x join outcomes a on a.${some} join outcomes b on b.place_id = a.place_id and b.id <> a.id limit 2`,
      );
    },
    (some) => {
      db.run(sql`insert into temp.gone select * from outcomes where ${some}`);
      db.run(sql`delete from outcomes where ${some}`);
    },
  ];

  let summed = 0;
  for (let round = 0; round < 16; round += 1) {
    const groups = groupChanges(writing);
    const changed = [random.pick(places), random.pick(places)];
    const reports = idsOf(
      `select id from reports where place_id in (${changed.join(', ')}) order by id`,
    );
    groups.note(reports, -1);
    // All that is told of a place goes now and then, and comes again.
    if (round % 4 === 1) {
      const [place = 0] = changed;
      db.run(sql`insert into temp.gone select * from outcomes where place_id = ${place}`);
      db.run(sql`delete from outcomes where place_id = ${place}`);
    }
    for (let nth = 0; nth < 3; nth += 1) {
      const every = 1 + random.below(60);
      random.pick(changes)(
        sql`id in (select id from outcomes where ${ofReports(reports)} and id % ${every} = 0)`,
      );
    }
    if (round % 3 === 2) {
      db.run(
        sql`insert or ignore into outcomes (${sql.raw(columnsOf(writing))}) select ${sql.raw(columnsOf(writing))} from temp.gone where ${ofReports(reports)}`,
      );
      db.run(sql`delete from temp.gone where ${ofReports(reports)}`);
    }
    groups.note(reports, 1);
    groups.regroup();
    const carried = groupsIn(writing);
    db.run(sql`delete from outcome_groups`);
    gatherGroups(writing);
    assert.deepEqual(carried, groupsIn(writing), `round ${round}`);
    summed += db.get<{ n: number }>(
      sql`select count(*) as n from outcome_groups where facts is not null and total is not null`,
    ).n;
  }
  assert.ok(summed > 0, `${summed} large groups tell a sum`);
  const { large } = db.get<{ large: number }>(
    sql`select count(*) as large from outcome_groups where facts is not null`,
  );
  assert.ok(large > 100, `${large} groups keep facts`);
});

/** Makes outcomes of several indicators such that a group of them all tells its sum; `outer` is the place that others lie in. */
function tellLargeSums({ db }: Writing, outer: number): void {
  const [first, ...others] = db.all<{ id: number; unit: number }>(
    sql`select o.indicator_id as id, min(o.unit_id) as unit from outcomes o join indicators i on i.id = o.indicator_id where i.additivity = 'ADDITIVE' and o.value is not null group by 1 having count(*) > 8 order by 1 limit 10`,
  );
  assert.ok(first && others.length > 5);
  const ids = JSON.stringify([first, ...others].map(({ id }) => id));
  const those = sql`indicator_id in (select value from json_each(${ids}))`;
  db.run(sql`update outcomes set indicator_id = null where place_id = ${outer} and ${those}`);
  db.run(
    sql`update outcomes set indicator_id = ${first.id}, unit_id = ${first.unit}, "window" = '2020/2020' where ${those}`,
  );
  const all = sql`select id from outcomes where indicator_id = ${first.id}`;
  db.run(sql`delete from overlaps where outcome_id in (${all}) and other_id in (${all})`);
}

/** The columns of outcomes that are not made of others. */
const columnsOf = ({ db }: Writing) =>
  db
    .all<{ name: string; hidden: number }>(
      `select name, hidden from pragma_table_xinfo('outcomes')`,
    )
    .flatMap(({ name, hidden }) => (hidden === 0 ? `"${name}"` : []))
    .join(', ');
