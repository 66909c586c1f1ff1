import { LRUCache } from 'lru-cache';
import type { VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';
import type { PageChoice } from './choose.ts';
import type { ChosenPage } from './rows-read.ts';
import { toNoRow } from './way.ts';
import type { RecalledRows } from './way.ts';

/** What a page costs at the least whose rows are recalled, 1 being to fetch a row. */
const usualWorth = 1000;

/** The first time that its rows are found by themselves. */
const asked = 2;

/** How many pages are kept, by the characters of what they were asked with and of their rows. */
const kept = { characters: 4_000_000, each: 300 };

type Page = { asked: number; rows: RecalledRows | null };

export type Recalls = {
  /** The rows of a page that are known; null where they are not. */
  rowsOf: (
    choice: PageChoice,
    variables: VariableValues,
    statistics: Statistics,
  ) => RecalledRows | null;
  /** What keeps them, where a page is asked for that is worth it; null where it is not, or not yet. */
  keeperOf: (
    page: ChosenPage,
    variables: VariableValues,
    statistics: Statistics,
  ) => ((numbers: string) => void) | null;
};

/** Recalls pages of a snapshot, which never changes: what was found once holds for as long as it is served. */
export function createRecalls(worth = usualWorth): Recalls {
  let choices = 0;
  const numberOf = oncePer((_choice: PageChoice) => (choices += 1));
  const pagesOver = oncePer(
    (_statistics: Statistics) =>
      new LRUCache<string, Page>({
        maxSize: kept.characters,
        sizeCalculation: ({ rows }, key) => key.length + (rows?.numbers.length ?? 0) + kept.each,
      }),
  );
  const keyOf = (choice: PageChoice, { coerced }: VariableValues) =>
    `${numberOf(choice)} ${JSON.stringify(coerced)}`;

  return {
    rowsOf: (choice, variables, statistics) =>
      worth === Infinity
        ? null
        : (pagesOver(statistics).get(keyOf(choice, variables))?.rows ?? null),
    keeperOf({ choice, followed: { at, costs } }, variables, statistics) {
      if (at === toNoRow || (costs[at] ?? Infinity) < worth || worth === Infinity) return null;
      const pages = pagesOver(statistics);
      const key = keyOf(choice, variables);
      const page = { asked: (pages.get(key)?.asked ?? 0) + 1, rows: null };
      pages.set(key, page);
      if (page.asked < asked) return null;
      return (numbers) => {
        const { length } = JSON.parse(numbers) as number[];
        pages.set(key, { ...page, rows: { numbers, count: length } });
      };
    },
  };
}
