import { foldQuotes, narrowText } from '../characters/fold.ts';
import { simplify } from '../characters/simplify.ts';

/** A text as searches compare it, character by character, with the way back to the raw text. */
export type SearchKey = {
  /** Folded characters: half-width, lower case, simplified, straight quotation marks, no accents. */
  readonly characters: readonly string[];
  /** For each of them its offset in the raw text, in code points. */
  readonly offsets: readonly number[];
};

/** White space, and characters that nobody sees. */
export const unseen = /[\s\p{Cc}\p{Cf}\p{M}]/u;

/** Stands for white space between two Latin words; nobody types it. */
const wordBorder = '\u2423';
const latin = /^[a-z]$/;

/**
 * Folds what a reader would type alike: width, case, quotation marks, accents, traditional characters,
 * signs of units (㎡ is m2); white space goes, as stray spaces stand inside Chinese sentences, but not
 * between two Latin words. Characters beyond the BMP stay whole.
 */
export function searchKeyOf(text: string): SearchKey {
  const characters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  let border = -1;
  for (const character of text) {
    // Most of what is read is spared the questions: a common Chinese character, and a digit, has a
    // key of one character.
    if (
      (character >= '\u4e00' && character <= '\u9fff') ||
      (character >= '0' && character <= '9')
    ) {
      characters.push(simplify(character));
      offsets.push(offset);
      border = -1;
    } else if (/\s/u.test(character)) {
      if (border < 0 && latin.test(characters.at(-1) ?? '')) border = offset;
    } else {
      for (const folded of foldCharacter(character)) {
        if (border >= 0 && latin.test(folded)) {
          characters.push(wordBorder);
          offsets.push(border);
        }
        border = -1;
        characters.push(folded);
        offsets.push(offset);
      }
    }
    offset += 1;
  }
  return { characters, offsets };
}

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
  const words = typed.split(/\s+/u).map((word) => [...searchKeyOf(word).characters]);
  return words.filter((word) => word.length > 0);
}
