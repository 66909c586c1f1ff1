import { longestCode, nearestOf, sketchOf } from '../../text/search/nearest.ts';
import type { Sketch } from '../../text/search/nearest.ts';
import type { ReadBytes } from '../client.ts';
import { readList, tableIn } from './known-codes.ts';
import type { TableName } from '../relations.ts';

/** A table of so many rows is looked through whole; of a larger one only what stands nearby. */
const smallTable = 25_000;
/** How many codes are looked at around the place of a code, and of one report. */
const around = 20;
const ofReport = 500;
/** In how many reports a code is looked for whose own report is not there. */
const reportsTried = 3;

/** The codes of the small tables of each snapshot, once somebody was in doubt; null for a large one. */
const listed = new WeakMap<ReadBytes, Map<TableName, readonly Sketch[] | null>>();

function allOf(readBytes: ReadBytes, table: TableName, small: number): readonly Sketch[] | null {
  const tables = listed.get(readBytes) ?? new Map<TableName, readonly Sketch[] | null>();
  listed.set(readBytes, tables);
  const held = tables.get(table);
  if (held !== undefined) return held;
  const sql = `select code as value from ${tableIn(table)} order by code limit ${small + 1}`;
  const codes = readList(readBytes, sql, []);
  const all = codes.length > small ? null : codes.map(sketchOf);
  tables.set(table, all);
  return all;
}

/** The codes next to a code, in the order of the index. */
function neighbours(readBytes: ReadBytes, table: TableName, code: string): string[] {
  const from = `from ${tableIn(table)} where code`;
  return [
    ...readList(readBytes, `select code as value ${from} < ? order by code desc limit ${around}`, [
      code,
    ]),
    ...readList(readBytes, `select code as value ${from} > ? order by code limit ${around}`, [
      code,
    ]),
  ];
}

/** The codes under a report’s, as `xinghe-2023/…`, or under the reports whose codes are nearest to it. */
function underReport(readBytes: ReadBytes, table: TableName, code: string): string[] {
  const report = code.split('/', 1)[0] ?? '';
  if (report === code) return [];
  const under = (head: string) =>
    readList(
      readBytes,
      `select code as value from ${tableIn(table)} where code >= ? and code < ? order by code limit ${ofReport}`,
      [`${head}/`, `${head}0`],
    );
  const own = under(report);
  return own.length > 0
    ? own
    : nearestCodes(readBytes, 'reports', { code: report, most: reportsTried }).flatMap(under);
}

/** What was found of codes that are not there, some of the last ones of each snapshot. */
const found = new WeakMap<ReadBytes, Map<string, readonly string[]>>();
const foundAtMost = 500;

/**
 * The codes of a table that are spelt most like one that is not there, the most alike first. It looks at
 * no more codes than told above, however many there are.
 */
export function nearestCodes(
  readBytes: ReadBytes,
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
): readonly string[] {
  const before = found.get(readBytes) ?? new Map<string, readonly string[]>();
  found.set(readBytes, before);
  const key = `${table} ${most} ${code}`;
  const known = before.get(key);
  if (known) return known;
  const near = nearestOf(code, candidatesFor(readBytes, table, { code, small }), most);
  if (before.size >= foundAtMost) before.clear();
  if (code.length <= longestCode) before.set(key, near);
  return near;
}

function candidatesFor(
  readBytes: ReadBytes,
  table: TableName,
  { code, small }: { code: string; small: number },
): readonly Sketch[] {
  if (code.length > longestCode) return [];
  const all = allOf(readBytes, table, small);
  if (all) return all;
  const some = new Set([
    ...neighbours(readBytes, table, code),
    ...underReport(readBytes, table, code),
  ]);
  return [...some].map(sketchOf);
}
