import type { DraftSpan } from '../../../../src/draft/draft.ts';

/** How many code points two stretches share. */
export const sharedLength = (one: DraftSpan, other: DraftSpan): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

export const isOverlap = (one: DraftSpan, other: DraftSpan): boolean =>
  sharedLength(one, other) > 0;

/** How much of both stretches is shared, from 0 to 1. */
export function overlapOf(one: DraftSpan, other: DraftSpan): number {
  if (!isOverlap(one, other)) return 0;
  const span = Math.max(one.end, other.end) - Math.min(one.start, other.start);
  return sharedLength(one, other) / span;
}

/** Joins each of the wanted with at most one of the given, those that fit best first. */
export function pairUp<Wanted, Given>(
  wanted: readonly Wanted[],
  given: readonly Given[],
  fitOf: (wanted: Wanted, given: Given) => number,
): Map<Wanted, Given> {
  const candidates = wanted.flatMap((one) =>
    given.flatMap((other) => {
      const fit = fitOf(one, other);
      return fit > 0 ? [{ one, other, fit }] : [];
    }),
  );
  const pairs = new Map<Wanted, Given>();
  const taken = new Set<Given>();
  for (const { one, other } of candidates.toSorted((a, b) => b.fit - a.fit)) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}
