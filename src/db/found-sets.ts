import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';

const found = new WeakMap<SQL, (number: SQLWrapper) => SQL>();

/**
 * Notes that a set of numbers is what words are found in: how large it is, only a search tells.
 * @param holds whether a number is in it, without working out the whole set
 */
export function asFound(
  set: SQL,
  holds: (number: SQLWrapper) => SQL = (number) => sql`${number} in ${set}`,
): SQL {
  found.set(set, holds);
  return set;
}

export const isFound = (expression: SQL): boolean => found.has(expression);

/** Whether a number is in such a set, for whoever asks of few; undefined for any other set. */
export const holdsFound = (set: SQL): ((number: SQLWrapper) => SQL) | undefined => found.get(set);

const singles = new WeakSet<object>();

/** Notes that what stands after `in` is one value. */
export function asSingle(only: SQL): SQL {
  singles.add(only);
  return only;
}

export const isSingleValue = (expression: object): boolean => singles.has(expression);

const named = new WeakSet<SQL>();

/** Notes that a set of numbers is that of rows which are named one by one. */
export function asNamed(numbers: SQL): SQL {
  named.add(numbers);
  return numbers;
}

export const isNamed = (expression: SQL): boolean => named.has(expression);

const chains = new WeakMap<SQL, SQL>();

/** Notes of a set of places that it is all that lie in one, or are it: the number of that one. */
export function asWithin(places: SQL, only: SQL): SQL {
  chains.set(places, only);
  return places;
}

/** The number of the one place that all of a set of places lie in; undefined for any other set. */
export const placeAround = (places: SQL): SQL | undefined => chains.get(places);

const lists = new WeakSet<object>();

/** Notes that a set is a list of values that were given, or what these stand for: each row is a `value`. */
export function asList<List extends object>(list: List): List {
  lists.add(list);
  return list;
}

export const isList = (expression: object): boolean => lists.has(expression);

const words = new WeakMap<object, readonly unknown[]>();

/** Notes of a list that its values are these words of a closed list, so that they are structure and no data. */
export function asWords(list: object, values: readonly unknown[]): void {
  words.set(list, values);
}

/** The words of such a list; undefined for any other, whose values are data. */
export const wordsIn = (list: object | undefined): readonly unknown[] | undefined =>
  list && words.get(list);
