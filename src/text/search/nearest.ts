import { editDistance } from './edit-distance.ts';

/** The longest code that is compared; no longer one is meant for any. */
export const longestCode = 100;

/** With how many others it is compared in full, at the most. */
const compared = 100;

/** A code with the pairs of its characters, each as one of 64 bits: what few codes share tells them apart. */
export type Sketch = { code: string; folded: string; low: number; high: number };

export function sketchOf(code: string): Sketch {
  const folded = code.toLowerCase();
  let low = 0;
  let high = 0;
  for (let at = 1; at < folded.length; at += 1) {
    const pair = Math.imul(folded.charCodeAt(at - 1), 31) + folded.charCodeAt(at);
    if ((pair & 32) === 0) low |= 1 << (pair & 31);
    else high |= 1 << (pair & 31);
  }
  return { code, folded, low, high };
}

/** More changes are no slip: what has fewer characters in common is compared by its pairs alone. */
const mostChanges = 8;

/** How alike two codes must be, from 0 for nothing in common to 1. */
const alikeEnough = 0.4;

/**
 * Those of the candidates that are spelt most like a code, the most alike first: few characters differ,
 * or most pairs of characters stand in both, as where a part was left out.
 */
export function nearestOf(
  code: string,
  candidates: readonly Sketch[],
  most: number,
): readonly string[] {
  if (code.length > longestCode) return [];
  const wanted = sketchOf(code);
  const pairs = pairsOf(wanted.folded);
  return likeliest(wanted, candidates)
    .map(({ code: near, folded }) => ({
      near,
      likeness: Math.max(spelling(wanted.folded, folded), sharing(pairs, pairsOf(folded))),
    }))
    .filter(({ likeness }) => likeness >= alikeEnough)
    .sort((a, b) => b.likeness - a.likeness || (a.near < b.near ? -1 : 1))
    .slice(0, most)
    .map(({ near }) => near);
}

/** The share of characters that need no change; 0 where more of them do than a slip would leave wrong. */
function spelling(one: string, other: string): number {
  const length = Math.max(one.length, other.length);
  const most = Math.min(mostChanges, Math.max(2, Math.floor(length * 0.4)));
  const distance = editDistance(one, other, most);
  return distance > most ? 0 : 1 - distance / length;
}

const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** The share of pairs that stand in both (Dice’s coefficient). */
function sharing(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** The candidates that hold most of the pairs that a code holds, no more than are compared. */
function likeliest(wanted: Sketch, candidates: readonly Sketch[]): Sketch[] {
  const ranks: Sketch[][] = Array.from({ length: lastRank + 1 }, () => []);
  for (const candidate of candidates) ranks[rankOf(wanted, candidate)]?.push(candidate);
  return ranks.flat().slice(0, compared);
}

const lastRank = 63;

/** What is missing counts for more than what was added, since parts of a code are often left out. */
function rankOf(wanted: Sketch, { low, high, folded }: Sketch): number {
  const missing = bitsOf(wanted.low & ~low) + bitsOf(wanted.high & ~high);
  const added = bitsOf(low & ~wanted.low) + bitsOf(high & ~wanted.high);
  const length = Math.abs(folded.length - wanted.folded.length);
  return Math.min(lastRank, missing + Math.floor((added + length) / 4));
}

/** How many bits are set, counted in pairs, fours and eights at once. */
function bitsOf(mask: number): number {
  const twos = mask - ((mask >>> 1) & 0x55_55_55_55);
  const fours = (twos & 0x33_33_33_33) + ((twos >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
