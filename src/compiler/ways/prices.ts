import type { Statistics } from '../../db/statistics/statistics.ts';
import { relationOf } from '../../db/relations/relation-of.ts';
import type { StepChain } from '../../db/relations/step-forms.ts';
import type { NamedWay } from './way.ts';

/**
 * A way with what it costs over a snapshot to go its steps from a row, infinite for one that is not to be
 * gone, and with how many members its sets may have.
 */
export type PricedWay = NamedWay & { steps: number; members: number };

/** What it costs to look into another table, and to come by each row there, where 1 is to fetch one from the listed table. */
const step = { look: 0.4, row: 0.3 };

/** To so many rows one may lead at the most that is tested row by row, step after step. */
const mostReached = 20_000;

/** So many rows are counted in an index, and so many members of a set, in the time that one is fetched. */
const counted = {
  rows: 40,
  members: 4,
  /** How many rows with the words that are sought are counted at once: rather than all are read in another order. */
  words: 60_000,
  firstBudget: 960,
};

export function priced(way: NamedWay, statistics: Statistics): PricedWay {
  const chains = way.chains.map((chain) => reachedBy(chain, statistics));
  const members = way.setTables.reduce((sum, table) => sum + statistics.rows(table), 0);
  if (chains.some(({ most }) => most > mostReached)) return { ...way, members, steps: Infinity };
  const steps = chains.reduce((sum, { cost }) => sum + cost, 0);
  return { ...way, members, steps };
}

/** What the last of some steps costs, and to how many rows one leads by them at the most. */
function reachedBy(chain: StepChain, { reached, rows }: Statistics) {
  let [cost, from, most] = [0, 1, 1];
  for (const [table, relation] of chain) {
    const all = rows(table);
    const each = all === 0 ? 0 : reached(table, relation, all) / all;
    const tables = relationOf(table, relation).throughTable ? 2 : 1;
    cost = from * tables * (step.look + step.row * each);
    from *= each;
    most *= reached(table, relation, 1);
  }
  return { cost, most };
}

/** How many rows are read at the most to go some steps from a row, those before the last left out. */
export function mostReachedBy(chain: StepChain, statistics: Statistics): number {
  const last = chain.at(-1);
  const tables = last && relationOf(...last).throughTable ? 2 : 1;
  return tables * reachedBy(chain, statistics).most;
}

/**
 * What the steps from a row cost, where they are gone only from those that pass all else.
 * @param share how many of all rows pass that, as far as is known
 */
export const stepsFrom = ({ steps, isTestedBefore }: PricedWay, share: number): number =>
  isTestedBefore ? steps * share : steps;

/** How far each way is followed for so much. */
export function farthest(
  ways: readonly PricedWay[],
  budgets: readonly number[],
  share: number,
): { rows: number[]; members: number[] } {
  const rows = ways.map((way, at) => {
    const budget = budgets[at] ?? 0;
    const { isInOrder, perRow } = way;
    const most = isInOrder ? budget / (perRow + stepsFrom(way, share)) : budget * counted.rows;
    return Math.ceil(most);
  });
  // Each set is worked out anew for every other that is made of it.
  const members = ways.map(({ isOfWords, sets }, at) => {
    const budget = budgets[at] ?? 0;
    const isFirst = budget > 0 && budget <= counted.firstBudget;
    const most = Math.max(budget * counted.members, isOfWords && isFirst ? counted.words : 0);
    return Math.ceil(most / Math.max(1, sets));
  });
  return { rows, members };
}
