import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { longestCode, nearestOf, sketchOf } from '../../text/search/nearest.ts';
import type { Sketch } from '../../text/search/nearest.ts';
import { columnOf } from '../column-of.ts';
import { readList } from './known-codes.ts';
import type { CodeStore } from './known-codes.ts';
import { relations } from '../relations.ts';
import type { TableName } from '../relations.ts';
import { isFoundInReport, isUnderReport } from './rows-of-codes.ts';
import type { Store } from '../store.ts';

/** A table of so many rows is looked through whole; of a larger one only what stands nearby. */
const smallTable = 25_000;
/** How many codes are looked at around the place of a code, and of one report. */
const around = 20;
const ofReport = 500;
/** In how many reports a code is looked for whose own report is not there. */
const reportsTried = 3;

/** The codes of the small tables of each snapshot, once somebody was in doubt; null for a large one. */
const listed = new WeakMap<Store['readBytes'], Map<TableName, readonly Sketch[] | null>>();

async function allOf(
  store: CodeStore,
  table: TableName,
  small: number,
): Promise<readonly Sketch[] | null> {
  const tables = listed.get(store.readBytes) ?? new Map<TableName, readonly Sketch[] | null>();
  listed.set(store.readBytes, tables);
  const held = tables.get(table);
  if (held !== undefined) return held;
  const codes = await readList(store, sql`${codesOf(table)} limit ${small + 1}`);
  const all = codes.length > small ? null : codes.toSorted().map(sketchOf);
  tables.set(table, all);
  return all;
}

/** The codes of a table as a query. */
const codesOf = (table: TableName): SQL =>
  sql`select ${columnOf(relations[table].table, 'code')} as value from ${relations[table].table}`;

/** The codes next to a code, in the order of the index where there is one. */
async function neighbours(store: CodeStore, table: TableName, code: string): Promise<string[]> {
  if (isFoundInReport(relations[table].table)) return [];
  const from = sql`${codesOf(table)} where code`;
  return [
    ...(await readList(store, sql`${from} < ${code} order by code desc limit ${around}`)),
    ...(await readList(store, sql`${from} > ${code} order by code limit ${around}`)),
  ];
}

/** The codes under a report’s, as `xinghe-2023/…`, or under the reports whose codes are nearest to it. */
async function underReport(store: CodeStore, table: TableName, code: string): Promise<string[]> {
  const report = code.split('/', 1)[0] ?? '';
  if (report === code) return [];
  const under = (head: string) =>
    readList(
      store,
      sql`${codesOf(table)} where ${isUnderReport(relations[table].table, head)} order by code limit ${ofReport}`,
    );
  const own = await under(report);
  if (own.length > 0) return own;
  const near = await nearestCodes(store, 'reports', { code: report, most: reportsTried });
  return (await Promise.all(near.map(under))).flat();
}

/** What was found of codes that are not there, some of the last ones of each snapshot. */
const found = new WeakMap<Store['readBytes'], Map<string, readonly string[]>>();
const foundAtMost = 500;

/**
 * The codes of a table that are spelt most like one that is not there, the most alike first. It looks at
 * no more codes than told above, however many there are.
 */
export async function nearestCodes(
  store: CodeStore,
  table: TableName,
  {
    code,
    most,
    small = smallTable,
  }: {
    code: string;
    most: number;
    /** A table of so many rows is looked through whole. */
    small?: number;
  },
): Promise<readonly string[]> {
  const before = found.get(store.readBytes) ?? new Map<string, readonly string[]>();
  found.set(store.readBytes, before);
  const key = `${table} ${most} ${code}`;
  const known = before.get(key);
  if (known) return known;
  const near = nearestOf(code, await candidatesFor(store, table, { code, small }), most);
  if (before.size >= foundAtMost) before.clear();
  if (code.length <= longestCode) before.set(key, near);
  return near;
}

async function candidatesFor(
  store: CodeStore,
  table: TableName,
  { code, small }: { code: string; small: number },
): Promise<readonly Sketch[]> {
  if (code.length > longestCode) return [];
  const all = await allOf(store, table, small);
  if (all) return all;
  const some = new Set([
    ...(await neighbours(store, table, code)),
    ...(await underReport(store, table, code)),
  ]);
  return [...some].map(sketchOf);
}
