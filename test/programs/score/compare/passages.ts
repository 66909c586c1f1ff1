import type { DraftSpan } from '../../../../src/draft/draft.ts';
import type { ExpectedPassage } from '../expected/expected.ts';
import { overlapOf, pairUp } from './pair.ts';
import type { Scored, TallyKeeper } from './tally.ts';

/** Passages that share less of their words are not the same thing. */
const samePassage = 0.3;

/** A stretch that a draft tells, and what it calls it. */
export type Passage = {
  readonly spans: readonly DraftSpan[];
  readonly told: string;
  readonly id?: string;
};

/** Compares stretches of the text that are the same thing where they overlap, each only once. */
export function comparePassages(
  name: Scored,
  wanted: readonly ExpectedPassage[] | undefined,
  { given, tally }: { given: Passage[]; tally: TallyKeeper },
): Map<ExpectedPassage, Passage> {
  if (!wanted) return new Map();
  const pairs = pairUp(wanted, given, (one, other) => {
    if (name === 'parts' && one.id !== other.told) return 0;
    const overlap = sharedWords(one.spans, other.spans);
    return overlap >= (name === 'parts' ? Number.EPSILON : samePassage) ? overlap : 0;
  });
  for (const one of wanted) {
    if (one.optional) continue;
    if (pairs.has(one)) tally.hit(name);
    else tally.lack(name, one, one.label?.[0] ?? one.id);
  }
  const paired = new Set(pairs.values());
  for (const other of given) {
    const [place] = other.spans;
    const isOptional = wanted.some(
      (one) => one.optional && sharedWords(one.spans, other.spans) > 0,
    );
    if (place && !paired.has(other) && !isOptional) tally.spare(name, place, other.told);
  }
  return pairs;
}

/** How much of the words of both is shared, from 0 to 1. */
function sharedWords(some: readonly DraftSpan[], others: readonly DraftSpan[]): number {
  const [one] = some;
  const [other] = others;
  if (some.length === 1 && others.length === 1 && one && other) return overlapOf(one, other);
  const [points, otherPoints] = [pointsOf(some), pointsOf(others)];
  const union = points.union(otherPoints).size;
  return union === 0 ? 0 : points.intersection(otherPoints).size / union;
}

const pointsOf = (spans: readonly DraftSpan[]) =>
  new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, nth) => start + nth)),
  );
