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
  get: (asked: AskedValue) => Buffer | undefined;
  set: (asked: AskedValue, answer: Buffer) => void;
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
  let told = 0;
  const numbers = new LRUCache<string, number>({
    ...statements,
    sizeCalculation: (_number, text) => text.length,
  });
  const answers = new LRUCache<string, Buffer>({
    maxSize: Math.max(1, bytes),
    maxEntrySize: Math.max(1, Math.floor(bytes * largest)),
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
    get: (asked) => answers.get(keyOf(asked)),
    set(asked, answer) {
      answers.set(keyOf(asked), answer);
    },
  };
}
