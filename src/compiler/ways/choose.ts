import { LRUCache } from 'lru-cache';
import type { VariableValues } from 'graphql';
import type { TableName } from '../../db/relations.ts';
import type { Probed, Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';
import { followTier, startOf, tiers } from './follow.ts';
import type { Followed } from './follow.ts';
import type { NamedWay } from './ways.ts';

/** A page that can be read in several ways, and the statement that tells how far each would lead. */
export type PageChoice = {
  table: TableName;
  ways: readonly NamedWay[];
  statement: string;
  valuesFor: (variables: VariableValues, context: object) => unknown[];
};

/** How many choices are kept, by the characters of the values that they were made for and what else each takes. */
const kept = { characters: 4_000_000, each: 300 };

/** What a probe is given beside the variables: how far each way is followed, 0 for those that are not. */
export type Budget = { budgets: readonly number[] };

export type Choose = (
  choice: PageChoice,
  variables: VariableValues,
  statistics: Statistics,
) => Followed;

/**
 * Chooses ways by following all of them side by side, each a little further than before, until one
 * has led to the page. How far they are followed grows with how often the same is asked: what is found
 * out must not cost more than it saves. A snapshot never changes, so that what was found once holds for
 * as long as it is served.
 */
export function createChoosing(): Choose {
  let choices = 0;
  const numberOf = oncePer((_choice: PageChoice) => (choices += 1));
  const knownOver = oncePer(
    (_statistics: Statistics) =>
      new LRUCache<string, Followed>({
        maxSize: kept.characters,
        sizeCalculation: (_followed, key) => key.length + kept.each,
      }),
  );

  return function choose(choice, variables, statistics) {
    const known = knownOver(statistics);
    const key = `${numberOf(choice)} ${JSON.stringify(variables.coerced)}`;
    const before = known.get(key) ?? startOf(choice.ways);
    if (before.isSettled) return before;
    const after = followOn(
      before,
      choice,
      (budgets) => {
        const values = choice.valuesFor(variables, { budgets } satisfies Budget);
        return statistics.probe(choice.statement, values);
      },
      statistics.rows(choice.table),
    );
    known.set(key, after);
    return after;
  };
}

type Probe = (budgets: readonly number[]) => readonly (Probed | null)[];

/** Follows ways as far as the page has been asked for often enough. */
function followOn(before: Followed, { ways }: PageChoice, probe: Probe, all: number): Followed {
  let followed = { ...before, asked: before.asked + 1 };
  for (;;) {
    const tier = tiers[followed.tier];
    if (followed.isSettled || !tier || tier.asked > followed.asked) return followed;
    const budgets = ways.map((_, at) => (followed.isOpen[at] ? tier.budget : 0));
    followed = followTier(followed, { ways, all, budget: tier.budget, probed: probe(budgets) });
  }
}

/** The same, followed to the end: for whoever wants to know, whatever that costs. */
export function settle(choose: () => Followed): Followed {
  for (;;) {
    const followed = choose();
    if (followed.isSettled) return followed;
  }
}
