/** The content codings that are spoken, the ones that save the most for the least time first. */
const spoken = ['zstd', 'br', 'gzip'] as const;

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
  const qualities = new Map(accepted.split(',').map(readChoice));
  const qualityOf = (name: string) => qualities.get(name) ?? qualities.get('*') ?? 0;
  let best: Offered | null = null;
  for (const coding of offered) {
    if (qualityOf(coding) > (best ? qualityOf(best) : 0)) best = coding;
  }
  // Only who names it above every coding wants the plain text.
  return best && (qualities.get('identity') ?? 0) > qualityOf(best) ? null : best;
}

function readChoice(choice: string): [name: string, quality: number] {
  const [name = '', ...parameters] = choice.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return [name, Number.isNaN(quality) ? 0 : quality];
}
