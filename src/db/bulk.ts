import { sql } from 'drizzle-orm';
import { indexKinds } from '../text/search/full-text.ts';
import type { IndexKind } from '../text/search/full-text.ts';
import type { Database, Writing } from './database.ts';

/** In KiB: how much is held while indexes are made, of pages, and as much again of what is being sorted. */
const sortingCache = 32 << 10;

/**
 * Takes all indexes away that no constraint needs, so that many rows are written without them.
 * @returns what makes them again, one after the other, and tells how many are done; it ends the
 * transaction and begins another, and from then on fewer pages are held
 */
export function setIndexesAside({
  db,
  execute,
}: Writing): (tell: (done: number, total: number) => void) => void {
  const indexes = db.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_schema where type = 'index' and sql is not null order by rowid`,
  );
  for (const { name } of indexes) execute(`drop index "${name}"`);
  return (tell) => {
    // SQLite sorts in as much memory as it may hold of pages. What it holds is only let go when it is written.
    execute('commit');
    execute(`pragma cache_size = -${sortingCache}`);
    indexes.forEach((index, done) => {
      execute(index.sql);
      tell(done + 1, indexes.length);
    });
    execute('begin');
  };
}

/** How much a full-text index gathers before it writes a piece of itself, in bytes. */
const gathered = { loading: 32 << 20, always: 1 << 20 };

/** While many entries are written, few and large pieces; they are merged at the end. */
export function expectManyEntries({ execute }: Writing): void {
  setIndexOption(execute, 'hashsize', gathered.loading);
  setIndexOption(execute, 'automerge', 0);
  setIndexOption(execute, 'crisismerge', 1999);
}

/** Merges each full-text index into one piece, which is read fastest, and writes it as usual again. */
export function settleIndexes({ execute }: Writing): void {
  for (const kind of indexKinds)
    execute(`insert into search_${kind} (search_${kind}) values ('optimize')`);
  setIndexOption(execute, 'hashsize', gathered.always);
  setIndexOption(execute, 'automerge', 4);
  setIndexOption(execute, 'crisismerge', 16);
}

function setIndexOption(execute: Writing['execute'], name: string, value: number): void {
  for (const kind of indexKinds)
    execute(`insert into search_${kind} (search_${kind}, rank) values ('${name}', ${value})`);
}

/** Adds an entry to a full-text index: its number, and its tokens. */
export const addToIndex = (kind: IndexKind) =>
  `insert into search_${kind} (rowid, tokens) values (?, ?)`;

/** Takes an entry out of a full-text index. */
export const takeFromIndex = (kind: IndexKind) => `delete from search_${kind} where rowid = ?`;

/** Notes what a snapshot was made of: kind, code, place and numbers, SHA-256 of the files and of the rows. */
export const addToSources =
  'insert into sources (kind, code, place, numbers, sha256, rows_sha256) values (?, ?, ?, ?, ?, ?)';

/** How many reports there were when the statistics were gathered by which queries are planned. */
export function reportsInStatistics(db: Database): number {
  const row = db.get<{ stat: string } | undefined>(
    sql`select stat from sqlite_stat1 where tbl = 'reports' limit 1`,
  );
  return Number(row?.stat.split(' ')[0] ?? 0);
}
