import { LRUCache } from 'lru-cache';

/** How many statements are told apart, and how many characters they have together at the most. */
const statements = { max: 5000, maxSize: 8_000_000 };

/** No answer that is longer than this part of them all is kept. */
const largest = 1 / 64;

/**
 * What one version was asked before, with its answers: it never changes, so PostgreSQL is asked for nothing twice
 * that is small and was asked for lately.
 */
export type KnownAnswers = {
  /** The answer where it is known, and how it becomes known. */
  of: (asked: AskedValue) => { answer: Buffer | undefined; keep: (answer: Buffer) => void };
};

/** All that an answer rests on, within a version. */
type AskedValue = {
  text: string;
  values: readonly unknown[];
  /** Under which path the addresses in the answer stand. */
  base: string | undefined;
};

/** @param bytes of all answers that are kept, with what they are known by; 0 for none */
export function createKnownAnswers(bytes: number): KnownAnswers {
  if (bytes === 0) return { of: () => ({ answer: undefined, keep: () => {} }) };
  let told = 0;
  const numbers = new LRUCache<string, number>({
    ...statements,
    sizeCalculation: (_number, text) => text.length,
  });
  const answers = new LRUCache<string, Buffer>({
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes * largest),
    sizeCalculation: (answer, key) => answer.byteLength + key.length,
  });
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, (told += 1));
    return told;
  };
  const keyOf = ({ text, values, base = '' }: AskedValue) =>
    `${numberOf(text)} ${JSON.stringify([base, ...values])}`;
  return {
    of(asked) {
      const key = keyOf(asked);
      return { answer: answers.get(key), keep: (answer) => void answers.set(key, answer) };
    },
  };
}
