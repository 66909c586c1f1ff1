import { inTitle, marksOf, pairsOf, tokenOfMark, typedAlone, wordsTyped } from './full-text.ts';
import type { Scope, Where } from './full-text.ts';

/*
 * How PostgreSQL is asked for what stands in texts. Their characters and the pairs of these are the words of a
 * `tsvector`, which says of an entry that it holds all of them, and those of its titles once more as words of a title;
 * whether pairs follow each other, patterns say, over the characters. Letters and digits are few, and all their
 * pairs stand in most texts; so three of them in a row are a word too.
 */

/** The words of an entry, for a `tsvector`. */
export function wordsOfEntry(
  titles: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
  marks: readonly string[],
): Set<string> {
  const inTitles = titles.flatMap(piecesOfText);
  return new Set([
    ...inTitles,
    ...others.flatMap(piecesOfText),
    ...inTitles.map((piece) => inTitle + piece),
    ...marks.map(tokenOfMark),
  ]);
}

const isPair = (piece: string) => Array.from(piece).length === 2;

const piecesOfText = (characters: readonly string[]): string[] => [
  ...pairsOf(characters).filter(isPair),
  ...triplesOf(characters),
  ...typedAlone(characters),
];

const unlikeLetters = /[\p{Script=Han}\u2423]/u;

/** Three characters in a row where none of them is Chinese, nor white space. */
const triplesOf = (characters: readonly string[]): string[] =>
  characters.flatMap((character, at) => {
    if (at + 2 >= characters.length || unlikeLetters.test(character)) return [];
    const triple = characters.slice(at, at + 3).join('');
    return unlikeLetters.test(triple) ? [] : [triple];
  });

/** Words as a `tsvector` and a `tsquery` read them: each in quotes. */
export const quoteWord = (word: string): string =>
  `'${word.replaceAll(/['\\]/g, (found) => found + found)}'`;

/** The mark of the entries of a stretch, as a `tsquery`. */
export const stretchQuery = (stretch: number): string =>
  quoteWord(tokenOfMark(stretchMark(stretch)));

/** The mark of the entries of a stretch; see `db/postgres/search-stretches.ts`. */
export const stretchMark = (stretch: number): string => `stretch:${stretch}`;

/** A word that no entry has. */
const nothing = quoteWord('nothing');

/**
 * The `tsquery` for entries with all pieces of the words typed that lie in the scope (JSON of {@link Scope}).
 * Without any words, and for an empty list in the scope, it matches nothing. Of those that hold all words, but not
 * in the title, it leaves out what the pieces tell.
 */
export function wordsQuery(typed: string, where: Where, scope: string): string {
  const words = wordsTyped(typed);
  const marks = marksOf(JSON.parse(scope) as Scope);
  if (words.length === 0 || marks.some((list) => list.length === 0)) return nothing;
  const limits = marks.map((list) => `(${list.map(tokenOfMark).map(quoteWord).join(' | ')})`);
  const own = where === 'title' ? piecesOf(words, inTitle) : piecesOf(words, '');
  const outside =
    where === 'elsewhere' && words.every(isOnePiece)
      ? [`!(${piecesOf(words, inTitle).join(' & ')})`]
      : [];
  return [...own, ...limits, ...outside].join(' & ');
}

/** The patterns of all words typed, as an array. */
export const everyPattern = (typed: string): string => patternsOf(wordsTyped(typed));

/** The patterns of those of which their pieces do not say all. */
export const patternsBeyondPieces = (typed: string): string =>
  patternsOf(wordsTyped(typed).filter((word) => !isOnePiece(word)));

const isOnePiece = (word: readonly string[]): boolean => piecesOfWord(word).length === 1;

/** The pieces of words, each once. */
const piecesOf = (words: readonly (readonly string[])[], before: string): string[] => [
  ...new Set(words.flatMap(piecesOfWord).map((piece) => quoteWord(before + piece))),
];

/** The longest pieces of a word that together are all of it. */
function piecesOfWord(word: readonly string[]): string[] {
  if (word.length === 1) return [...word];
  const triples = triplesOf(word);
  const pairs = pairsOf(word).filter(isPair);
  return [...triples, ...pairs.filter((pair) => !triples.some((triple) => triple.includes(pair)))];
}

/** Patterns for LIKE, as the text of an array. */
const patternsOf = (words: readonly (readonly string[])[]): string =>
  `{${[...new Set(words.map((word) => word.join('')))]
    .map((word) => JSON.stringify(`%${word.replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`))
    .join(',')}}`;
