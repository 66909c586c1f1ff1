import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { asBytes } from '../dialect.ts';
import { writeStatement } from '../write-statement.ts';
import { eachOf, itemText, jsonGroup } from '../json.ts';
import type { TableName } from '../relations.ts';
import { relations } from '../relations.ts';
import type { Store } from '../store.ts';
import { codesAmong } from './rows-of-codes.ts';

/** How many codes are remembered as known, of one snapshot; and how long they may be. */
const remembered = 20_000;
const longest = 200;

/** The codes that are known to be there; a snapshot never changes. */
const known = new WeakMap<Store['readBytes'], Set<string>>();

/** What codes are read from. */
export type CodeStore = Pick<Store, 'dialect' | 'readBytes'>;

/** The one value of a statement, which is JSON; null for none. */
export async function readValue<Value>(
  { dialect, readBytes }: CodeStore,
  statement: SQL,
): Promise<Value | null> {
  const { text, values } = writeStatement(statement, dialect);
  const bytes = await readBytes(text, values);
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Value);
}

/** Asks for the values of a statement. */
export const readList = async (store: CodeStore, list: SQL): Promise<string[]> =>
  (await readValue<string[]>(
    store,
    sql`select ${asBytes(jsonGroup(sql`value`))} from (${list}) list`,
  )) ?? [];

/**
 * Those of some codes that no row of a table has, in their order and no more than `most`. What was found
 * once is remembered: asking for it again takes no statement.
 */
export async function unknownCodes(
  store: CodeStore,
  table: TableName,
  { codes, most }: { codes: readonly string[]; most: number },
): Promise<readonly string[]> {
  const there = known.get(store.readBytes) ?? new Set<string>();
  known.set(store.readBytes, there);
  const doubtful = codes.filter((code) => !there.has(`${table} ${code}`));
  if (doubtful.length === 0) return [];
  const each = eachOf(sql`${JSON.stringify(doubtful)}`, sql.identifier('asked'));
  const asked = sql`(select ${itemText(sql`asked.value`)} as value from ${each})`;
  const missing = await readList(
    store,
    sql`select value from ${asked} given where value not in ${codesAmong(relations[table].table, asked)} limit ${most}`,
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
