import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { createDatabase } from '../../src/db/database.ts';
import { indexKinds } from '../../src/text/search/full-text.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { caseSeed } from '../support/imports/case-seed.ts';
import { yearReport } from '../support/imports/told-again.ts';
import { withPlan } from '../support/imports/year-plan.ts';
import { ways, writeIn } from '../support/imports/written-figures.ts';

const years = [2020, 2021, 2022];

/** A seed of places whose reports tell the year before again and plan the next. */
function makeSeed(t: { after: (undo: () => void) => void }, { places }: { places: number }) {
  const codes = ['150921', '150922', '150923', '150924', '150925'];
  const { seed, data, remove } = caseSeed(codes);
  t.after(remove);
  const random = randomOf(7);
  const figures = () => {
    const write = () => writeIn(random, ways, random.pick([45, 47, 85]));
    return { reviewed: write(), settled: write(), sent: write() };
  };
  const tell = () => {
    for (const place of codes.slice(0, places)) {
      for (const year of years) {
        const code = `r${place}-${year}`;
        const before = year > 2020 ? `r${place}-${year - 1}` : null;
        const report = yearReport(
          { code, place, year },
          { now: figures(), before: before === null ? null : figures() },
          random,
        );
        const folder = join(seed, 'reports', code);
        rmSync(folder, { recursive: true, force: true });
        writeReport(folder, withPlan(report, { year, before }, random));
      }
    }
  };
  tell();
  return { seed, data, tell };
}

/** How many statements SQLite is given to prepare while something runs. */
async function countPrepared(run: () => Promise<unknown>): Promise<number> {
  const { prepare } = BetterSqlite3.prototype;
  let count = 0;
  BetterSqlite3.prototype.prepare = function counted(this: BetterSqlite3.Database, text: string) {
    count += 1;
    return prepare.call(this, text);
  } as typeof prepare;
  try {
    await run();
  } finally {
    BetterSqlite3.prototype.prepare = prepare;
  }
  return count;
}

/** How many statements an import of so many places prepares, and one that changes all their reports. */
async function preparedBy(t: { after: (undo: () => void) => void }, places: number) {
  const { seed, data, tell } = makeSeed(t, { places });
  const importAll = () => importSeed({ seed, data, jobs: 1 });
  const built = await countPrepared(importAll);
  const current = openCurrent(data);
  assert.ok(current.ok);
  const { counts } = current.snapshot;
  current.snapshot.close();
  assert.ok((counts['targetReports'] ?? 0) > 0 && (counts['overlaps'] ?? 0) > 0, 'much is settled');
  tell();
  return { built, changed: await countPrepared(importAll) };
}

test('an import prepares its statements once, however many reports there are', async (t) => {
  const few = await preparedBy(t, 2);
  const many = await preparedBy(t, 5);
  const told = JSON.stringify({ few, many });
  assert.ok(few.built > 20 && few.changed > 20, told);
  // An index is asked how often a token occurs only where many entries hold one.
  const seldom = indexKinds.length;
  assert.ok(many.built - few.built <= seldom && many.changed - few.changed <= seldom, told);
});

test('whoever asks a kept statement for rows as arrays leaves those of others as they are', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-kept-'));
  const writing = createDatabase(join(root, 'kept.sqlite'));
  t.after(() => {
    writing.close();
    rmSync(root, { recursive: true, force: true });
  });
  const ask = () => sql`select ${1} as one`;
  assert.deepEqual(writing.db.all(ask()), [{ one: 1 }]);
  assert.deepEqual(writing.db.values(ask()), [[1]]);
  assert.deepEqual(writing.db.get(ask()), { one: 1 });
  assert.deepEqual(writing.db.all(ask()), [{ one: 1 }]);
});
