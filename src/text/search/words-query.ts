import { marksOf, pairsOf, wordsTyped } from './full-text.ts';
import type { Scope } from './full-text.ts';

/*
 * How PostgreSQL is asked for what stands in texts. Their pairs of characters are the words of a `tsvector`, which
 * says of an entry that it holds all of them; whether they follow each other, patterns say, over the characters.
 */

/** A word that no entry has. */
const nothing = "'nothing'";

/**
 * The `tsquery` for entries with all pairs of the words typed that lie in the scope (JSON of {@link Scope}).
 * Without any words, and for an empty list in the scope, it matches nothing.
 */
export function wordsQuery(typed: string, scope: string): string {
  const words = wordsTyped(typed).flatMap(piecesOf);
  const marks = marksOf(JSON.parse(scope) as Scope);
  if (words.length === 0 || marks.some((list) => list.length === 0)) return nothing;
  return [...new Set(words), ...marks.map((list) => `(${list.map(quote).join(' | ')})`)].join(
    ' & ',
  );
}

/** The patterns of all words typed, as an array. */
export const everyPattern = (typed: string): string => patternsOf(wordsTyped(typed));

/** The patterns of those of which their pairs do not say all; a letter begins marks as well. */
export const patternsBeyondPairs = (typed: string): string =>
  patternsOf(wordsTyped(typed).filter((word) => word.length > 2 || /^[a-z]$/.test(word.join(''))));

/** The pairs of a word; of one character, the beginning of a pair. */
function piecesOf(word: readonly string[]): string[] {
  const [only = ''] = word;
  if (word.length === 1) return [`${quote(only)}:*`];
  return pairsOf(word)
    .filter((pair) => Array.from(pair).length === 2)
    .map(quote);
}

const quote = (word: string) => `'${word.replaceAll(/['\\]/g, (found) => found + found)}'`;

/** Patterns for LIKE, as the text of an array. */
const patternsOf = (words: readonly (readonly string[])[]): string =>
  `{${[...new Set(words.map((word) => word.join('')))]
    .map((word) => JSON.stringify(`%${word.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`))
    .join(',')}}`;
