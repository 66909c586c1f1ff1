import assert from 'node:assert/strict';
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { boundsFor } from '../../src/compiler/ways/bounds.ts';
import { columnOf } from '../../src/db/column-of.ts';
import { conditionOf } from '../../src/db/filter.ts';
import { openSnapshot, openToWrite } from '../../src/db/database.ts';
import type { Connection, Writing } from '../../src/db/database.ts';
import { asList } from '../../src/db/found-sets.ts';
import { relations } from '../../src/db/relations.ts';
import type { TableName } from '../../src/db/relations.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { boundedIn } from '../../src/db/statistics/bounded-columns.ts';
import { faultOfBounds, gatherBounds, widenBounds } from '../../src/db/statistics/gather-bounds.ts';
import { anyValue, noValue, valueBounds } from '../../src/db/statistics/value-bounds.ts';
import { drawPairs, drawTriples, randomFrom } from '../programs/bench/plans/draw-questions.ts';
import type { PageQuestion } from '../programs/bench/plans/draw-questions.ts';
import { statementsByEachWay } from '../programs/bench/plans/each-way.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { oddRows } from '../support/random/odd-rows.ts';
import { startOverRows } from '../support/published.ts';
import { startOverCorpus } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

/** Bounds are kept of so few rows here. */
const fewest = 3;

let seeded: Seeded;
/** Rows of which some have none of what others have. */
let odd: Seeded;
before(async () => {
  seeded = await startOverCorpus(12);
  odd = startOverRows(oddRows(12, 3));
});
after(() => {
  seeded.close();
  odd.close();
});

/** A copy of a snapshot with bounds of all that so many rows have. */
function copyWithBounds(name: string, least = fewest, { data }: Seeded = seeded): string {
  const file = join(data, name);
  const current = openCurrent(data);
  assert.ok(current.ok);
  copyFileSync(current.snapshot.path, file);
  current.snapshot.close();
  chmodSync(file, 0o644);
  const writing = openToWrite(file);
  writing.db.run(sql`delete from ${valueBounds}`);
  gatherBounds(writing, least);
  writing.close();
  return file;
}

const [isNotNull, isNull] = [{ isNotNull: true }, { isNull: true }];

/** What a page answers, by whichever way it is read. */
function answerOver({ readBytes }: Connection, question: PageQuestion): string {
  const answers = statementsByEachWay(question).map(({ statement, values }) =>
    String(readBytes(statement, values)),
  );
  const [answer = ''] = answers;
  assert.deepEqual(new Set(answers), new Set([answer]), question.title);
  return answer;
}

test('pages hold the same rows where bounds say from where to where they lie', () => {
  const bounded = openSnapshot(copyWithBounds('bounds.sqlite'));
  const unbounded = openSnapshot(copyWithBounds('none.sqlite', Infinity));
  try {
    const random = randomFrom(8);
    const pairs = drawPairs(unbounded.db).filter(() => random() < 0.05);
    for (const question of [...pairs, ...drawTriples(unbounded.db, 40, random)]) {
      assert.equal(answerOver(bounded, question), answerOver(unbounded, question), question.title);
    }
  } finally {
    bounded.close();
    unbounded.close();
  }
});

for (const [least, which] of [
  [fewest, 'some are'],
  [Infinity, 'none are'],
] as const) {
  test(`no row that is asked for lies outside of bounds, of which ${which} kept`, () => {
    const snapshot = openSnapshot(copyWithBounds(`each-${least}.sqlite`, least, odd));
    let held = 0;
    try {
      for (const name of Object.keys(relations) as TableName[]) {
        const { table } = relations[name];
        const { columns, keys } = boundedIn(name);
        for (const { name: property, column } of columns) {
          const values = snapshot.db.values<[number | string | null]>(
            sql`select distinct ${column} from ${table} limit 12`,
          );
          const asked = values.map(([value]) => (value === null ? isNull : { eq: value }));
          for (const part of [...asked, isNotNull].map((each) => ({ [property]: each }))) {
            const inside = keys.map((key) =>
              conditionOf(name, { AND: [part, ...boundsFor(name, [part], key)] }),
            );
            const counts = [sql`1`, ...inside].map((each) => sql`coalesce(sum(${each}), 0)`);
            const [[all = 0, ...within] = []] = snapshot.db.values<number[]>(
              sql`select ${sql.join(counts, sql`, `)} from ${table} where ${conditionOf(name, part)}`,
            );
            assert.deepEqual(
              within,
              keys.map(() => all),
              `${name} ${JSON.stringify(part)}`,
            );
            held += within.length;
          }
        }
      }
    } finally {
      snapshot.close();
    }
    assert.ok(held > 1000, `${held} orders`);
  });
}

