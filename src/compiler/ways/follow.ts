import type { Probed } from '../../db/statistics/statistics.ts';
import type { NamedWay } from './ways.ts';

/** What is known of the ways to a page. Costs are those of rows, 1 being to fetch one. */
export type Followed = {
  /** Which way is taken, by its place among them. */
  at: number;
  /** How many rows each reads; null for more than were counted. */
  rows: readonly (number | null)[];
  /** What each costs: as it was found, or as it is guessed until then. */
  costs: readonly number[];
  isKnown: readonly boolean[];
  /** Which are worth following further. */
  isOpen: readonly boolean[];
  /** How often the page was asked for, and how many tiers it was followed. */
  asked: number;
  tier: number;
  /** Whether there is nothing more to find out. */
  isSettled: boolean;
};

/**
 * How far ways are followed, by what that costs: further where a page has been asked for so often that
 * it will have been worth it.
 */
export const tiers: readonly { budget: number; asked: number }[] = [
  { budget: 240, asked: 1 },
  { budget: 960, asked: 1 },
  { budget: 1920, asked: 3 },
];

/** What it costs to put a row into a set. */
const perMember = 0.25;

/** A way that seems to cost so many times what the best does is not followed any further. */
const hopeless = 4;

export const startOf = (ways: readonly NamedWay[]): Followed => ({
  at: 0,
  rows: ways.map(() => null),
  costs: ways.map(() => Number.POSITIVE_INFINITY),
  isKnown: ways.map(() => false),
  isOpen: ways.map(() => true),
  asked: 0,
  tier: 0,
  isSettled: false,
});

type Tier = {
  ways: readonly NamedWay[];
  /** How many rows the table has. */
  all: number;
  budget: number;
  /** What came of each; null for those that were not followed. */
  probed: readonly (Probed | null)[];
};

/** What is known after each way was followed so far. */
export function followTier(before: Followed, tier: Tier): Followed {
  const { ways, all, budget, probed } = tier;
  const walked = walkIn(tier);
  const found = probed.map(
    (each, at) => each && (rowsIn(each) ?? (ways[at]?.isWalked ? walked.rows : null)),
  );
  const rows = ways.map((_, at) => found[at] ?? before.rows[at] ?? null);
  // No more pass than are found by any way that finds all that may.
  const most = Math.min(...ways.map(({ isInOrder }, at) => (isInOrder ? all : (rows[at] ?? all))));
  const costs = ways.map(({ perRow, isWalked }, at) => {
    const [each, count] = [probed[at], found[at] ?? null];
    if (!each) return before.costs[at] ?? Number.POSITIVE_INFINITY;
    const ofSet = each.members * perMember;
    if (count !== null) return count * perRow + ofSet;
    const guess = guessed(each, all / Math.max(1, most));
    const least = isWalked ? Math.max(guess, walked.least) : guess;
    // One that was not tried may lead there at once, as far as is known of the others.
    const isHoped = each.hits === null && most < all;
    return Math.max(isHoped ? 0 : 2 * budget, least * perRow + ofSet);
  });
  const isKnown = ways.map((_, at) => (before.isKnown[at] ?? false) || found[at] != null);
  const least = Math.min(...costs);
  // What was followed so far and did not lead there costs more than that.
  const isOpen = ways.map((_, at) => !isKnown[at] && (costs[at] ?? 0) <= hopeless * least);
  const isFound = costs.some((cost, at) => isKnown[at] && cost <= budget);
  const isLast = before.tier + 1 === tiers.length;
  return {
    at: Number.isFinite(least) ? costs.indexOf(least) : Math.max(0, ways.findIndex(isOrdered)),
    rows,
    costs,
    isKnown,
    isOpen,
    asked: before.asked,
    tier: before.tier + 1,
    isSettled: isFound || isLast || !isOpen.includes(true),
  };
}

/**
 * What ways tell of each other that walk the same index, and test what they come by in other forms: how
 * many rows are walked, if any has led to the page, and how many at the least.
 */
function walkIn({ ways, probed }: Tier): { rows: number | null; least: number } {
  const walked = probed.flatMap((each, at) => (each && ways[at]?.isWalked ? each : []));
  const tried = walked.filter(({ hits }) => hits !== null);
  return {
    rows: tried.map(rowsIn).find((rows) => rows !== null) ?? null,
    least: Math.max(0, ...tried.map(({ most }) => most)),
  };
}

/** Where none is known, one that comes in order needs no memory. */
const isOrdered = ({ isInOrder, isWalked }: NamedWay) => isInOrder && isWalked;

/** How many rows a way reads; null where it led on. */
function rowsIn({ most, reached, rows, hits, last, wanted }: Probed): number | null {
  if (wanted > 0 && hits !== null && hits >= wanted) return last;
  return reached < most ? rows : null;
}

/**
 * How many rows a way may read that led on: as many for each that passes as so far or, where none did
 * or none was tried, as the ways that others take let hope.
 */
function guessed({ most, hits, wanted }: Probed, sparsest: number): number {
  // All that is sorted is read: at least what was counted.
  if (wanted === 0) return most;
  return hits ? (wanted * most) / hits : wanted * sparsest;
}
