import { LRUCache } from 'lru-cache';

/** How many characters the remembered values of one open snapshot have together, with what they are known by. */
const rememberedCharacters = 8_000_000;

/** The functions of one open snapshot by which SQL remembers what it has worked out: a snapshot never changes. */
export function rememberingFunctions() {
  const values = new LRUCache<string, string | number>({
    maxSize: rememberedCharacters,
    sizeCalculation: (value, key) => key.length + String(value).length,
  });
  const named = (key: readonly unknown[]) => JSON.stringify(key);
  return {
    recall: (...key: unknown[]) => forSql(values.get(named(key)) ?? null),
    remember(value: string | number, ...key: unknown[]) {
      values.set(named(key), value);
      return forSql(value);
    },
  };
}

/** A count stays a whole number: what JavaScript gives as a number SQL takes for a real, and says 7.0 in an answer. */
const forSql = (value: string | number | null) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
