/**
 * Offsets. JavaScript indexes a string by UTF-16 code units; the project counts Unicode code
 * points, so that a character beyond the BMP shifts nothing. A lone surrogate counts as one code
 * point, as it does for string iteration.
 */

/** The places of a text where the two ways of counting part. */
export type CodePoints = {
  /** Code points in the whole text. */
  readonly length: number;
  /** UTF-16 index → code point offset; an index inside a pair gives the pair's own offset. */
  readonly toOffset: (index: number) => number;
  /** Code point offset → UTF-16 index; beyond the ends it is clamped to them. */
  readonly toIndex: (offset: number) => number;
};

const surrogate = /[\ud800-\udfff]/;

/** A text that is long enough to be worth remembering: many words of one report are cut in turn. */
const long = 500;
let last: { text: string; points: CodePoints } | null = null;

/** Reads a text once; each conversion then takes O(log pairs), and no time at all without pairs. */
export function indexCodePoints(text: string): CodePoints {
  if (text.length < long) return readCodePoints(text);
  if (last?.text !== text) last = { text, points: readCodePoints(text) };
  return last.points;
}

function readCodePoints(text: string): CodePoints {
  const pairs = findPairs(text);
  const length = text.length - pairs.length;
  if (pairs.length === 0) {
    const clamp = (n: number): number => Math.min(Math.max(n, 0), length);
    return { length, toOffset: clamp, toIndex: clamp };
  }
  return {
    length,
    toOffset: (index) => {
      const inside = Math.min(Math.max(index, 0), text.length);
      return inside - countBefore(pairs, (high) => high + 1 < inside, inside);
    },
    toIndex: (offset) => {
      const inside = Math.min(Math.max(offset, 0), length);
      return inside + countBefore(pairs, (high, nth) => high - nth < inside, inside);
    },
  };
}

/** The number of Unicode code points in a text. */
export function countCodePoints(text: string): number {
  return indexCodePoints(text).length;
}

/** The words between two code point offsets (start included, end excluded). */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const points = indexCodePoints(text);
  return text.slice(points.toIndex(start), points.toIndex(end));
}

/** The UTF-16 indices of all surrogate pairs, in order. */
function findPairs(text: string): number[] {
  const pairs: number[] = [];
  const first = text.search(surrogate);
  if (first < 0) return pairs;
  for (let i = first; i < text.length - 1; i += 1) {
    if (isPair(text, i)) {
      pairs.push(i);
      i += 1;
    }
  }
  return pairs;
}

/** Whether a surrogate pair begins at a UTF-16 index. */
export function isPair(text: string, index: number): boolean {
  return (
    (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00
  );
}

/** How many pairs fulfil a condition that holds for a leading run of them: binary search. */
function countBefore(
  pairs: readonly number[],
  holds: (high: number, nth: number) => boolean,
  limit: number,
): number {
  let low = 0;
  let high = Math.min(pairs.length, limit);
  while (low < high) {
    const middle = (low + high) >> 1;
    const pair = pairs[middle];
    if (pair !== undefined && holds(pair, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
