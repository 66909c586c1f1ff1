/** Words of a list, found at a place of a text by the longest first. */
export type WordSet = {
  /** The longest word of the list that begins at a place; empty where none does. */
  readonly at: (text: string, index: number) => string;
  /** The longest word of the list that ends before a place; empty where none does. */
  readonly before: (text: string, index: number) => string;
};

export function wordSet(words: Iterable<string>): WordSet {
  const all = [...new Set(words)].toSorted((one, other) => other.length - one.length);
  const byFirst = Map.groupBy(all, (word) => word.charAt(0));
  const byLast = Map.groupBy(all, (word) => word.slice(-1));
  return {
    at: (text, index) =>
      byFirst.get(text.charAt(index))?.find((word) => text.startsWith(word, index)) ?? '',
    before: (text, index) =>
      byLast.get(text.charAt(index - 1))?.find((word) => text.endsWith(word, index)) ?? '',
  };
}

/** Where the words behind a run of words of a set begin. */
export function passWords(text: string, from: number, set: WordSet): number {
  let at = from;
  for (let word = set.at(text, at); word !== ''; word = set.at(text, at)) at += word.length;
  return at;
}
