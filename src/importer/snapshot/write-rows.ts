import { sql } from 'drizzle-orm';
import {
  addToIndex,
  addToSources,
  expectManyEntries,
  setIndexesAside,
  settleIndexes,
} from '../../db/bulk.ts';
import { createDatabase } from '../../db/database.ts';
import type { Writing } from '../../db/database.ts';
import { gatherBounds } from '../../db/statistics/gather-bounds.ts';
import { gatherCounts } from '../../db/statistics/gather-counts.ts';
import { gatherFacets } from '../../db/statistics/facet-counts.ts';
import { gatherGroups } from '../../db/groups/gather-groups.ts';
import { gatherTokens } from '../../db/search/token-counts.ts';
import { gatherStatistics } from '../../db/statistics/gather-statistics.ts';
import { insertOf, isOfReports, layoutOf } from '../../db/layout.ts';
import type { TableName } from '../../db/relations.ts';
import type { SourceKind } from '../../db/tables/source.ts';
import type { OnStep } from './progress.ts';
import type { IndexEntry } from '../convert/search-entries.ts';
import type { ConvertedPiece } from '../convert/convert-report.ts';
import { indexKinds } from '../../text/search/full-text.ts';
import { settlerOf } from '../settle/settler.ts';
import type { SettledCounts } from '../settle/settler.ts';
import { fields, renumberRows, renumbering } from './renumber.ts';
import { tableNames } from '../convert/table-names.ts';

/** What a row of `sources` says. */
type InsertSource = {
  kind: SourceKind;
  code: string;
  /** Of a report, its stretch of numbers; 0 otherwise. */
  place: number;
  numbers: number;
  sha256: string;
  rowsSha256: string;
};

/** Writes pieces into a database file, each after those before it. */
export type Writer = {
  /** @param place the number before the first of the report; 0 for the vocabulary */
  add: (piece: Omit<ConvertedPiece, 'rowsSha256'>, place: number) => void;
  /** Notes what the snapshot was made of. */
  addSource: (source: InsertSource) => void;
  /** Writes what is still held back. */
  flush: () => void;
};

/** So many characters of the full-text indexes are held, so that they are written in sorted runs. */
const heldCharacters = 8_000_000;

/** @param taken by table: how many numbers its rows have already */
export function writerOf(writing: Writing, taken: Partial<Record<TableName, number>>): Writer {
  const tables = tableNames.map((name) => {
    const layout = layoutOf(name);
    const insert = writing.prepare(insertOf(layout));
    return { name, width: layout.columns.length, shifting: renumbering(layout), insert };
  });
  const rows: Partial<Record<TableName, number>> = {};
  for (const { name } of tables) if (isOfReports(name)) rows[name] = taken[name] ?? 0;
  const insertSource = writing.prepare(addToSources);
  const addSource = ({ kind, code, place, numbers, sha256, rowsSha256 }: InsertSource) => {
    insertSource([kind, code, place, numbers, sha256, rowsSha256]);
  };
  const index = indexWriterOf(writing);
  return {
    addSource,
    add({ packed, entries, counts }, place) {
      const shifts = { rows, place };
      for (const { name, width, shifting, insert } of tables) {
        const values = packed.get(name);
        if (values) renumberRows(values, { width, shifting, shifts }, insert);
      }
      for (const [name, count] of Object.entries(counts)) advance(rows, name as TableName, count);
      index.add(entries, place);
    },
    flush: () => {
      index.flush();
    },
  };
}

function advance(rows: Partial<Record<TableName, number>>, name: TableName, count: number): void {
  const before = rows[name];
  if (before !== undefined) rows[name] = before + count;
}

/** A full-text index begins a new piece of itself wherever numbers fall, so it is given sorted runs. */
function indexWriterOf(writing: Writing) {
  const inserts = indexKinds.map((kind) => ({ kind, insert: writing.prepare(addToIndex(kind)) }));
  let held: IndexEntry[] = [];
  let characters = 0;
  const flush = () => {
    held.sort((a, b) => a.id - b.id);
    for (const { kind, insert } of inserts)
      for (const entry of held) insert([entry.id, entry[kind]]);
    held = [];
    characters = 0;
  };
  return {
    flush,
    add(entries: readonly IndexEntry[], shift: number) {
      for (const entry of entries) {
        held.push({ ...entry, id: entry.id + shift });
        characters += entry.pairs.length + entry.characters.length;
      }
      if (characters > heldCharacters) flush();
    },
  };
}

/** A new database file, written from nothing, in this order once all rows are added. */
type NewSnapshot = Writer & {
  /** Makes all indexes. */
  index: (tell: OnStep) => void;
  /** Settles, by the indexes, what only several reports of a place can tell. */
  settle: (tell: OnStep) => SettledCounts;
  finish: (tell: OnStep) => void;
  close: () => void;
};

export function startSnapshot(file: string): NewSnapshot {
  const writing = createDatabase(file);
  writing.execute('begin');
  const makeIndexes = setIndexesAside(writing);
  expectManyEntries(writing);
  const writer = writerOf(writing, {});
  return {
    ...writer,
    index(tell) {
      writer.flush();
      tell({ phase: 'search', done: 0, total: 1 });
      settleIndexes(writing);
      makeIndexes((done, total) => {
        tell({ phase: 'index', done, total });
      });
    },
    settle: (tell) => settleAll(writing, tell),
    finish(tell) {
      tell({ phase: 'analyze', done: 0, total: 1 });
      gatherStatistics(writing, null);
      gatherCounts(writing);
      gatherBounds(writing);
      gatherGroups(writing);
      gatherFacets(writing);
      gatherTokens(writing);
      writing.execute('commit');
      writing.execute('analyze');
    },
    close: writing.close,
  };
}

/** Settles the places that have several reports, or one that says what is to come. */
function settleAll(writing: Writing, tell: OnStep): SettledCounts {
  const settler = settlerOf(writing, fields);
  const places = writing.db.all<{ id: number }>(
    sql`select place_id as id from reports group by place_id having count(*) > 1 union select place_id from targets union select place_id from measures where stage = 'PLANNED' order by id`,
  );
  for (const { id } of places) settler.touch(id);
  return settler.settle((done, total) => {
    tell({ phase: 'settle', done, total });
  });
}
