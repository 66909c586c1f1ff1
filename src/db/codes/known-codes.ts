import { getTableName } from 'drizzle-orm';
import type { ReadBytes } from '../client.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';

/** How many codes are remembered as known, of one snapshot; and how long they may be. */
const remembered = 20_000;
const longest = 200;

/** The codes that are known to be there; a snapshot never changes. */
const known = new WeakMap<ReadBytes, Set<string>>();

/** Asks for the first value of a statement, which is a list. */
export function readList(readBytes: ReadBytes, sql: string, values: readonly unknown[]): string[] {
  const bytes = readBytes(`select cast(json_group_array(value) as blob) from (${sql})`, values);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as string[]) : [];
}

/** The table of a name as it stands in SQL. */
export const tableIn = (name: TableName) => `"${getTableName(relations[name].table)}"`;

/**
 * Those of some codes that no row of a table has, in their order and no more than `most`. What was found
 * once is remembered: asking for it again takes no statement.
 */
export function unknownCodes(
  readBytes: ReadBytes,
  table: TableName,
  { codes, most }: { codes: readonly string[]; most: number },
): readonly string[] {
  const there = known.get(readBytes) ?? new Set<string>();
  known.set(readBytes, there);
  const doubtful = codes.filter((code) => !there.has(`${table} ${code}`));
  if (doubtful.length === 0) return [];
  const missing = readList(
    readBytes,
    `select value from json_each(?) asked where not exists (select 1 from ${tableIn(table)} own where own.code = asked.value) limit ?`,
    [JSON.stringify(doubtful), most],
  );
  if (there.size > remembered) there.clear();
  // Where there were more than so many, nobody knows of those behind.
  if (missing.length < most) {
    const absent = new Set(missing);
    for (const code of doubtful) {
      if (code.length <= longest && !absent.has(code)) there.add(`${table} ${code}`);
    }
  }
  return missing;
}
