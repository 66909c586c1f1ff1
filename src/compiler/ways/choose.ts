import type { VariableValues } from 'graphql';
import type { TableName } from '../../db/relations.ts';
import type { Probed, Statistics } from '../../db/statistics/statistics.ts';
import type { InSteps } from '../in-steps.ts';
import { createKeptPages } from './kept-pages.ts';
import { followTier, nextBudget, startOf } from './follow.ts';
import type { Followed } from './way.ts';
import { farthest, priced } from './prices.ts';
import type { PricedWay } from './prices.ts';
import type { NamedWay } from './way.ts';

/** A page that can be read in several ways, and the statement that tells how far each would lead. */
export type PageChoice = {
  table: TableName;
  /** None where the database chooses by itself. */
  ways: readonly NamedWay[];
  /** The field of the root that it is, by its name in the answer; null where it stands elsewhere. */
  field: string | null;
  statement: string;
  valuesFor: (variables: VariableValues, context: object) => unknown[];
};

/** What a probe is given beside the variables: how far each way is followed, 0 for those that are not. */
export type Budget = { most: { rows: readonly number[]; members: readonly number[] } };

export type Choose = (
  choice: PageChoice,
  variables: VariableValues,
  statistics: Statistics,
) => InSteps<Followed>;

/**
 * Chooses ways by following all of them side by side, each a little further than before, until one
 * has led to the page. How far they are followed grows with how often the same is asked: what is found
 * out must not cost more than it saves.
 */
export function createChoosing(): Choose {
  const pageOf = createKeptPages<Followed>();

  return function* choose(choice, variables, statistics) {
    if (choice.ways.length === 0) return ofDatabase;
    const page = pageOf(choice, variables, statistics);
    const before = page.get();
    if (before?.isSettled) return before;
    const ways = choice.ways.map((way) => priced(way, statistics));
    const probe: Probe = (budgets, share) => {
      const most = farthest(ways, budgets, share);
      const values = choice.valuesFor(variables, { most } satisfies Budget);
      return statistics.probe(choice.statement, values);
    };
    const all = statistics.rows(choice.table);
    const after = yield* followOn(before ?? startOf(ways), { ways, all, probe });
    page.set(after);
    return after;
  };
}

/** What is known where the database chooses by itself: nothing, so that its rows are worth recalling. */
const ofDatabase: Followed = {
  at: 0,
  rows: [],
  costs: [],
  isKnown: [],
  isOpen: [],
  share: 1,
  asked: 0,
  tier: 0,
  spent: 0,
  isSettled: true,
};

type Probe = (budgets: readonly number[], share: number) => readonly (Probed | null)[];

/** Follows ways as far as the page has been asked for often enough. */
function* followOn(
  before: Followed,
  { ways, all, probe }: { ways: readonly PricedWay[]; all: number; probe: Probe },
): InSteps<Followed> {
  let followed = { ...before, asked: before.asked + 1 };
  for (;;) {
    const budget = nextBudget(followed, before.tier);
    if (budget === null) return followed;
    followed = followTier(followed, { ways, all, budget, probe });
    yield;
  }
}

/** The same, followed to the end: for whoever wants to know, whatever that costs. */
export function settle(choose: () => Followed): Followed {
  for (;;) {
    const followed = choose();
    if (followed.isSettled) return followed;
  }
}
