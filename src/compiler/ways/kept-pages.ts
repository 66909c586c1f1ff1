import { LRUCache } from 'lru-cache';
import type { VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';

/** How many are kept of a snapshot, by the characters of what they were asked with and what else each takes. */
const kept = { characters: 4_000_000, each: 300 };

/** What is kept of a page that is asked with some values. */
type KeptPage<Known> = { get: () => Known | undefined; set: (known: Known) => void };

/** Of a page, known again by being the same choice, the values that it is asked with, and the snapshot. */
type KeptPages<Known> = (
  choice: object,
  variables: VariableValues,
  statistics: Statistics,
) => KeptPage<Known>;

const textOf = oncePer(({ coerced }: VariableValues) => JSON.stringify(coerced));

/**
 * Keeps what is found out of pages, each with its values: a snapshot never changes, so that what was found once holds
 * for as long as it is served. What was used longest ago goes first.
 * @param sizeOf how many characters are kept of a page beside its values
 */
export function createKeptPages<Known extends object>(
  sizeOf: (known: Known) => number = () => 0,
): KeptPages<Known> {
  let choices = 0;
  const numberOf = oncePer((_choice: object) => (choices += 1));
  const pagesOver = oncePer(
    (_statistics: Statistics) =>
      new LRUCache<string, Known>({
        maxSize: kept.characters,
        sizeCalculation: (known, key) => key.length + sizeOf(known) + kept.each,
      }),
  );
  return (choice, variables, statistics) => {
    const pages = pagesOver(statistics);
    const key = `${numberOf(choice)} ${textOf(variables)}`;
    return { get: () => pages.get(key), set: (known) => pages.set(key, known) };
  };
}
