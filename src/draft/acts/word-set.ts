/** Words of a list, found at a place of a text by the longest first. */
export type WordSet = {
  /** The longest word of the list that begins at a place; empty where none does. */
  readonly at: (text: string, index: number) => string;
  /** The longest word of the list that ends before a place; empty where none does. */
  readonly before: (text: string, index: number) => string;
};

export function wordSet(words: Iterable<string>): WordSet {
  const all = new Set(words);
  const lengths = [...new Set([...all].map(({ length }) => length))].toSorted((a, b) => b - a);
  const find = (from: (length: number) => string): string => {
    for (const length of lengths) {
      const word = from(length);
      if (word.length === length && all.has(word)) return word;
    }
    return '';
  };
  return {
    at: (text, index) => find((length) => text.slice(index, index + length)),
    before: (text, index) => find((length) => text.slice(Math.max(0, index - length), index)),
  };
}

/** Where the words behind a run of words of a set begin. */
export function passWords(text: string, from: number, set: WordSet): number {
  let at = from;
  for (let word = set.at(text, at); word !== ''; word = set.at(text, at)) at += word.length;
  return at;
}
