import { namesOf, retiredTypes } from '../../vocabulary.ts';
import { sql } from 'drizzle-orm';
import { asBytes } from '../dialect.ts';
import { jsonObject } from '../json.ts';
import { readList, readValue } from './known-codes.ts';
import type { CodeStore } from './known-codes.ts';
import type { TableName } from '../relations.ts';
import type { MaybeLater, Store } from '../store.ts';
import { retiredCodes } from '../tables/fidelity.ts';
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
const held = new WeakMap<Store['readBytes'], ReadonlySet<string> | null>();

async function allRetired(store: CodeStore): Promise<ReadonlySet<string> | null> {
  const before = held.get(store.readBytes);
  if (before !== undefined) return before;
  const codes = await readList(
    store,
    sql`select code as value from ${retiredCodes} limit ${heldAtMost + 1}`,
  );
  const all = codes.length > heldAtMost ? null : new Set(codes);
  held.set(store.readBytes, all);
  return all;
}

/** Whether any code of a snapshot was retired; known at once when it was asked before. */
export function hasRetired(store: CodeStore): MaybeLater<boolean> {
  const before = held.get(store.readBytes);
  return before === undefined
    ? allRetired(store).then((all) => all?.size !== 0)
    : before?.size !== 0;
}

/** What became of a code of a table, if it was given once and is given no longer; else null. */
export async function retirementOf(
  store: CodeStore,
  table: TableName,
  code: string,
): Promise<Retirement | null> {
  const typename = typenameOf(table);
  if (typename === undefined) return null;
  const retired = `${typename}:${code}`;
  if ((await allRetired(store))?.has(retired) === false) return null;
  const { replacement, reasonZh: zh, reasonEn: en } = retiredCodes;
  const told = jsonObject({ replacement, reason: jsonObject({ zh, en }) });
  return readValue(
    store,
    sql`select ${asBytes(told)} from ${retiredCodes} where ${retiredCodes.code} = ${retired}`,
  );
}
