/** The data are public and read-only: any page may ask, none with a user's credentials. */
export const openToAll = { 'access-control-allow-origin': '*' } as const;

/**
 * For answers to GET. They change only with an import, but then at once: so a cache may keep one
 * for a minute, hands out what it has for another ten while it asks again, and asking again costs
 * no SQL, since the tag tells. A longer time would show old data after an import for that long.
 */
export const kept = {
  'cache-control': 'public, max-age=60, stale-while-revalidate=600',
  vary: 'accept, accept-encoding',
} as const;

/** For errors: the next asker may be luckier, and some of them a cache would keep unasked. */
export const notKept = { 'cache-control': 'no-store' } as const;

/** A list of field names with one more. */
export function withVary(vary: string | null, name: string): string {
  if (!vary) return name;
  return vary.split(/,\s*/).includes(name) ? vary : `${vary}, ${name}`;
}
