/**
 * On every answer: that no browser guesses its type or tells other sites the address that it came from,
 * and that any page may show it.
 */
export const onEverything = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** The headers of an answer that depend on which page asks, and those of every answer. */
export type CorsHeaders = (origin: string | null | undefined) => Readonly<Record<string, string>>;

/**
 * The data are public and read-only: any page may ask unless some are named, none of them with a
 * user's credentials. Where some are named, whatever keeps an answer has to keep one for each.
 */
export function corsHeaders(origins: readonly string[]): CorsHeaders {
  if (origins.includes('*')) {
    const toAll = { 'access-control-allow-origin': '*', ...onEverything } as const;
    return () => toAll;
  }
  const toNone = { vary: `${varies}, origin`, ...onEverything } as const;
  const toOne = new Map(
    origins.map((origin) => [origin, { 'access-control-allow-origin': origin, ...toNone }]),
  );
  return (origin) => toOne.get(origin ?? '') ?? toNone;
}

/** By what an answer to GET differs that caches keep. */
export const varies = 'accept, accept-encoding';

/** For errors: the next asker may be luckier, and some of them a cache would keep unasked. */
export const noStore = { 'cache-control': 'no-store' } as const;

/** A list of field names with others. */
export function withVary(vary: string | null, names: string): string {
  return [...new Set(`${vary ?? ''}, ${names}`.split(/,\s*/).filter(Boolean))].join(', ');
}
