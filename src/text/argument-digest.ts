import { createHash } from 'node:crypto';

/** How many characters a digest has: two questions of one client will not share one by chance. */
export const digestLength = 12;

/**
 * A short name for what arguments ask for, alike where they ask for the same: what is null counts as left
 * out, fields stand in any order, and a list as the set of its values.
 */
export const digestArguments = (values: unknown): string =>
  digestText(JSON.stringify(normalize(values)) ?? '');

/** A short name for a text. */
export const digestText = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, digestLength);

function normalize(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => JSON.stringify(normalize(item)) ?? '');
    return [...new Set(items)].toSorted();
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => [name, normalize(item)]);
}
