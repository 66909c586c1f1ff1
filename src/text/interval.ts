/**
 * Figures as intervals, as XBRL's Calculations 1.1 has them: a figure stands for every value that it
 * could have been written for. What a report says about itself does not follow only where no such
 * values meet.
 */
export type Interval = {
  low: number;
  high: number;
  /** Whether the end itself is not among the values; an end at infinity is open. */
  isLowOpen: boolean;
  isHighOpen: boolean;
};

/** A figure of a text, with what its own words say of it. */
export type WrittenFigure = {
  value: number;
  /** What the words bound, as the reader of numerals gives it. */
  minimum: number | null;
  maximum: number | null;
  qualifier: string;
  /** Decimal places of the number as written; see `decimalsOf`. */
  decimals: number | null;
};

const scales: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/**
 * How many decimal places a number is written to: 1 for 95.0, −3 for 1.6万, −4 for 5万. Null where it is
 * written to its last unit (8542, 一百二十) and therefore a count of its own; 百 and 千 between
 * Chinese digits are how such numbers are written, and no sign of rounding.
 */
export function decimalsOf(number: string): number | null {
  const digits = number.replaceAll(/[\s,，]/g, '').normalize('NFKC');
  const [, , places, scale = ''] = /^[+-]?(\d+)(?:\.(\d+))?([十百千万亿]*)/.exec(digits) ?? [];
  const isArabic = /^[+-]?\d/.test(digits);
  const power = isArabic ? powerOf(scale) : powerAtEnd(digits);
  const decimals = (places?.length ?? chinesePlaces(digits)) - power;
  return decimals === 0 ? null : decimals;
}

/** 万 and 亿 at the end of a number in Chinese digits. */
const powerAtEnd = (digits: string) => powerOf(/[万亿]+$/.exec(digits)?.[0] ?? '');

const powerOf = (words: string) =>
  words.split('').reduce((sum, word) => sum + (scales[word] ?? 0), 0);

const chinesePlaces = (digits: string) =>
  /点([〇零一二三四五六七八九]+)/.exec(digits)?.[1]?.length ?? 0;

/** An end as it is kept: null where nothing bounds it. */
export const boundOf = (end: number): number | null => (Number.isFinite(end) ? end : null);

/** One value and no other. */
export const pointAt = (value: number): Interval => ({
  low: value,
  high: value,
  isLowOpen: false,
  isHighOpen: false,
});

const anything: Interval = { low: -Infinity, high: Infinity, isLowOpen: true, isHighOpen: true };

/**
 * How a figure came about: rounded to its last place, or cut off behind it. EITHER is the hull of both: it
 * holds whatever the figure can stand for, though each figure of a text came about in its own way.
 */
export type Reading = 'ROUNDED' | 'TRUNCATED' | 'EITHER';

/** What a figure can stand for; everything, where its words bound nothing (约). */
export function intervalOf(figure: WrittenFigure, reading: Reading = 'ROUNDED'): Interval {
  const { value, minimum, maximum } = figure;
  switch (figure.qualifier) {
    case 'EXACT':
      return writtenAs(value, figure.decimals, reading);
    case 'MORE_THAN':
      return between(value, maximum, { isLowOpen: true, isHighOpen: true });
    case 'AT_LEAST':
      return between(value, maximum, { isLowOpen: false, isHighOpen: true });
    case 'LESS_THAN':
    case 'NEARLY':
      return between(minimum, value, { isLowOpen: false, isHighOpen: true });
    case 'AT_MOST':
      return between(minimum, value, { isLowOpen: false, isHighOpen: false });
    case 'BETWEEN':
      return fromTo(
        writtenAs(minimum ?? value, figure.decimals, reading),
        writtenAs(maximum ?? Infinity, figure.decimals, reading),
      );
    default:
      return minimum === null && maximum === null
        ? anything
        : between(minimum, maximum, { isLowOpen: false, isHighOpen: false });
  }
}

function between(
  low: number | null,
  high: number | null,
  ends: Pick<Interval, 'isLowOpen' | 'isHighOpen'>,
): Interval {
  return {
    low: low ?? -Infinity,
    high: high ?? Infinity,
    isLowOpen: low === null || ends.isLowOpen,
    isHighOpen: high === null || ends.isHighOpen,
  };
}

