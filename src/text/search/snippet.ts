import { hasVariants } from '../characters/simplify.ts';
import { withBorders } from './figures.ts';
import type { Bordered } from './figures.ts';
import { searchKeyOf, unseen, wordsOf } from './search-key.ts';
import { countCodePoints, sliceCodePoints } from '../code-points.ts';

export type Span = { start: number; end: number };

/** A stretch of a text with the words that were found in it. */
export type Snippet = {
  text: string;
  /** Where the stretch begins in the whole text, in code points. */
  start: number;
  /** Where the words stand in the stretch, in code points, in order and never overlapping. */
  highlights: Span[];
};

/** A text by which a row was found, and its offset in the report where it stands there. */
export type FoundText = readonly [source: string, text: string | null, offset: number | null];

/** The stretches of the texts of a row where words stand, each with its text and, of the report's, its offset there. */
export const snippetsIn = (typed: string, texts: readonly FoundText[]) =>
  texts.flatMap(([source, text, offset]) => {
    const snippet = snippetOf(typed, text ?? '');
    if (!snippet) return [];
    return [{ ...snippet, source, start: offset === null ? null : offset + snippet.start }];
  });

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
  const words = wordsOf(typed);
  const find = words.every(isPlain) && !hasVariants(text) ? findPlain : findFolded;
  const spans = find(words, text);
  return merge(spans.toSorted((a, b) => a.start - b.start || a.end - b.end));
}

/** Whether a word is of common Chinese characters, for which nothing else stands. */
const isPlain = (word: readonly string[]) =>
  word.every((character) => character >= '\u4e00' && character <= '\u9fff');

/** Looks for such words in the text as it stands; only white space can lie between. */
function findPlain(words: readonly (readonly string[])[], text: string): Span[] {
  return words.flatMap((word) => {
    const pattern = new RegExp(word.join(`${unseen.source}*`), 'gu');
    const spans: Span[] = [];
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const start = countCodePoints(text.slice(0, found.index));
      spans.push({ start, end: start + countCodePoints(found[0]) });
      // The next one may begin within this one.
      pattern.lastIndex = found.index + 1;
    }
    return spans;
  });
}

/** Looks for words in the folded text; the ends of figures are looked for with them. */
function findFolded(words: readonly (readonly string[])[], text: string): Span[] {
  const { characters, offsets } = searchKeyOf(text);
  const bordered = withBorders(characters);
  return words
    .map(withBorders)
    .flatMap((word) =>
      [...bordered.keys()]
        .filter((index) =>
          word.every(({ character }, at) => bordered[index + at]?.character === character),
        )
        .map((index) => spanOf(bordered.slice(index, index + word.length), offsets)),
    );
}

/** Where characters stand in the raw text, given where each of all stands there. */
function spanOf(found: readonly Bordered[], offsets: readonly number[]): Span {
  const places = found.flatMap(({ at }) => (at === null ? [] : [at]));
  const start = offsets[places[0] ?? 0] ?? 0;
  return { start, end: (offsets[places.at(-1) ?? 0] ?? start) + 1 };
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
