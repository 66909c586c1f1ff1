import { valueAt } from '../numeral-character.ts';

/** What a stretch of characters is worth; `top` above `value` for 三四, 十几; vague: by 几, 数. */
type Worth = { value: number; top: number; step: number; vague?: boolean | undefined };

/** A stretch of digits; `above`: the place before it, after which 零 fills gaps; or 0. */
type Digits = { start: number; end: number; above: number };

/** A whole number: a head before 亿, which may hold 万 itself, and a rest. */
export function worthOf(text: string, start: number, end: number): Worth | null {
  if (end - start > 24) return null;
  return joinAt(text, { start, end, above: 0 }, 1e8);
}

function joinAt(
  text: string,
  { start, end, above: previous }: Digits,
  power: number,
): Worth | null {
  let mark = end - 1;
  while (mark >= start && valueAt(text, mark) !== power) mark -= 1;
  const below = (from: number, to: number, above: number): Worth | null =>
    power === 1e8
      ? joinAt(text, { start: from, end: to, above }, 1e4)
      : sectionOf(text, { start: from, end: to, above });
  if (mark < start) return below(start, end, previous);
  const bare = mark === start && previous === 0;
  const head = bare ? { value: 1, top: 1, step: 1 } : below(start, mark, previous);
  if (head === null) return null;
  const value = head.value * power;
  if (mark + 1 === end) {
    const top = head.top > head.value ? (head.top + (head.vague === true ? 1 : 0)) * power : value;
    return { value, top: head.vague === true ? top - 1 : top, step: power, vague: head.vague };
  }
  if (head.top > head.value || bare) return null;
  const rest = below(
    mark + 1,
    end,
    power === 1e8 && !hasTenThousand(text, mark + 1, end) ? 1e8 : 1e4,
  );
  if (rest === null) return null;
  return { ...rest, value: value + rest.value, top: value + rest.top };
}

function hasTenThousand(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (valueAt(text, at) === 1e4) return true;
  return false;
}

/** A number below ten thousand. */
function sectionOf(text: string, { start, end, above }: Digits): Worth | null {
  if (start === end) return null;
  let total = 0;
  let previous = above;
  let at = start;
  let step = 1;
  while (at < end) {
    const isFirst = above === 0 && at === start;
    const isZero = valueAt(text, at) === 0;
    if (isFirst && isZero) return at + 1 === end ? { value: 0, top: 0, step: 1 } : null;
    const place = placeAt(text, isZero ? at + 1 : at, { start, end, isFirst, isZero });
    if (place === null) return null;
    const { value, top, multiplier, isVague } = place;
    if (!isFirst && !follows(previous, multiplier, isZero)) return null;
    total += value * multiplier;
    step = multiplier;
    previous = multiplier;
    at = place.end;
    if (top > value) {
      if (at < end) return null;
      const spread = (top - value) * multiplier + (isVague ? multiplier - 1 : 0);
      return { value: total, top: total + spread, step, vague: isVague };
    }
  }
  return { value: total, top: total, step };
}

type DecimalPlace = {
  value: number;
  top: number;
  multiplier: number;
  /** Whether its digit is 几 or 数. */
  isVague: boolean;
  end: number;
};

/** A digit, or two neighbours that are a range, with the 十, 百 or 千 behind them. */
function placeAt(
  text: string,
  from: number,
  within: { start: number; end: number; isFirst: boolean; isZero: boolean },
): DecimalPlace | null {
  const { start, end, isFirst, isZero } = within;
  const low = digitAt(text, from, end);
  if (low === null) {
    // Ten without a one stands at the front or after 零; a hundred without one is a round number.
    const lone = valueAt(text, from);
    if (!(isFirst ? lone >= 10 : isZero && lone === 10)) return null;
  }
  const digit = low ?? { value: 1, top: 1 };
  const high = low === null ? null : approximateTop(text, from, end);
  const digits = low === null ? 0 : 1;
  const at = from + (high === null ? digits : 2);
  const multiplier = at < end ? valueAt(text, at) : 1;
  if (multiplier !== 1 && (multiplier < 10 || multiplier > 1000)) return null;
  const isTwo = text.charAt(at - 1) === '两';
  if (isTwo && !(multiplier >= 100 || isLoneTwo(text, start, at, end))) return null;
  return {
    value: digit.value,
    top: high ?? digit.top,
    multiplier,
    isVague: digit.top > digit.value,
    end: multiplier > 1 ? at + 1 : at,
  };
}

/** 几 and 数 as two to nine; after ten, as in 十几, one to nine. */
function digitAt(text: string, at: number, end: number): { value: number; top: number } | null {
  if (at >= end) return null;
  const character = text.charAt(at);
  if (character === '几' || character === '数') {
    return { value: at > 0 && text.charAt(at - 1) === '十' ? 1 : 2, top: 9 };
  }
  const value = valueAt(text, at);
  return value >= 1 && value <= 9 ? { value, top: value } : null;
}

/** Two neighbours side by side are a range: 三四, 两三, 一两; so is 三五. */
function approximateTop(text: string, at: number, end: number): number | null {
  const low = valueAt(text, at);
  const high = at + 1 < end ? valueAt(text, at + 1) : Number.NaN;
  return high <= 9 && (high === low + 1 || (low === 3 && high === 5)) ? high : null;
}

function isLoneTwo(text: string, start: number, at: number, end: number): boolean {
  return at === end && (at - start === 1 || valueAt(text, at - 2) === 1 || at - start === 2);
}

function follows(previous: number, multiplier: number, zero: boolean): boolean {
  return multiplier < previous && zero === multiplier < previous / 10;
}