/** What one written number stands for, by its decimal places. */
function writtenAs(value: number, decimals: number | null, reading: Reading): Interval {
  if (decimals === null) return pointAt(value);
  const step = 10 ** -decimals;
  const rounded = {
    ...pointAt(value),
    low: clean(value - step / 2),
    high: clean(value + step / 2),
  };
  if (reading === 'ROUNDED') return rounded;
  const truncated =
    value < 0
      ? { low: clean(value - step), high: value, isLowOpen: true, isHighOpen: false }
      : { low: value, high: clean(value + step), isLowOpen: false, isHighOpen: true };
  if (reading === 'TRUNCATED') return truncated;
  return value < 0 ? fromTo(truncated, rounded) : fromTo(rounded, truncated);
}

/** From the low end of the one to the high end of the other. */
const fromTo = (from: Interval, to: Interval): Interval => ({
  ...to,
  low: from.low,
  isLowOpen: from.isLowOpen,
});

/** The sums of one value of each. */
export const sumOf = (intervals: readonly Interval[]): Interval =>
  intervals.reduce(
    (sum, each) => ({
      low: clean(sum.low + each.low),
      high: clean(sum.high + each.high),
      isLowOpen: sum.isLowOpen || each.isLowOpen,
      isHighOpen: sum.isHighOpen || each.isHighOpen,
    }),
    pointAt(0),
  );

/** The differences of a value of the one less one of the other. */
export const differenceOf = (whole: Interval, part: Interval): Interval =>
  sumOf([
    whole,
    { low: -part.high, high: -part.low, isLowOpen: part.isHighOpen, isHighOpen: part.isLowOpen },
  ]);

/**
 * What a count is of its base, in per cent. Neither is below zero; a base that may be none bounds
 * nothing, and where one of the two can be anything, so can the rate.
 */
export function percentOf(count: Interval, base: Interval): Interval {
  if (isUnbounded(count) || isUnbounded(base)) return anything;
  const [part, whole] = [notNegative(count), notNegative(base)];
  const least = whole.high === Infinity ? 0 : (part.low / whole.high) * 100;
  const most = whole.low > 0 ? (part.high / whole.low) * 100 : Infinity;
  return {
    low: clean(least),
    high: clean(most),
    isLowOpen: part.isLowOpen || whole.isHighOpen,
    isHighOpen: part.isHighOpen || whole.isLowOpen || most === Infinity,
  };
}

const notNegative = (interval: Interval): Interval =>
  interval.low >= 0 ? interval : { ...interval, low: 0, isLowOpen: false };

/** Whether two intervals have a value in common. */
export const meet = (one: Interval, other: Interval): boolean =>
  isAtMost(one, other) && isAtMost(other, one);

/** Whether a value of the one can be no larger than a value of the other. */
export function isAtMost(one: Interval, other: Interval): boolean {
  const gap = other.high - one.low;
  if (Math.abs(gap) <= tolerance(one.low, other.high)) return !one.isLowOpen && !other.isHighOpen;
  return gap > 0;
}

/** The values that all have in common; null where there are none. */
export function intersectionOf(intervals: readonly Interval[]): Interval | null {
  return intervals.reduce<Interval | null>((common, each) => {
    if (!common || !meet(common, each)) return null;
    const low = each.low > common.low ? each : common;
    const high = each.high < common.high ? each : common;
    return {
      low: low.low,
      high: high.high,
      isLowOpen: [common, each].some((one) => one.low === low.low && one.isLowOpen),
      isHighOpen: [common, each].some((one) => one.high === high.high && one.isHighOpen),
    };
  }, anything);
}

/** Whether an interval says nothing at all. */
export const isUnbounded = ({ low, high }: Interval) => low === -Infinity && high === Infinity;

/** What binary fractions add to a sum of decimal ones is no difference. */
const tolerance = (one: number, other: number) =>
  Number.isFinite(one) && Number.isFinite(other)
    ? Math.max(Math.abs(one), Math.abs(other), 1) * 1e-9
    : 0;

const clean = (value: number) => (Number.isFinite(value) ? Number(value.toFixed(10)) : value);
