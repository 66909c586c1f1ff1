import type { Span } from '../resolve/quotes.ts';

type Spanned = { spans: readonly Span[]; figure?: number | null };

/** Items of two codings that are the same thing, by their places, and those that have no partner. */
export type Matched<Item> = {
  pairs: { one: Item; other: Item; overlap: number }[];
  onlyOne: Item[];
  onlyOther: Item[];
};

/**
 * Joins the items of two codings: figures that stand at one place of the text are one item; all
 * others are joined where their words overlap, those that overlap most first, each only once.
 */
export function matchItems<Item extends Spanned>(
  some: readonly Item[],
  others: readonly Item[],
): Matched<Item> {
  const candidates = some.flatMap((one) =>
    others.flatMap((other) => {
      const overlap = overlapOf(one.spans, other.spans);
      if (one.figure != null || other.figure != null) {
        return one.figure === other.figure ? [{ one, other, overlap, rank: 2 }] : [];
      }
      return overlap > 0 ? [{ one, other, overlap, rank: overlap }] : [];
    }),
  );
  const taken = new Set<Item>();
  const pairs = candidates
    .toSorted((a, b) => b.rank - a.rank)
    .filter(({ one, other }) => {
      if (taken.has(one) || taken.has(other)) return false;
      taken.add(one).add(other);
      return true;
    })
    .map(({ one, other, overlap }) => ({ one, other, overlap }));
  return {
    pairs: pairs.toSorted((a, b) => firstOf(a.one) - firstOf(b.one)),
    onlyOne: some.filter((item) => !taken.has(item)),
    onlyOther: others.filter((item) => !taken.has(item)),
  };
}

const firstOf = ({ spans }: Spanned) => Math.min(...spans.map(({ start }) => start));

/** How much of the words of both is shared, from 0 to 1. */
function overlapOf(some: readonly Span[], others: readonly Span[]): number {
  const [one, other] = [pointsOf(some), pointsOf(others)];
  const shared = one.intersection(other).size;
  return shared === 0 ? 0 : shared / one.union(other).size;
}

const pointsOf = (spans: readonly Span[]) =>
  new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, nth) => start + nth)),
  );
