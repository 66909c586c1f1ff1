/**
 * On every answer: that no browser guesses its type or tells others the address that it came from,
 * and that any page may show it.
 */
export const onEverything = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** The headers of an answer that depend on which page asks, and those of every answer. */
export type OpenTo = (origin: string | null | undefined) => Readonly<Record<string, string>>;

/**
 * The data are public and read-only: any page may ask unless some are named, none of them with a
 * user's credentials. Where some are named, whatever keeps an answer has to keep one for each.
 */
export function openTo(origins: readonly string[]): OpenTo {
  if (origins.includes('*')) {
    const toAll = { 'access-control-allow-origin': '*', ...onEverything } as const;
    return () => toAll;
  }
  const toNone = { vary: `${kept.vary}, origin`, ...onEverything } as const;
  const toOne = new Map(
    origins.map((origin) => [origin, { 'access-control-allow-origin': origin, ...toNone }]),
  );
  return (origin) => toOne.get(origin ?? '') ?? toNone;
}

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

/** A list of field names with others. */
export function withVary(vary: string | null, names: string): string {
  return [...new Set(`${vary ?? ''}, ${names}`.split(/,\s*/).filter(Boolean))].join(', ');
}
