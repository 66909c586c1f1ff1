import { searchKeyOf, wordsOf } from './search-key.ts';
import { countCodePoints, sliceCodePoints } from './code-points.ts';

export type Span = { start: number; end: number };

/** A stretch of a text with the words that were found in it. */
export type Snippet = {
  text: string;
  /** Where the stretch begins in the whole text, in code points. */
  start: number;
  /** Where the words stand in the stretch, in code points, in order and never overlapping. */
  highlights: Span[];
};

/** How many characters of a text are shown at most, and how many of them before the first word. */
const shown = 120;
const before = 20;

/** The stretch of a text where the words typed first stand; null where none of them stands in it. */
export function snippetOf(typed: string, text: string): Snippet | null {
  const found = occurrences(typed, text);
  const [first] = found;
  if (!first) return null;
  const length = countCodePoints(text);
  const start = length <= shown ? 0 : Math.max(0, Math.min(first.start - before, length - shown));
  const end = Math.min(length, Math.max(start + shown, first.end));
  return {
    text: sliceCodePoints(text, start, end),
    start,
    highlights: found
      .filter((span) => span.end <= end)
      .map((span) => ({ start: span.start - start, end: span.end - start })),
  };
}

/** Where the words stand in a text; those that touch or overlap are one. */
function occurrences(typed: string, text: string): Span[] {
  const key = searchKeyOf(text);
  const words = wordsOf(typed);
  const spans: Span[] = [];
  key.characters.forEach((_, index) => {
    for (const word of words) {
      if (!word.every((character, at) => key.characters[index + at] === character)) continue;
      const start = key.offsets[index] ?? 0;
      spans.push({ start, end: (key.offsets[index + word.length - 1] ?? start) + 1 });
    }
  });
  return merge(spans);
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
