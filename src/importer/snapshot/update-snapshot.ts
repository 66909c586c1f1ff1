import { sql } from 'drizzle-orm';
import { takeFromIndex } from '../../db/bulk.ts';
import { changeTokens } from '../../db/search/token-counts.ts';
import { openToWrite } from '../../db/database.ts';
import type { Writing } from '../../db/database.ts';
import { widenBounds } from '../../db/statistics/gather-bounds.ts';
import { gatherStatistics } from '../../db/statistics/gather-statistics.ts';
import { indexKinds } from '../../text/search/full-text.ts';
import { layoutOf, ofReport } from '../../db/layout.ts';
import type { TableName } from '../../db/relations.ts';
import { addReports, shapeVocabulary } from './add-reports.ts';
import { copySnapshot } from './copy-snapshot.ts';
import type { SnapshotCopy } from './copy-snapshot.ts';
import type { ImportJob } from './add-reports.ts';
import { knownBeside } from './kept-vocabulary.ts';
import { addCounts } from '../convert/row-codec.ts';
import type { TableCounts } from '../convert/row-codec.ts';
import { tableNames } from '../convert/table-names.ts';
import { verifyChange } from './verify.ts';
import { writerOf } from './write-rows.ts';
import type { Writer } from './write-rows.ts';
import { placeCounter } from './place-counter.ts';
import { settlerOf } from '../settle/settler.ts';
import type { SettledCounts } from '../settle/settler.ts';
import { fields } from './renumber.ts';

/**
 * Carries a snapshot on: copies it, takes out what has gone or changed, puts in what is new, and
 * verifies that. What the planner goes by and the shape of the indexes stay those of the last whole build.
 * @param before how many rows of each kind the snapshot in `from` holds
 * @returns how many rows of each kind the new one holds, and how it was copied
 */
export async function updateSnapshot(
  making: ImportJob,
  from: string,
  before: Readonly<TableCounts>,
): Promise<{ counts: TableCounts; copy: SnapshotCopy }> {
  const { path, plan, vocabulary, problems, tell } = making;
  const counts = { ...before };
  const changed = new Map<string, TableCounts | null>();
  let places: readonly number[] = [];
  tell({ phase: 'copy', done: 0, total: 1 });
  const copy = copySnapshot(from, path);
  const writer = startChange(path);
  try {
    for (const code of plan.removed) {
      addCounts(counts, writer.remove(code), -1);
      changed.set(code, null);
    }
    const known = knownBeside(path, plan, () => shapeVocabulary(vocabulary, problems).known);
    await addReports(making, known, writer, (code, own) => {
      addCounts(counts, own, 1);
      changed.set(code, own);
    });
    if (problems.length === 0) {
      const added = [...changed].flatMap(([code, own]) => (own ? code : []));
      const settled = writer.finish(added);
      ({ places } = settled);
      addCounts(counts, settled.all, 1);
      for (const [code, theirs] of settled.byReport) {
        const own = changed.get(code);
        if (own) changed.set(code, addedTo(own, theirs));
      }
    }
  } finally {
    writer.close();
  }
  tell({ phase: 'verify', done: 0, total: 1 });
  if (problems.length === 0) verifyChange(path, changed, places, counts);
  return { counts, copy };
}

const addedTo = (counts: TableCounts, others: TableCounts): TableCounts => {
  const sum = { ...counts };
  addCounts(sum, others, 1);
  return sum;
};

/** The copy of a snapshot, to be changed: reports are taken out of it and put into it. */
function startChange(file: string): Writer & {
  /** Takes a report out; says how many rows of each kind have gone. */
  remove: (code: string) => TableCounts;
  /** @param added codes of the reports that were put in */
  finish: (added: readonly string[]) => SettledCounts;
  close: () => void;
} {
  const writing = openToWrite(file);
  const { db } = writing;
  writing.execute('begin');
  const unindex = indexKinds.map((kind) => writing.prepare(takeFromIndex(kind)));
  const writer = writerOf(writing, numbersTaken(writing));
  const settler = settlerOf(writing, fields);
  const counter = placeCounter(writing);
  return {
    ...writer,
    remove(code) {
      const found = db.get<{ id: number; placeId: number } | undefined>(
        sql`select id, place_id as placeId from reports where code = ${code}`,
      );
      if (!found) return {};
      counter.takeOut(found.placeId, []);
      settler.touch(found.placeId);
      const entries = db.all<{ id: number }>(
        sql`select id from search_entries where ${ofReport('searchEntries', found.id)} order by id`,
      );
      changeTokens(writing, code, -1);
      for (const take of unindex) for (const { id } of entries) take([id]);
      const gone = removing.map((name): [TableName, number] => {
        const { table } = layoutOf(name);
        const { changes } = db.run(sql`delete from ${table} where ${ofReport(name, found.id)}`);
        return [name, changes];
      });
      db.run(sql`delete from sources where kind = 'REPORT' and code = ${code}`);
      return Object.fromEntries(gone);
    },
    finish(added) {
      writer.flush();
      for (const code of added) changeTokens(writing, code, 1);
      const own = reportsCalled(writing, added);
      for (const { placeId } of own) {
        counter.takeOut(placeId, own);
        settler.touch(placeId);
      }
      const settled = settler.settle();
      counter.putIn();
      const ids = new Set([...own.map(({ id }) => id), ...settled.changed]);
      gatherStatistics(writing, [...ids]);
      widenBounds(writing, [...ids]);
      writing.execute('commit');
      return settled;
    },
    close: writing.close,
  };
}

/** By table: the highest number of its rows. */
function numbersTaken({ db }: Writing): Partial<Record<TableName, number>> {
  const taken: Partial<Record<TableName, number>> = {};
  for (const name of tableNames) {
    const { table, columns } = layoutOf(name);
    if (!columns.some(({ field }) => field === 'id')) continue;
    taken[name] =
      db.get<{ highest: number | null }>(sql`select max(id) as highest from ${table}`).highest ?? 0;
  }
  return taken;
}

const reportsCalled = ({ db }: Writing, codes: readonly string[]) =>
  db.all<{ id: number; placeId: number }>(
    sql`select id, place_id as placeId from reports where code in (select value from json_each(${JSON.stringify(codes)}))`,
  );

/** Rows that others name a report's rows by go before those. */
const removing = tableNames.filter((name) => ofReport(name, 0) !== null).toReversed();
