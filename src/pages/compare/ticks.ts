/** Whether values lie so near each other that they would look alike over zero. */
export function isFarFromZero(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return values.length > 1 && least > Math.max(...values) / 2;
}

/**
 * Round numbers to beyond the largest value: from zero, or from below where values are negative; from
 * just below the least where all are far from zero.
 */
export function ticksOver(values: readonly number[]): number[] {
  const base = isFarFromZero(values) ? Math.min(...values) : 0;
  const low = values.reduce((a, b) => Math.min(a, b), base);
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  const rough = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
