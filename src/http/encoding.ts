import { readWeighted } from './weighted-list.ts';

/**
 * The content codings that are spoken. Of those that are liked as well the first is taken: brotli before
 * zstd, which caches and proxies on the way have known for longer.
 */
const spoken = ['br', 'zstd', 'gzip'] as const;

export type Coding = (typeof spoken)[number];

/**
 * The coding that an `Accept-Encoding` likes best among those offered; null for none. "If the
 * representation has no content coding, then it is acceptable by default unless specifically
 * excluded" (RFC 9110, 12.5.3): excluded or not, it is then sent as it is.
 */
export function codingFor<Offered extends Coding = Coding>(
  accepted: string | null | undefined,
  offered: readonly Offered[] = spoken as unknown as readonly Offered[],
): Offered | null {
  if (!accepted) return null;
  const qualities = new Map(readWeighted(accepted).map(({ name, weight }) => [name, weight]));
  const qualityOf = (name: string) =>
    qualities.get(name) ?? qualities.get(`x-${name}`) ?? qualities.get('*') ?? 0;
  let best: Offered | null = null;
  for (const coding of offered) {
    if (qualityOf(coding) > (best ? qualityOf(best) : 0)) best = coding;
  }
  // Only who names it above every coding wants the plain text.
  return best && (qualities.get('identity') ?? 0) > qualityOf(best) ? null : best;
}
