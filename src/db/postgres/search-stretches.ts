import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { SQLiteDialect } from 'drizzle-orm/sqlite-core';
import { stretchQuery } from '../../text/search/words-query.ts';
import type { Client } from '../client.ts';
import { searchEntries } from '../tables/search.ts';
import { tableBeside } from './catalog.ts';
import { textField } from './copy-lines.ts';

/*
 * The numbers of entries say in which order hits are told, and an index over words says nothing of it: all hits
 * would have to be fetched for the first of them. So the entries are cut into stretches, in this order,
 * and each bears the mark of its stretch: hits are looked for in one after the other, until there are enough.
 */

/** To look into a stretch that has no hit takes as long as to read so many entries. */
const entriesForLook = 20;

/** From which number on each stretch goes, and up to which; the words that find its entries. */
export const stretchTable = tableBeside('search_stretches', 'first', {
  first: 'bigint',
  last: 'bigint',
  mark: 'text',
});

const { id } = searchEntries;
const allEntries = sql`select count(*) from ${searchEntries}`;
const firstOfMany = (many: number) =>
  sql`select n from (select ${id} as n, row_number() over (order by ${id}) as place from ${searchEntries}) where place > 1 and place % ${sql.raw(String(many))} = 1`;

/**
 * The first number of each stretch of a snapshot; the first stretch begins before all. Where nothing is found all
 * are looked into, and where all are hits one is read as a whole: either takes as long as the other.
 */
export function stretchesOf(client: Client): number[] {
  const numbers = (query: SQL) =>
    client.prepare<[], number>(new SQLiteDialect().sqlToQuery(query).sql).pluck().all();
  const [entries = 0] = numbers(allEntries);
  const many = Math.max(2, Math.ceil(Math.sqrt(entriesForLook * entries)));
  return [0, ...numbers(firstOfMany(many))];
}

/** Tells in which stretch the entry of a number lies. */
export function stretchAmong(firsts: readonly number[]): (entry: number) => number {
  return (entry) => {
    let [low, high] = [0, firsts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((firsts[middle] ?? 0) <= entry) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

/** The lines of the table as COPY reads them. */
export const stretchLines = (firsts: readonly number[]): string[] =>
  firsts.map((first, at) => {
    const next = firsts[at + 1];
    const last = next === undefined ? Number.MAX_SAFE_INTEGER : next - 1;
    return `${first}\t${last}\t${textField(stretchQuery(at))}\n`;
  });
