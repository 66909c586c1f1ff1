import { withBorders } from './figures.ts';
import { searchKeyOf, wordsOf } from './search-key.ts';

/**
 * How texts go into the full-text index and how it is asked. A text is written as its overlapping
 * pairs of characters and its last character alone. A word is then found wherever it stands, as a
 * phrase of its pairs, without knowing where Chinese words end; a word of one character is the
 * beginning of a pair. A figure has a border at either end, in texts as in what is typed, so that 43 is not
 * found in 243. Nothing typed is ever syntax.
 */
export const tokensOf = (text: string): string => pairsOf(indexedCharacters(text)).join(' ');

/** The characters of a text as searches compare them, figures with their borders. */
export const indexedCharacters = (text: string): string[] =>
  borderedCharacters(searchKeyOf(text).characters);

/** The tokens of such characters: their overlapping pairs, and the last one alone. */
export const pairsOf = (characters: readonly string[]): string[] =>
  characters.map((character, index) => character + (characters[index + 1] ?? ''));

const borderedCharacters = (characters: readonly string[]): string[] =>
  withBorders(characters).map(({ character }) => character);

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

/** A mark that no entry bears. */
const nothing = 'scope : "nothing"';

/** Where words must stand: in the title, anywhere, or anywhere but not all of them in the title. */
export type Where = 'title' | 'anywhere' | 'elsewhere';

/**
 * The FTS5 expression for everything that holds all the words typed and lies in the scope. Without
 * any words, and for an empty list in the scope, it matches nothing.
 */
export function matchExpression(typed: string, where: Where, scope: Scope): string {
  const words = wordsOf(typed).map(phraseOf);
  const marks = (Object.entries(scope) as [keyof Scope, (string | number)[]][]).map(
    ([kind, values]) => values.map((value) => quote(markOf(kind, value))),
  );
  if (words.length === 0 || marks.some((list) => list.length === 0)) return nothing;
  const all = [...new Set(words)].join(' AND ');
  const limits = marks.map((list) => ` AND scope : (${list.join(' OR ')})`).join('');
  const title = `(title : (${all})${limits})`;
  if (where === 'title') return title;
  const anywhere = `({title body} : (${all})${limits})`;
  return where === 'anywhere' ? anywhere : `${anywhere} NOT ${title}`;
}

/** Stands behind a character that begins a token, where how often it does is kept beside how often tokens stand there. */
export const beginning = '*';

/**
 * The one token that a text typed is looked for by: of two characters, or of one with {@link beginning}; null for
 * words that take several.
 */
export function onlyToken(typed: string): string | null {
  const words = new Set(wordsOf(typed).map((word) => borderedCharacters(word).join('')));
  const [only] = words;
  if (only === undefined || words.size > 1) return null;
  const { length } = Array.from(only);
  if (length > 2) return null;
  return length === 1 ? only + beginning : only;
}

function phraseOf(typed: readonly string[]): string {
  const word = borderedCharacters(typed);
  const [only] = word;
  if (word.length === 1 && only !== undefined) return `${quote(only)} *`;
  return quote(
    word
      .slice(1)
      .map((character, index) => `${word[index] ?? ''}${character}`)
      .join(' '),
  );
}

const quote = (token: string) => `"${token.replaceAll('"', '""')}"`;
