import type { SQL } from 'drizzle-orm';

const found = new WeakSet<SQL>();

/** Notes that a set of numbers is what words are found in: how large it is, only a search tells. */
export function asFound(set: SQL): SQL {
  found.add(set);
  return set;
}

export const isFound = (expression: SQL): boolean => found.has(expression);