test('a choice begins where the first lies of what it offers, though lists offer nothing', () => {
  const bounded = openSnapshot(copyWithBounds('choices.sqlite'));
  const listOf = (values: readonly string[]) =>
    asList(sql`(select value from json_each(${JSON.stringify(values)}))`);
  try {
    const { db } = bounded;
    const valuesOf = (column: string) =>
      db.all<{ v: string }>(
        sql`select distinct ${sql.raw(column)} as v from outcomes where v is not null`,
      );
    const [words, edtfs] = ['period_key', 'period_edtf'].map((column) =>
      valuesOf(column).map(({ v }) => v),
    );
    const random = randomOf(4);
    let passed = 0;
    for (let round = 0; round < 40; round += 1) {
      const some = (values: readonly string[] = []) => values.filter(() => random.chance(0.2));
      const drawn = [round % 3 === 0 ? [] : some(words), round % 3 === 1 ? [] : some(edtfs)];
      const [keys = [], spans = []] = drawn.map((values) => listOf(values));
      const choice = { OR: [{ periodKey: { in: keys } }, { periodEdtf: { in: spans } }] };
      const own = conditionOf('outcomes', choice);
      const inside = conditionOf('outcomes', {
        AND: boundsFor(
          'outcomes',
          [choice],
          random.pick(['valueAscending', 'labelZh', 'yearDescending']),
        ),
      });
      const { all, within } = db.get<{ all: number; within: number }>(
        sql`select count(*) as "all", coalesce(sum(${inside}), 0) as within from outcomes where ${own}`,
      );
      assert.equal(within, all, JSON.stringify(drawn));
      passed += all;
    }
    assert.ok(passed > 1000, String(passed));
  } finally {
    bounded.close();
  }
});

/** The bounds beyond which a row lies that has their value; or those as well that are wider than its rows lie. */
function wrongBounds({ db }: Writing, areTight = false): string[] {
  const kept = db.all<{ name: string; value: unknown; key: string; n: number }>(
    sql`select name, value, key, rowid_of as n from (select *, row_number() over () as rowid_of from ${valueBounds})`,
  );
  return kept.flatMap(({ name, value, key }) => {
    const [table = '', property = '', far] = name.split('.');
    const rows = relations[table as TableName].table;
    const own = columnOf(rows, key);
    const bound = (end: 'low' | 'high') =>
      sql`(select ${sql.identifier(end)} from ${valueBounds} where name = ${name} and value = ${value} and key = ${key})`;
    const hex = Buffer.isBuffer(value) ? `x'${value.toString('hex')}'` : null;
    const asked = hex === anyValue ? isNotNull : hex === noValue ? isNull : { eq: value };
    const step = far === '*' ? true : { [far ?? '']: asked };
    const has = conditionOf(table as TableName, { [property]: far ? step : asked });
    const { outside, isTight } = db.get<{ outside: number; isTight: number }>(
      sql`select coalesce(sum(not (${own} between ${bound('low')} and ${bound('high')})), 0) as outside, min(${own}) = ${bound('low')} and max(${own}) = ${bound('high')} as isTight from ${rows} where ${has}`,
    );
    return outside === 0 && (isTight === 1 || !areTight)
      ? []
      : [`${name} ${String(value)} ${key}: ${outside}`];
  });
}

test('no row lies outside the bounds of its values, whatever of reports changes', () => {
  const writing = openToWrite(copyWithBounds('changed.sqlite'));
  try {
    const { db } = writing;
    const kept = db.get<{ n: number }>(sql`select count(*) as n from ${valueBounds}`).n;
    assert.ok(kept > 1000, `${kept} bounds`);
    assert.deepEqual(wrongBounds(writing, true), []);
    const random = randomOf(5);
    db.run(sql`pragma ignore_check_constraints = on`);
    const ids = db.all<{ id: number }>(sql`select id from reports`).map(({ id }) => id);
    const of = (table: TableName) =>
      db.all<{ id: number }>(sql`select id from ${relations[table].table}`).map(({ id }) => id);
    for (let round = 0; round < 3; round += 1) {
      const report = random.pick(ids);
      const unit = random.pick(of('units'));
      const some = sql`report_id = ${report} and id % ${2 + random.below(3)} = 0`;
      db.run(sql`update outcomes set value = value * 1000 - 7, unit_id = ${unit} where ${some}`);
      db.run(sql`update outcomes set label_zh = '一' || label_zh, year = 1949 where ${some}`);
      db.run(sql`update outcomes set change_percent = -5000, level = 'IMPACT' where ${some}`);
      db.run(sql`update measures set title_zh = '龥' || title_zh where ${some}`);
      // What a report carries on lies in another.
      const carried = random.pick(db.all<{ code: string }>(sql`select code from measures`)).code;
      db.run(
        sql`update continuations set earlier_code = ${carried} where measure_id in (select id from measures where ${some})`,
      );
      assert.notDeepEqual(wrongBounds(writing), []);
      assert.notEqual(faultOfBounds(writing, report), null);
      widenBounds(writing, [report]);
      assert.equal(faultOfBounds(writing, report), null);
      assert.deepEqual(wrongBounds(writing), []);
    }
  } finally {
    writing.close();
  }
});
