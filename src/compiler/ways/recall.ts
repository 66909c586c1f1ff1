import { LRUCache } from 'lru-cache';
import type { VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';
import type { ChosenPage } from './rows-read.ts';
import { toNoRow } from './way.ts';

/** The numbers of a page's rows as a list in JSON, and how many there are. */
type RecalledRows = { numbers: string; count: number };

/**
 * What is known of a page: its rows; or that it is asked for often enough and costs enough for its rows to be
 * found by a statement of their own and recalled from then on, told by what keeps them; or null, where it is
 * read as it stands.
 */
export type Recall = { rows: RecalledRows } | { keep: (numbers: string) => void } | null;

/** What a page costs at the least whose rows are recalled, 1 being to fetch a row. */
const usualWorth = 1000;

/** The first time that its rows are found by themselves. */
const asked = 2;

/** How many pages are kept, by the characters of what they were asked with and of their rows. */
const kept = { characters: 4_000_000, each: 300 };

type Page = { asked: number; rows: RecalledRows | null };

/** Recalls pages of a snapshot, which never changes: what was found once holds for as long as it is served. */
export function createRecall(
  worth = usualWorth,
): (page: ChosenPage, variables: VariableValues, statistics: Statistics) => Recall {
  let choices = 0;
  const numberOf = oncePer((_choice: ChosenPage['choice']) => (choices += 1));
  const pagesOver = oncePer(
    (_statistics: Statistics) =>
      new LRUCache<string, Page>({
        maxSize: kept.characters,
        sizeCalculation: ({ rows }, key) => key.length + (rows?.numbers.length ?? 0) + kept.each,
      }),
  );

  return function recall({ choice, followed: { at, costs } }, variables, statistics) {
    if (at === toNoRow || (costs[at] ?? Infinity) < worth) return null;
    const pages = pagesOver(statistics);
    const key = `${numberOf(choice)} ${JSON.stringify(variables.coerced)}`;
    const page = pages.get(key) ?? { asked: 0, rows: null };
    if (page.rows) return { rows: page.rows };
    page.asked += 1;
    pages.set(key, page);
    if (page.asked < asked) return null;
    return {
      keep(numbers) {
        const { length } = JSON.parse(numbers) as number[];
        pages.set(key, { ...page, rows: { numbers, count: length } });
      },
    };
  };
}
