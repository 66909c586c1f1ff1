import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import type { ReadBytes } from '../client.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';
import { codesAmong } from './rows-of-codes.ts';

/** How many codes are remembered as known, of one snapshot; and how long they may be. */
const remembered = 20_000;
const longest = 200;

/** The codes that are known to be there; a snapshot never changes. */
const known = new WeakMap<ReadBytes, Set<string>>();

const dialect = new SQLiteDialect();

/** The values of a query whose only column is called `value`. */
export function readList(readBytes: ReadBytes, query: SQL): string[] {
  const list = sql`select cast(json_group_array(value) as blob) from (${query})`;
  const { sql: statement, params } = dialect.sqlToQuery(list);
  const bytes = readBytes(statement, params);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as string[]) : [];
}

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
  const asked = sql`(select value from json_each(${JSON.stringify(doubtful)}))`;
  const missing = readList(
    readBytes,
    sql`select value from ${asked} where value not in ${codesAmong(relations[table].table, asked)} limit ${most}`,
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
