import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('costly/', import.meta.url);

/** A question that takes much work, with the file that holds it. */
export type CostlyQuestion = { name: string; query: string };

/** Questions that were found to be costly once. */
export const readCostly = (): CostlyQuestion[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
    .map((file) => ({
      name: file.replace('.graphql', ''),
      query: readFileSync(new URL(file, folder), 'utf8'),
    }));
