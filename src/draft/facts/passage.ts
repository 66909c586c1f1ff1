import type { Passage } from '../../importer/read/shapes/terms.ts';
import { indexCodePoints } from '../../text/code-points.ts';
import { findWords } from '../../text/find-words.ts';
import { locateQuote } from '../../text/quote.ts';
import type { DraftSpan } from '../draft.ts';

/** A text whose stretches are quoted. */
export type QuotedText = {
  readonly text: string;
  /** In code points. */
  readonly length: number;
  /** The words of a stretch. */
  readonly wordsOf: (span: DraftSpan) => string;
  /** A stretch as it can be quoted so that it is found again; null where it cannot be. */
  readonly passageOf: (span: DraftSpan, within?: DraftSpan) => Passage | null;
};

/** How many characters are told before and after words that stand more than once. */
const contexts = [4, 8, 16, 40, 200, 1900] as const;

/** No words of facts may be longer. */
const longestWords = 2000;

export function quotedText(text: string): QuotedText {
  const points = indexCodePoints(text);
  const wordsOf = ({ start, end }: DraftSpan) =>
    text.slice(points.toIndex(start), points.toIndex(end));
  const whole = { start: 0, end: points.length };
  return {
    text,
    length: points.length,
    wordsOf,
    passageOf(span, within = whole) {
      const exact = wordsOf(span);
      const isInside = span.start >= within.start && span.end <= within.end;
      if (exact === '' || exact.length > longestWords || !isInside) return null;
      const range = { from: points.toIndex(within.start), to: points.toIndex(within.end) };
      if (standsOnce(text, exact, range)) return exact;
      for (const length of contexts) {
        const before = wordsOf({ start: Math.max(0, span.start - length), end: span.start });
        const after = wordsOf({ start: span.end, end: span.end + length });
        for (const beside of [
          { prefix: before },
          { suffix: after },
          { prefix: before, suffix: after },
        ]) {
          const given = Object.fromEntries(
            Object.entries(beside).filter(([, words]) => words !== ''),
          );
          const found = locateQuote(text, exact, { ...given, within });
          if (found.status === 'found' && found.start === span.start) return { exact, ...given };
        }
      }
      return null;
    },
  };
}

function standsOnce(
  text: string,
  words: string,
  { from, to }: { from: number; to: number },
): boolean {
  const isInside = (at: number) => at >= 0 && at + words.length <= to;
  const first = findWords(text, words, from);
  return isInside(first) && !isInside(findWords(text, words, first + 1)) && !splitsPairs(words);
}

/** Words that begin or end inside a pair of code units are looked at more closely. */
const splitsPairs = (words: string) => /^[\udc00-\udfff]|[\ud800-\udbff]$/u.test(words);
