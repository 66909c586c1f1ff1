import { countWhile } from './count-while.ts';

/**
 * Finds words in a text again and again. In a long text they are looked up by three of their characters, so
 * that many searches take time that grows with its length and not with its square.
 */

/** Shorter texts are searched sooner than indexed; in UTF-16 units. */
const long = 20_000;
const windowLength = 3;

type Index = ReadonlyMap<number, readonly number[]>;

let last: { readonly text: string; readonly index: Index } | null = null;

const keyAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)) * 0x10000 + text.charCodeAt(at + 2);

function indexText(text: string): Index {
  const index = new Map<number, number[]>();
  for (let at = 0; at <= text.length - windowLength; at += 1) {
    const key = keyAt(text, at);
    const places = index.get(key);
    if (places) places.push(at);
    else index.set(key, [at]);
  }
  return index;
}

function indexOfText(text: string): Index {
  if (last?.text !== text) last = { text, index: indexText(text) };
  return last.index;
}

/** The same as `text.indexOf(words, from)`. */
export function findWords(text: string, words: string, from = 0): number {
  if (text.length < long || words.length < windowLength) return text.indexOf(words, from);
  const index = indexOfText(text);
  let rarest: readonly number[] = [];
  let offset = -1;
  for (let at = 0; at <= words.length - windowLength; at += windowLength) {
    const places = index.get(keyAt(words, at));
    if (!places) return -1;
    if (offset < 0 || places.length < rarest.length) [rarest, offset] = [places, at];
  }
  const before = countWhile(rarest, (place) => place < from + offset);
  for (let nth = before; nth < rarest.length; nth += 1) {
    const start = (rarest[nth] ?? 0) - offset;
    if (text.startsWith(words, start)) return start;
  }
  return -1;
}
