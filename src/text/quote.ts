import { indexCodePoints, isPair, sliceCodePoints } from './code-points.ts';
import type { CodePoints } from './code-points.ts';
import { findWords } from './find-words.ts';
import { bareText } from './characters/fold.ts';

/** Where words stand: code points, start included, end excluded. */
type QuotePlace = {
  start: number;
  end: number;
  /** Up to 16 code points that stand before and after. */
  prefix: string;
  suffix: string;
};

/** Why words that were not found are close to words that the text has. */
const nearMissReasons = ['CONTEXT', 'OUTSIDE', 'FOLDED', 'LEADING_RUN'] as const;

/**
 * The nearest thing that the text does have, with its own words in `exact`:
 * `CONTEXT`: the exact words stand here, but the given prefix or suffix does not stand beside them;
 * `OUTSIDE`: they stand here, outside of `within`;
 * `FOLDED`: the same words but for width, white space, quotation marks or dashes;
 * `LEADING_RUN`: only the quote's first words stand here; `suffix` says how the text goes on.
 */
export type NearMiss = QuotePlace & { why: (typeof nearMissReasons)[number]; exact: string };

export type QuoteLocation =
  | ({ status: 'found' } & QuotePlace)
  | { status: 'absent'; nearest: NearMiss | null }
  | { status: 'ambiguous'; places: QuotePlace[] };

export type QuoteContext = {
  /** Words that must stand immediately before and after; they may lie outside of `within`. */
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** The stretch, in code points, that the exact words must lie in. */
  within?: { start: number; end: number } | undefined;
};

/** So many characters before and after are told of a quote. */
export const surroundings = 16;

/** So many places of words that stand more than once are looked for. */
export const mostPlaces = 100;

/**
 * Finds the exact words in the raw text, never folded. One place is `found`, several (overlapping
 * ones count, the first hundred are looked for) are `ambiguous`, none is `absent`. Empty words are absent.
 * Source of the shape: W3C Web Annotation, TextQuoteSelector and TextPositionSelector.
 */
export function locateQuote(
  text: string,
  exact: string,
  { prefix = '', suffix = '', within }: QuoteContext = {},
): QuoteLocation {
  if (exact === '') return { status: 'absent', nearest: null };
  const points = indexCodePoints(text);
  const from = within === undefined ? 0 : points.toIndex(within.start);
  const to = within === undefined ? text.length : points.toIndex(within.end);
  const { matches, outside, besides } = findMatches(text, exact, { prefix, suffix, from, to });
  const places = matches.map((at) => describe(text, points, at, at + exact.length));
  const [only, ...others] = places;
  if (only !== undefined) {
    return others.length === 0 ? { status: 'found', ...only } : { status: 'ambiguous', places };
  }
  const near = (why: NearMiss['why'], start: number, end: number): QuoteLocation => ({
    status: 'absent',
    nearest: { why, exact: text.slice(start, end), ...describe(text, points, start, end) },
  });
  if (besides >= 0) return near('CONTEXT', besides, besides + exact.length);
  if (outside >= 0) return near('OUTSIDE', outside, outside + exact.length);
  const folded = findFolded(text, exact, from, to);
  if (folded !== null) return near('FOLDED', folded.start, folded.end);
  const run = findLeadingRun(text.slice(from, to), exact);
  if (run !== null) return near('LEADING_RUN', from + run.start, from + run.end);
  return { status: 'absent', nearest: null };
}

type Asked = { prefix: string; suffix: string; from: number; to: number };

/**
 * Where the words stand as they are asked for, the first hundred places; and, where they stand nowhere so, the
 * first place outside of the stretch and the first with other words beside it, -1 for none.
 */
function findMatches(
  text: string,
  exact: string,
  asked: Asked,
): { matches: number[]; outside: number; besides: number } {
  const { prefix, suffix, from, to } = asked;
  const matches: number[] = [];
  const whole = `${prefix}${exact}${suffix}`;
  const first = Math.max(0, from - prefix.length);
  for (
    let found = findWords(text, whole, first);
    found >= 0;
    found = findWords(text, whole, found + 1)
  ) {
    const at = found + prefix.length;
    const end = at + exact.length;
    if (end > to) break;
    if (at < from || splitsPair(text, at) || splitsPair(text, end)) continue;
    if (matches.push(at) === mostPlaces) break;
  }
  const missed = matches.length > 0 ? { outside: -1, besides: -1 } : findMissed(text, exact, asked);
  return { matches, ...missed };
}

/** Where the words stand otherwise than they are asked for. */
function findMissed(text: string, exact: string, { from, to }: Asked) {
  let outside = -1;
  let besides = -1;
  for (let at = findWords(text, exact); at >= 0; at = findWords(text, exact, at + 1)) {
    const end = at + exact.length;
    if (splitsPair(text, at) || splitsPair(text, end)) continue;
    if (at < from || end > to) outside = outside < 0 ? at : outside;
    else if (besides < 0) besides = at;
    if (besides >= 0) break;
  }
  return { outside, besides };
}

function describe(text: string, points: CodePoints, start: number, end: number): QuotePlace {
  const first = points.toOffset(start);
  const last = points.toOffset(end);
  return {
    start: first,
    end: last,
    prefix: text.slice(points.toIndex(first - surroundings), start),
    suffix: text.slice(end, points.toIndex(last + surroundings)),
  };
}

/** What stands immediately before and after a stretch of a text, in code points. */
export const beside = (text: string, { start, end }: { start: number; end: number }) => ({
  prefix: sliceCodePoints(text, start - surroundings, start),
  suffix: sliceCodePoints(text, end, end + surroundings),
});

function splitsPair(text: string, index: number): boolean {
  return index > 0 && isPair(text, index - 1);
}

type QuoteSpan = { start: number; end: number };

function findFolded(text: string, exact: string, from: number, to: number): QuoteSpan | null {
  const wanted = bareText(exact).text;
  if (wanted === '') return null;
  const bare = bareText(text.slice(from, to));
  const at = bare.text.indexOf(wanted);
  const first = bare.indices[at];
  const last = bare.indices[at + wanted.length - 1];
  if (first === undefined || last === undefined) return null;
  return { start: from + first, end: from + last + 1 };
}

/** The longest beginning of the quote that the text has: the longer one is there, so are shorter. */
function findLeadingRun(text: string, exact: string): QuoteSpan | null {
  let low = 0;
  let high = exact.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.includes(exact.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  if (splitsPair(exact, low)) low -= 1;
  if (low === 0) return null;
  const start = text.indexOf(exact.slice(0, low));
  return { start, end: start + low };
}
