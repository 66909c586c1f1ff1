/** The number that a part of some numbers do not pass: 0.5 for their median, 1 for the greatest; 0 of none. */
export function quantileOf(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
