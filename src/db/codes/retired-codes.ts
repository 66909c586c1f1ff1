import { sql } from 'drizzle-orm';
import { namesOf, retiredTypes } from '../../vocabulary.ts';
import type { ReadBytes } from '../client.ts';
import { readList } from './known-codes.ts';
import type { TableName } from '../relations.ts';
import { searchable } from '../search/searchable.ts';

/** What may bear a code that is given no longer: its table, and its type in the API. */
export const retirable: readonly { table: TableName; typename: string }[] = namesOf(
  retiredTypes,
).map((type) => searchable[type]);

/** What became of a code: the id of what took its place, null for nothing, and why. */
export type Retirement = {
  replacement: string | null;
  reason: { zh: string; en: string | null };
};

/** The type of a table whose codes can be retired; undefined for every other table. */
const typenameOf = (table: TableName) => retirable.find((kind) => kind.table === table)?.typename;

/** So many retired codes of a snapshot are held at once; of more than these each is looked for. */
const heldAtMost = 20_000;

/** The retired codes of each snapshot, once somebody looked something up; null where they are too many. */
const held = new WeakMap<ReadBytes, ReadonlySet<string> | null>();

function allRetired(readBytes: ReadBytes): ReadonlySet<string> | null {
  const before = held.get(readBytes);
  if (before !== undefined) return before;
  const codes = readList(
    readBytes,
    sql`select code as value from retired_codes limit ${heldAtMost + 1}`,
  );
  const all = codes.length > heldAtMost ? null : new Set(codes);
  held.set(readBytes, all);
  return all;
}

/** Whether any code of a snapshot was retired. */
export const hasRetired = (readBytes: ReadBytes): boolean => allRetired(readBytes)?.size !== 0;

/** What became of a code of a table, if it was given once and is given no longer; else null. */
export function retirementOf(
  readBytes: ReadBytes,
  table: TableName,
  code: string,
): Retirement | null {
  const typename = typenameOf(table);
  if (typename === undefined || allRetired(readBytes)?.has(`${typename}:${code}`) === false) {
    return null;
  }
  const bytes = readBytes(
    `select cast(json_object('replacement', replacement, 'reason', json_object('zh', reason_zh, 'en', reason_en)) as blob)
     from retired_codes where code = ?`,
    [`${typename}:${code}`],
  );
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Retirement) : null;
}
