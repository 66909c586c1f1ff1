import type { VariableValues } from 'graphql';
import type { Statistics } from '../../db/statistics/statistics.ts';
import type { PageChoice } from './choose.ts';
import { createKeptPages } from './kept-pages.ts';
import type { ChosenPage } from './rows-read.ts';
import { toNoRow } from './way.ts';
import type { RecalledRows } from './way.ts';

/** What a page costs at the least whose rows are recalled, 1 being to fetch a row. */
const usualWorth = 1000;

/** The first time that its rows are found by themselves; where a database plans for them, it need not plan for all the rest. */
const asked = 2;
const askedOfDatabase = 1;

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
  const pageOf = createKeptPages<Page>(({ rows }) => rows?.numbers.length ?? 0);

  return {
    rowsOf: (choice, variables, statistics) =>
      worth === Infinity ? null : (pageOf(choice, variables, statistics).get()?.rows ?? null),
    keeperOf({ choice, followed: { at, costs } }, variables, statistics) {
      if (at === toNoRow || (costs[at] ?? Infinity) < worth || worth === Infinity) return null;
      const page = pageOf(choice, variables, statistics);
      const times = (page.get()?.asked ?? 0) + 1;
      page.set({ asked: times, rows: null });
      if (times < (choice.ways.length > 0 ? asked : askedOfDatabase)) return null;
      return (numbers) => {
        const rows: unknown = JSON.parse(numbers);
        const count = Array.isArray(rows) ? rows.length : 0;
        page.set({ asked: times, rows: { numbers, count } });
      };
    },
  };
}
