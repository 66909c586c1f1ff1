import { sql } from 'drizzle-orm';
import type { Column, SQL, Table } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { tableConfigOf } from './table-config.ts';

type UsualWords = { column: string; words: readonly string[] };

const ofIndexes = new WeakMap<SQL, UsualWords>();

/**
 * Of an index of a column that has one of few words: only the rows that have none of those which most
 * rows have by their nature. Rows with these come soon in any order, and nobody looks them up.
 */
export function unusual(column: AnySQLiteColumn, ...words: string[]): SQL {
  const where = sql`${column} not in ${asList(words)}`;
  ofIndexes.set(where, { column: column.name, words });
  return where;
}

/** The words that an index leaves out, by the condition for its rows; undefined for any other condition. */
export const leftOut = (where: SQL): UsualWords | undefined => ofIndexes.get(where);

const asList = (words: readonly string[]) =>
  sql.raw(`(${words.map((word) => `'${word}'`).join(', ')})`);

/**
 * What has to be said of a column beside the words that are asked for, so that an index serves which leaves
 * out others; null where there is none, or it leaves out one of those.
 */
export function besides(
  table: Table,
  { name }: Column,
  asked: readonly unknown[],
): { notIn: SQL } | null {
  for (const { config } of tableConfigOf(table).indexes) {
    const usual = config.where && leftOut(config.where);
    if (usual?.column === name)
      return asked.some((word) => usual.words.includes(String(word)))
        ? null
        : { notIn: followingList(usual.words) };
  }
  return null;
}

const following = new WeakSet<object>();

function followingList(words: readonly string[]): SQL {
  const list = asList(words);
  following.add(list);
  return list;
}

/** Whether words are left out that {@link besides} names, so that nothing is asked by it. */
export const follows = (notIn: unknown): boolean => following.has(Object(notIn) as object);

/** That a column has no value beside one that has none, or that has a word which is none of some. */
type MissingBeside = { column: string; words: readonly string[] | null; other: string };

const ofChecks = new WeakMap<SQL, MissingBeside>();

/** Holds where one column has some of its words exactly where another has a value. */
export function wordsWithValue(
  column: AnySQLiteColumn,
  words: readonly string[],
  other: AnySQLiteColumn,
): SQL {
  const holds = sql`(${column} in ${asList(words)}) = (${other} is not null)`;
  ofChecks.set(holds, { column: column.name, words, other: other.name });
  return holds;
}

/** Holds where a column has a value only beside one of another. */
export function needs(column: AnySQLiteColumn, other: AnySQLiteColumn): SQL {
  const holds = sql`${column} is null or ${other} is not null`;
  ofChecks.set(holds, { column: other.name, words: null, other: column.name });
  return holds;
}

/**
 * Which columns of a table have no value, by their names in the database, where one has any of the words
 * that are asked for or, for null, none either.
 */
export function missingBeside(
  table: Table,
  name: string,
  asked: readonly unknown[] | null,
): string[] {
  const others = tableConfigOf(table).checks.flatMap(({ value }) => {
    const known = ofChecks.get(value);
    if (known?.column !== name) return [];
    const { words } = known;
    const isMissing =
      words === null ? asked === null : asked?.every((word) => !words.includes(String(word)));
    return isMissing === true ? [known.other] : [];
  });
  return others.flatMap((other) => [other, ...missingBeside(table, other, null)]);
}
