import { LRUCache } from 'lru-cache';

/** How many characters the remembered values of one open snapshot have together, with what they are known by. */
const rememberedCharacters = 4_000_000;

/** The functions of one open snapshot by which SQL remembers what it has worked out: a snapshot never changes. */
export function rememberingFunctions() {
  const values = new LRUCache<string, string | number>({
    maxSize: rememberedCharacters,
    sizeCalculation: (value, key) => key.length + String(value).length,
  });
  const named = (key: readonly unknown[]) => JSON.stringify(key);
  return {
    recall: (...key: unknown[]) => values.get(named(key)) ?? null,
    remember(value: string | number, ...key: unknown[]) {
      values.set(named(key), value);
      return value;
    },
  };
}
