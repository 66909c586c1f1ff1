/** Words of two characters or more by their first two, so that one look finds those that can stand at a place. */
export type WordIndex = ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>;

/** Longest words first. */
export function indexWords(words: Iterable<string>): WordIndex {
  const index = new Map<number, Map<number, string[]>>();
  for (const word of new Set(words)) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    const seconds = index.get(first) ?? new Map<number, string[]>();
    index.set(first, seconds);
    seconds.set(second, [...(seconds.get(second) ?? []), word]);
  }
  for (const seconds of index.values()) {
    for (const list of seconds.values()) list.sort((a, b) => b.length - a.length);
  }
  return index;
}

const none: readonly string[] = [];

/** The words that begin like the text at a UTF-16 index; whether they go on like it is not yet known. */
export function wordsAt(index: WordIndex, text: string, at: number): readonly string[] {
  return index.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? none;
}

/** Whether one of the words stands at a UTF-16 index. */
export function isWordAt(index: WordIndex, text: string, at: number): boolean {
  for (const word of wordsAt(index, text, at)) if (text.startsWith(word, at)) return true;
  return false;
}
