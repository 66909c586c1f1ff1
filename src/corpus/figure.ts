import type { Random } from './random.ts';
import type { Range } from './template.ts';

/** A figure as a fact states it and as the text writes it. */
export type WrittenFigure = { value: number; words: string };

/** A figure of the range, told to the last digit, or roughly where it may be. */
export function drawFigure(random: Random, [from, to]: Range, rough = false): WrittenFigure {
  const value = random.between(from, to);
  return rough && random.chance(0.6) ? writeRoughly(random, value) : writeExactly(random, value);
}

/** `1,288`, `1288` or, for small figures, now and then `十二`. */
export function writeExactly(random: Random, value: number): WrittenFigure {
  if (value >= 1000 && random.chance(0.3)) {
    return { value, words: `${Math.floor(value / 1000)},${String(value % 1000).padStart(3, '0')}` };
  }
  const isChinese = value > 2 && value < 100 && random.chance(0.08);
  return { value, words: isChinese ? chineseOf(value) : String(value) };
}

/** `80余`, `3.5万`, `20多万`, `近300`, `约300`, `不少于300`. */
function writeRoughly(random: Random, exact: number): WrittenFigure {
  if (exact >= 100_000) {
    const tens = Math.floor(exact / 100_000) * 10;
    return { value: tens * 10_000, words: `${tens}多万` };
  }
  if (exact >= 10_000) {
    const thousands = Math.floor(exact / 1000);
    return { value: thousands * 1000, words: `${thousands / 10}万` };
  }
  const step = exact >= 1000 ? 100 : 10;
  const value = Math.max(step, Math.floor(exact / step) * step);
  const wording = random.pick(['余', '余', '近', '约', '不少于']);
  return { value, words: wording === '余' ? `${value}余` : `${wording}${value}` };
}

const digits = '〇一二三四五六七八九';

/** @param value from 3 to 99 */
function chineseOf(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return `${head}${ones === 0 ? '' : (digits[ones] ?? '')}`;
}

/** Cuts a whole into parts of chance sizes that add up to it. */
export function cutWhole(random: Random, whole: number, count: number): number[] {
  const cuts = Array.from({ length: count - 1 }, () => random.between(0, whole)).toSorted(
    (a, b) => a - b,
  );
  return [...cuts, whole].map((cut, index) => cut - (cuts[index - 1] ?? 0));
}
