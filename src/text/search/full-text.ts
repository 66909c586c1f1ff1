import { aDigit, figureBorder, withBorders } from './figures.ts';
import { searchKeyOf, wordBorder, wordsOf } from './search-key.ts';

/*
 * How texts go into the full-text indexes and how they are asked. A text is written as its overlapping
 * pairs of characters and its last character alone, which parts it from the text after it. A word is then
 * found wherever it stands, as a phrase of its pairs, without knowing where Chinese words end. For single
 * characters a second index is asked, which knows of each entry the characters that it holds and nothing of
 * where they stand; where they are typed beside longer words, an entry is found that both have. A figure has a
 * border at either end, in texts as in what is typed, so that 43 is not found in 243. Whether a token stands in
 * a title, it says itself: that takes less room than columns would, in which every place of a token is told with
 * its column. Nothing typed is ever syntax.
 */

/** Stands before the tokens of titles, and before marks; nobody types either. */
export const inTitle = '\u0001';
const ofMark = '\u0002';

/** What the indexes hold of an entry, as tokens with spaces between. */
export type EntryTokens = { pairs: string; characters: string };

/** @param marks by what a search can be limited to the entry */
export function tokensOfEntry(
  titles: readonly string[],
  texts: readonly string[],
  marks: readonly string[],
): EntryTokens {
  const [title, body] = [keysOf(titles), keysOf(texts)];
  const own = marks.map(tokenOfMark);
  const inTitles = new Set(title.flatMap(typedAlone));
  const elsewhere = new Set(body.flatMap(typedAlone)).difference(inTitles);
  return {
    pairs: [...entitled(title.flatMap(pairsOf)), ...body.flatMap(pairsOf), ...own].join(' '),
    characters: [...entitled([...inTitles]), ...elsewhere, ...own].join(' '),
  };
}

const keysOf = (texts: readonly string[]) => texts.map(indexedCharacters);

/** The characters of a text as searches compare them, figures with their borders. */
export const indexedCharacters = (text: string): string[] =>
  borderedCharacters(searchKeyOf(text).characters);

const entitled = (tokens: readonly string[]) => tokens.map((token) => inTitle + token);

/** The overlapping pairs of a text and its last character; no pair begins with white space, which is never typed within a word. */
export const tokensOf = (text: string): string[] => pairsOf(indexedCharacters(text));

/** The same of such characters. */
export const pairsOf = (characters: readonly string[]): string[] =>
  characters.flatMap((character, index) =>
    character === wordBorder ? [] : character + (characters[index + 1] ?? ''),
  );

const borderedCharacters = (characters: readonly string[]): string[] =>
  withBorders(characters).map(({ character }) => character);

/** Those that can be typed alone: a digit has borders. */
export const typedAlone = (characters: readonly string[]): string[] =>
  characters.filter((each) => each !== wordBorder && each !== figureBorder && !aDigit.test(each));

/** By what a search can be limited: what is found, and what it belongs to. */
export type Scope = {
  type?: readonly string[];
  report?: readonly string[];
  /** Places, whose own things count and those of every place in them. */
  place?: readonly string[];
  year?: readonly (string | number)[];
  /** Parts of the statutory annual report. */
  part?: readonly string[];
};

/**
 * A mark in the index that a search can be limited by, such as `type:OUTCOME`. White space would end
 * its token, and a zero the whole expression.
 */
export function markOf(kind: keyof Scope, value: string | number): string {
  return `${kind}:${String(value).replaceAll(/[\s\0]/gu, '\ufffd')}`;
}

/** The marks by which a search is limited: of each list, an entry has to bear one. */
export const marksOf = (scope: Scope): string[][] =>
  (Object.entries(scope) as [keyof Scope, (string | number)[]][]).map(([kind, values]) =>
    values.map((value) => markOf(kind, value)),
  );

/** Holds for the entries that bear a mark, in either index. */
export const markExpression = (kind: keyof Scope, value: string | number): string =>
  bearing(markOf(kind, value));

const bearing = (mark: string): string => quote(tokenOfMark(mark));

/** A mark as no text holds it. */
export const tokenOfMark = (mark: string): string => ofMark + mark;

/** Where words must stand: in the title, anywhere, or anywhere but not all of them in the title. */
export type Where = 'title' | 'anywhere' | 'elsewhere';

/** The full-text indexes: one for longer words, one for single characters. */
export const indexKinds = ['pairs', 'characters'] as const;

export type IndexKind = (typeof indexKinds)[number];

/** Of what an index is asked: of words that are all for it, or of its own among words for either. */
export type Asked = IndexKind | `mixed ${IndexKind}`;

/** A phrase without tokens, which no entry has. */
const nothing = quote('');

/**
 * The FTS5 expression by which an index finds everything that holds all the words typed that are for it, and lies in the
 * scope. It matches nothing where what is typed is not of the kind that is asked for, and for an empty list in the scope.
 */
export function matchExpression(asked: Asked, typed: string, where: Where, scope: Scope): string {
  const isOfCharacters = asked.endsWith('characters');
  const all = wordsTyped(typed);
  const words = all.filter((word) => isCharacter(word) === isOfCharacters);
  const isMixed = words.length < all.length;
  if (words.length === 0 || isMixed !== asked.startsWith('mixed')) return nothing;
  const marks = marksOf(scope);
  if (marks.some((list) => list.length === 0)) return nothing;
  const limits = marks.map((list) => ` AND (${list.map(bearing).join(' OR ')})`).join('');
  return standing(words.map(isOfCharacters ? characterOf : phraseOf), where) + limits;
}

/** A word as it is looked for: among the tokens of titles, and among those of other texts. */
type Sought = { title: string; body: string };

function standing(words: readonly Sought[], where: Where): string {
  const title = `(${words.map((word) => word.title).join(' AND ')})`;
  if (where === 'title') return title;
  const [only] = words;
  if (where === 'elsewhere' && only && words.length === 1) return `(${only.body} NOT ${title})`;
  const anywhere = `(${words.map((word) => `(${word.title} OR ${word.body})`).join(' AND ')})`;
  return where === 'anywhere' ? anywhere : `(${anywhere} NOT ${title})`;
}

/** The words typed, with borders, each once. */
export const wordsTyped = (typed: string): (readonly string[])[] => [
  ...new Map(
    wordsOf(typed).map((word) => {
      const bordered = borderedCharacters(word);
      return [bordered.join(''), bordered] as const;
    }),
  ).values(),
];

const isCharacter = (word: readonly string[]): boolean => word.length === 1;

/** The one token that a text typed is looked for by, a character or a pair; null for words that take several. */
export function onlyToken(typed: string): string | null {
  const [only, ...others] = wordsTyped(typed);
  if (!only || others.length > 0 || only.length > 2) return null;
  return only.join('');
}

const characterOf = ([character = '']: readonly string[]): Sought => ({
  title: quote(inTitle + character),
  body: quote(character),
});

function phraseOf(word: readonly string[]): Sought {
  const pairs = pairsOf(word).filter((pair) => Array.from(pair).length === 2);
  const write = (sign: string) => quote(pairs.map((pair) => sign + pair).join(' '));
  return { title: write(inTitle), body: write('') };
}

function quote(token: string): string {
  return `"${token.replaceAll('"', '""')}"`;
}
