import { foldQuotes, narrowText } from '../characters/fold.ts';
import { simplify } from '../characters/simplify.ts';

/** A text as searches compare it, character by character, with the way back to the raw text. */
export type SearchKey = {
  /** Folded characters: half-width, lower case, simplified, straight quotation marks, no accents. */
  readonly characters: readonly string[];
  /** For each of them its offset in the raw text, in code points. */
  readonly offsets: readonly number[];
};

/** White space and its sign, characters that nobody sees, and the sign for the border of a figure. */
export const unseen = /[\s\p{Cc}\p{Cf}\p{M}\u2423\u2424]/u;

/** Stands for white space between two Latin words, and between two figures; who types it types white space. */
export const wordBorder = '\u2423';
const whiteSpace = /[\s\u2423]/u;
const latin = /^[a-z]$/;
const digit = /^[0-9]$/;

/** Whether two characters would be read as one word, or as one figure, with nothing between them. */
const hangTogether = (one: string, other: string) =>
  [latin, digit].some((kind) => kind.test(one) && kind.test(other));

/**
 * Folds what a reader would type alike: width, case, quotation marks, accents, traditional characters,
 * signs of units (㎡ is m2); white space goes, as stray spaces stand inside Chinese sentences, but not
 * between two Latin words or two figures, and a sign that holds a digit (①, ㎡) parts it from others. Characters
 * beyond the BMP stay whole.
 */
export function searchKeyOf(text: string): SearchKey {
  const characters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  let border = -1;
  const put = (character: string) => {
    if (border >= 0 && hangTogether(characters.at(-1) ?? '', character)) {
      characters.push(wordBorder);
      offsets.push(border);
    }
    border = -1;
    characters.push(character);
    offsets.push(offset);
  };
  for (const character of text) {
    // Most of what is read is spared the questions: a common Chinese character, and a digit, has a
    // key of one character.
    if (character >= '\u4e00' && character <= '\u9fff') {
      border = -1;
      characters.push(simplify(character));
      offsets.push(offset);
    } else if (character >= '0' && character <= '9') {
      put(character);
    } else if (whiteSpace.test(character)) {
      if (border < 0) border = offset;
    } else {
      const folded = foldCharacter(character);
      const isSign = holdsDigit(folded) && !/\p{Nd}/u.test(character);
      if (isSign && border < 0) border = offset;
      for (const each of folded) put(each);
      if (isSign) border = offset;
    }
    offset += 1;
  }
  return { characters, offsets };
}

const holdsDigit = (characters: readonly string[]) =>
  characters.some((character) => digit.test(character));

/** One character without its width, case and accents; none for what nobody sees. */
function foldCharacter(character: string): readonly string[] {
  if (character >= 'a' && character <= 'z') return [character];
  const known = character.length === 1 ? remembered[character.charCodeAt(0)] : undefined;
  if (known !== undefined) return known;
  const folded = foldAnew(character);
  if (character.length === 1) remembered[character.charCodeAt(0)] = folded;
  return folded;
}

/** By UTF-16 unit: the punctuation of a report is folded again and again. */
const remembered: (readonly string[] | undefined)[] = [];

function foldAnew(character: string): readonly string[] {
  const plain = character <= '\u007f' ? character : character.normalize('NFKD');
  return Array.from(foldQuotes(narrowText(plain)).toLowerCase().normalize('NFKD'), (each) =>
    simplify(foldQuotes(each)),
  ).filter((each) => !unseen.test(each));
}

/** The words of what a person typed, each folded; what is only white space has none. */
export function wordsOf(typed: string): string[][] {
  const words = typed.split(whiteSpace).map((word) => [...searchKeyOf(word).characters]);
  return words.filter((word) => word.length > 0);
}
