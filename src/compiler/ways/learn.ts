import { stretch } from '../../db/statistics/statistics.ts';
import type { Probed } from '../../db/statistics/statistics.ts';
import { isTried, leadsToNone, rowsIn } from './followed-way.ts';
import { stepsFrom } from './prices.ts';
import type { PricedWay } from './prices.ts';
import { toNoRow } from './way.ts';
import type { Followed } from './way.ts';

/** What it costs to put a row into a set: where other tables lead to it, whole or by an index alone, by what an index finds, and of words. */
const perMember = { across: 0.5, inIndex: 0.15, met: 0.1, found: 0.25 };

/** What it costs to come by a row in an index alone, and to see of it whether it is in a set. */
const inIndex = 0.15;
const ifMet = 0.06;

/** What a step costs of what it does otherwise, where those before it led to the same pages. */
const nearby = 0.3;

/** What came of each way that was followed for so much; null for those that were not. */
type Told = {
  ways: readonly PricedWay[];
  /** How many rows the table has. */
  all: number;
  budget: number;
  probed: readonly (Probed | null)[];
};

/** What is known of ways after they were followed. */
export function learn(before: Followed, told: Told): Followed {
  const { ways, all, probed } = told;
  const walked = walkIn(told);
  const found = probed.map((each, at) => {
    if (!each) return null;
    const rows = rowsIn(each) ?? (ways[at]?.isWalked ? walked.rows : null);
    // Sets are not worked out where no row comes to be tested.
    return isTried(each) || rows === 0 ? rows : null;
  });
  const rows = ways.map((_, at) => found[at] ?? before.rows[at] ?? null);
  const passing = mostPassing(told);
  const share = Math.min(before.share, passing / Math.max(1, all));
  const isKnown = ways.map((_, at) => (before.isKnown[at] ?? false) || found[at] != null);
  const costs = ways.map((way, at) => {
    const [each, count] = [probed[at], found[at] ?? null];
    if (!each) return before.costs[at] ?? Infinity;
    // Rows may lie so that all are read by a way that was not tried: no guess is worth that where one is known.
    if (!isTried(each) && count === null && isKnown.includes(true)) return Infinity;
    const guess = way.isWalked ? walked.guess : null;
    const read = count ?? rowsIn(each) ?? Math.min(all, guess ?? guessed(each, all, passing));
    const isCounted = count === 0 || (isTried(each) && (way.isInOrder || count !== null));
    const guessedMembers = metBy(told, before, at) ?? Math.max(2 * each.members, way.members / 2);
    const members = isCounted ? each.members : guessedMembers;
    return (
      read * perRowOf(way, { ...each, members }, { read, all, share }) + members * perMemberOf(way)
    );
  });
  const known = Math.min(...costs.filter((_, at) => isKnown[at]));
  // What was followed so far and did not lead there costs more than that.
  const isOpen = ways.map(
    (_, at) => before.isOpen[at] === true && !isKnown[at] && leastOf(told, at) < known,
  );
  const at = probed.some((each, place) => each && leadsToNone(each, ways[place]))
    ? toNoRow
    : bestOf(ways, costs);
  return { ...before, at, rows, costs, isKnown, isOpen, share };
}

/** How many members a set has that is met, as far as the way tells that finds just these. */
function metBy({ ways, probed }: Told, before: Followed, at: number): number | null {
  const meets = ways[at]?.meets ?? null;
  if (meets === null) return null;
  const by = ways.findIndex((way) => way.finds === meets && way.meets === null);
  const each = probed[by];
  return (each && isTried(each) ? rowsIn(each) : null) ?? before.rows[by] ?? null;
}

/** No more rows pass than are found by any way that finds all that may. */
const mostPassing = ({ ways, probed, all }: Told): number =>
  Math.min(
    ...probed.map((each, at) =>
      each && !ways[at]?.isWalked && each.reached < each.most ? each.reached : all,
    ),
  );

const perMemberOf = ({ meets, isSetThrough, isSetInIndex, setTables }: PricedWay): number => {
  if (meets !== null && !isSetThrough) return perMember.met;
  if (isSetInIndex) return perMember.inIndex;
  return setTables.length > 0 ? perMember.across : perMember.found;
};

/** What a row costs that is read: less where it lies beside others, and where most are in no set. */
function perRowOf(
  way: PricedWay,
  { spread, members, hits }: Probed,
  { read, all, share }: { read: number; all: number; share: number },
): number {
  const { isInOrder, isMemberFirst, meets, perRow } = way;
  const steps = stepsFrom(way, share);
  if (isMemberFirst) {
    const byChance = Math.min(1, members / all);
    const met = hits === null ? between(byChance, Math.min(1, members / read)) : hits / read;
    return ifMet + (perRow + steps) * (meets === null ? byChance : met || 0);
  }
  if (isInOrder) return perRow + steps;
  const apart = spread ?? Math.min(1, all / stretch / Math.max(1, read));
  return perRow - 1 + inIndex + apart + steps * (nearby + (1 - nearby) * apart);
}

function bestOf(ways: readonly PricedWay[], costs: readonly number[]): number {
  const least = Math.min(...costs);
  if (Number.isFinite(least)) return costs.indexOf(least);
  const open = ways.findIndex(({ steps }) => Number.isFinite(steps));
  const ordered = ways.findIndex((way) => Number.isFinite(way.steps) && isOrdered(way));
  return Math.max(0, ordered === -1 ? open : ordered);
}

/** What a way that did not lead there costs at the least. */
function leastOf({ ways, budget, probed }: Told, at: number): number {
  const [way, each] = [ways[at], probed[at]];
  // All that is sorted is read.
  return way && each && !way.isInOrder && way.meets === null
    ? Math.max(budget, (each.most * (way.perRow + way.steps)) / stretch)
    : budget;
}

/**
 * What ways tell of each other that walk the same index, and test what they come by in other forms: how
 * many rows are walked, if any has led to the page, and how many it may be otherwise.
 */
function walkIn({ ways, probed, all }: Told): { rows: number | null; guess: number | null } {
  const walked = probed.flatMap((each, at) => (each && ways[at]?.isWalked ? each : []));
  const tried = walked.filter(isTried).toSorted((a, b) => b.most - a.most);
  const [furthest] = tried;
  return {
    rows: tried.map(rowsIn).find((rows) => rows !== null) ?? null,
    guess: furthest ? Math.min(all, guessed(furthest, all, all)) : null,
  };
}

/** Where none is known, one that comes in order needs no memory. */
const isOrdered = ({ isInOrder, isWalked }: PricedWay) => isInOrder && isWalked;

/**
 * How many rows a way may read that led on: as many for each that passes as so far, the next being half
 * in sight or, where none was tried, as the ways that others take let hope.
 * @param passing no more rows of all pass than these
 */
function guessed({ most, hits, wanted }: Probed, all: number, passing: number): number {
  // All that is sorted is read: more than was counted, and no more than there are.
  if (wanted === 0) return between(most, all);
  const sparsest = wanted * (all / Math.max(1, passing));
  if (hits === null) return between(sparsest, all);
  return Math.max(most, hits === 0 ? sparsest : 0, (wanted * most) / (hits + 0.5));
}

/** What is more than one number and no more than another, of which nothing else is known. */
const between = (least: number, most: number) => Math.sqrt(least * Math.max(least, most));
