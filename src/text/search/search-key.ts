import { foldQuotes, narrowText } from '../fold.ts';

/** A text as searches compare it, character by character, with the way back to the raw text. */
export type SearchKey = {
  /** Folded characters: no white space, half-width, lower case, straight quotation marks. */
  readonly characters: readonly string[];
  /** For each of them its offset in the raw text, in code points. */
  readonly offsets: readonly number[];
};

/** White space, and characters that nobody sees. */
export const unseen = /[\s\p{Cc}\u200b-\u200f\u2060\ufeff]/u;

/**
 * Folds what a reader would type alike: width, case, quotation marks; white space goes, as stray
 * spaces stand inside Chinese sentences. Characters beyond the BMP stay whole.
 */
export function searchKeyOf(text: string): SearchKey {
  const characters: string[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    // Most of what is read is spared the questions: a common Chinese character, and a small letter
    // or a digit, is its own key.
    if (
      (character >= '\u4e00' && character <= '\u9fff') ||
      (character >= 'a' && character <= 'z') ||
      (character >= '0' && character <= '9')
    ) {
      characters.push(character);
      offsets.push(offset);
    } else if (!unseen.test(character)) {
      for (const folded of foldQuotes(narrowText(character)).toLowerCase()) {
        characters.push(folded);
        offsets.push(offset);
      }
    }
    offset += 1;
  }
  return { characters, offsets };
}

/** The words of what a person typed, each folded; what is only white space has none. */
export function wordsOf(typed: string): string[][] {
  const words = typed.split(/\s+/u).map((word) => [...searchKeyOf(word).characters]);
  return words.filter((word) => word.length > 0);
}
