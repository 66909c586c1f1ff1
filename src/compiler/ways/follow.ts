import type { Probed } from '../../db/statistics/statistics.ts';
import { learn } from './learn.ts';
import { toNoRow } from './way.ts';
import type { Followed } from './way.ts';
import type { PricedWay } from './prices.ts';

/** How far ways are followed, by what that costs. The first are followed at once. */
const budgets: readonly number[] = [240, 960, 1920, 3840, 7680, 15_360];
const atOnce = 2;

/** Of all rows, how many pass what is asked of themselves where nothing is known of it. */
const unknownShare = 0.3;

export const startOf = (ways: readonly PricedWay[]): Followed => ({
  at: 0,
  rows: ways.map(() => null),
  costs: ways.map(() => Number.POSITIVE_INFINITY),
  isKnown: ways.map(() => false),
  isOpen: ways.map(({ steps }) => Number.isFinite(steps)),
  share: unknownShare,
  asked: 0,
  tier: 0,
  spent: 0,
  isSettled: false,
});

/**
 * How far the ways are to be followed next; null where they are not, or not yet. Beyond the first tiers
 * no more is spent on finding out than was on answers: what is asked often is worth more.
 * @param first how far they had been followed before the page was asked for
 */
export function nextBudget(followed: Followed, first: number): number | null {
  const { isSettled, tier, isOpen, asked, costs, at, spent } = followed;
  const budget = budgets[tier];
  if (isSettled || budget === undefined) return null;
  if (tier < atOnce) return budget;
  if (tier > first && tier > atOnce) return null;
  const all = spent + budget * isOpen.filter(Boolean).length;
  return all <= asked * Math.max(1, costs[at] ?? 1) ? budget : null;
}

type Tier = {
  ways: readonly PricedWay[];
  /** How many rows the table has. */
  all: number;
  budget: number;
  /** Follows each way for so much, 0 for not at all. */
  probe: (budgets: readonly number[], share: number) => readonly (Probed | null)[];
};

/**
 * What is known after each way was followed so far. Those come first for which no set has to be worked
 * out: how long that takes, the number of its members does not tell.
 */
export function followTier(before: Followed, tier: Tier): Followed {
  const { ways, budget, probe } = tier;
  const budgetsOf = ({ isOpen }: Followed, hasSets: boolean) =>
    ways.map((way, at) => (isOpen[at] && way.sets > 0 === hasSets ? budget : 0));
  const free = budgetsOf(before, false);
  const isAnyFree = free.some((each) => each > 0);
  const first = isAnyFree ? probe(free, before.share) : ways.map(() => null);
  const half = learn(before, { ...tier, probed: first });
  const others = budgetsOf(half, true);
  const areOthers =
    half.at !== toNoRow && others.some((each) => each > 0) && (before.tier > 0 || !isAnyFree);
  const second = areOthers ? probe(others, half.share) : [];
  const probed = ways.map((_, at) => first[at] ?? second[at] ?? null);
  const after = areOthers ? learn(before, { ...tier, probed }) : half;
  const reached = before.tier + 1;
  return {
    ...after,
    tier: reached,
    spent: before.spent + budget * probed.filter((each) => each !== null).length,
    isSettled: after.at === toNoRow || reached === budgets.length || !after.isOpen.includes(true),
  };
}
