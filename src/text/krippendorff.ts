/** How two people agree who put the same things into categories. */
export type Agreement = {
  /** How many things both judged. */
  count: number;
  /** On how many they agree. */
  agreed: number;
  /** In per cent of the things, to one decimal; null without any. */
  percent: number | null;
  /**
   * Krippendorff's alpha for nominal data: 1 for full agreement, 0 for what chance would give. Null
   * where nobody used a second category, so that chance alone would have given full agreement.
   */
  alpha: number | null;
};

/**
 * Per cent and Krippendorff's alpha of two coders without gaps, over nominal values.
 * Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A and B.
 */
export function agreementOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const count = pairs.length;
  const agreed = pairs.filter(([one, other]) => one === other).length;
  const values = pairs.flat();
  const frequencies = new Map<string, number>();
  for (const value of values) frequencies.set(value, (frequencies.get(value) ?? 0) + 1);
  const alike = [...frequencies.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  const expected = values.length * (values.length - 1) - alike;
  // Observed and expected disagreement, both over pairs of values.
  const observed = (count - agreed) * 2;
  return {
    count,
    agreed,
    percent: count === 0 ? null : Number(((agreed / count) * 100).toFixed(1)),
    alpha:
      expected === 0 ? null : Number((1 - ((values.length - 1) * observed) / expected).toFixed(3)),
  };
}
