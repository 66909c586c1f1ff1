import { isArabicDigit, valueAt } from '../numeral-character.ts';
import type { WrittenNumber } from './written-number.ts';

/** After 千, what makes it part of a unit: 千克, 千米, 千瓦, 千伏, 千卡, 千帕. */
const afterKilo = '克米瓦伏卡帕';
const maximumDigits = 15;
/** 1亿2000万3千: no number has more parts. */
const longestSum = 3;
/** 12 345件, 28 673.5亿: groups of three behind spaces, where a unit or a scale follows and no further digits. */
const spacedGroups = /(?: [0-9]{3})+(?! ?[0-9])(?=(?:[.．][0-9]+)? ?[万亿余多\u4e00-\u9fff%％‰])/y;

/**
 * Reads digits of both widths from a UTF-16 index that holds one: decimals; separators of
 * thousands (GB/T 15835-2011, 5.1.1: comma or thin space, groups of exactly three after one to
 * three digits); and 百 千 万 亿 behind them. What is not well formed (1.2.3, 12,345,67, 20十) comes
 * back whole as such, without a value.
 */
export function readArabic(text: string, start: number, parts = longestSum): WrittenNumber {
  const { end: wholeEnd, whole, broken } = readWhole(text, start);
  let end = wholeEnd;
  let decimals = '';
  const dot = isMiddleDot(text, end) && isArabicDigit(text, end + 1);
  if (dot || (isPoint(text, end) && isArabicDigit(text, end + 1))) {
    const decimalsEnd = passDigits(text, end + 1);
    decimals = plainDigits(text, end + 1, decimalsEnd);
    end = decimalsEnd;
  }
  // 19·5％ in old scans; a middle dot before anything else is none that is known.
  const isUnclear = dot && !/^(?: ?[%％‰万亿]|个百分点)/.test(text.slice(end, end + 4));
  let malformed = broken || isUnclear || whole.length + decimals.length > maximumDigits;
  while (isPoint(text, end) && isArabicDigit(text, end + 1)) {
    end = passDigits(text, end + 1);
    malformed = true;
  }
  const zeros = decimals === '' ? trailingZeros(whole) : -decimals.length;
  const number: WrittenNumber = {
    start,
    end,
    script: 'ARABIC',
    malformed,
    value: Number(`${whole}.${decimals}e0`),
    top: null,
    step: 10 ** zeros,
    more: '',
    moreEnd: end,
    sequence: false,
    bare: false,
    digits: decimals === '' ? whole : '',
  };
  return malformed ? number : multiply(text, number, { whole, decimals, parts });
}

function multiply(
  text: string,
  number: WrittenNumber,
  { whole, decimals, parts }: { whole: string; decimals: string; parts: number },
): WrittenNumber {
  let { end } = number;
  let exponent = 0;
  let infix = '';
  const first = text.charAt(end);
  if ((first === '余' || first === '多' || first === '来') && /[万亿]/.test(text.charAt(end + 1))) {
    infix = first;
    end += 1;
  }
  let previous = Number.POSITIVE_INFINITY;
  for (let at = end; ; at += 1) {
    const power = multiplierAt(text, at);
    if (power === 0) break;
    if (power === 1) return { ...number, malformed: true, end: at + 1, moreEnd: at + 1 };
    // 万亿 and 千万 multiply each other; 亿万 and 万千 do not follow one another in a number.
    if (previous !== Number.POSITIVE_INFINITY && power <= previous && at > end) {
      return { ...number, malformed: true, end: at + 1, moreEnd: at + 1 };
    }
    previous = power;
    exponent += power;
    end = at + 1;
    if (power === 8) break;
  }
  if (exponent > 0 && infix === '' && /^[余多来][万亿]/.test(text.slice(end, end + 2))) {
    const power = multiplierAt(text, end + 1);
    if (power > previous) {
      infix = text.charAt(end);
      exponent += power;
      end += 2;
    }
  }
  if (exponent === 0) return number;
  const step =
    infix === '' ? Number(`1e${exponent - decimals.length}`) : Number(`${number.step}e${exponent}`);
  const value = Number(`${whole}.${decimals}e${exponent}`);
  const multiplied = { ...number, end, moreEnd: end, value, step, more: infix, digits: '' };
  return infix === '' ? addLowerPart(text, multiplied, exponent, parts) : multiplied;
}

/** 1亿2000万, 3万5千: a second, smaller part that fits below the first one's unit. */
function addLowerPart(
  text: string,
  upper: WrittenNumber,
  exponent: number,
  parts: number,
): WrittenNumber {
  if (!isArabicDigit(text, upper.end)) return upper;
  if (parts === 1) return { ...upper, malformed: true };
  const lower = readArabic(text, upper.end, parts - 1);
  const fits =
    !lower.malformed &&
    Number.isInteger(lower.value) &&
    Number.isInteger(upper.value) &&
    lower.value < 10 ** exponent &&
    (lower.digits === '' || lower.digits.length === exponent);
  if (!fits) return { ...upper, malformed: true, end: lower.end, moreEnd: lower.end };
  return { ...lower, start: upper.start, value: upper.value + lower.value, digits: '' };
}

/** The exponent of 百 千 万 亿 at an index; 1 for 十, which does not follow digits; else 0. */
function multiplierAt(text: string, at: number): number {
  switch (text.charAt(at)) {
    case '十':
      return text.charAt(at + 1) === '分' || text.charAt(at + 1) === '佳' ? 0 : 1;
    case '百':
      return text.charAt(at + 1) === '分' || text.charAt(at + 1) === '姓' ? 0 : 2;
    case '千':
      return afterKilo.includes(text.charAt(at + 1) || ' ') ? 0 : 3;
    case '万':
      return 4;
    case '亿':
      return 8;
    default:
      return 0;
  }
}

function readWhole(text: string, start: number): { end: number; whole: string; broken: boolean } {
  const firstEnd = passDigits(text, start);
  const alone = { end: firstEnd, whole: plainDigits(text, start, firstEnd), broken: false };
  if (firstEnd - start > 3 || valueAt(text, start) === 0) return alone;
  let whole = alone.whole;
  let end = firstEnd;
  let joined = 0;
  let loose = 0;
  const separator = text.charAt(firstEnd);
  if (separator === ' ') {
    spacedGroups.lastIndex = firstEnd;
    const isBeside = /[0-9０-９] ?$/.test(text.slice(Math.max(0, start - 2), start));
    if (isBeside || !spacedGroups.test(text)) return alone;
    const groups = text.slice(start, spacedGroups.lastIndex);
    return { end: spacedGroups.lastIndex, whole: groups.replaceAll(' ', ''), broken: false };
  }
  if (!/[,，\u2009\u202f\u2005]/.test(separator)) return alone;
  while (text.charAt(end) === separator && isArabicDigit(text, end + 1)) {
    const groupEnd = passDigits(text, end + 1);
    if (groupEnd - end - 1 === 3) joined += 1;
    else loose += 1;
    if (joined === 0) return alone;
    whole += plainDigits(text, end + 1, groupEnd);
    end = groupEnd;
  }
  return { end, whole, broken: loose > 0 };
}

const isMiddleDot = (text: string, at: number): boolean => /[·•・‧]/.test(text.charAt(at));

function isPoint(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x2e || unit === 0xff0e;
}

/** The index after a run of Arabic digits. */
export function passDigits(text: string, start: number): number {
  let at = start;
  while (isArabicDigit(text, at)) at += 1;
  return at;
}

/** A run of digits of either width as ASCII. */
function plainDigits(text: string, start: number, end: number): string {
  const run = text.slice(start, end);
  return /[０-９]/.test(run) ? Array.from(run, (_, at) => valueAt(run, at)).join('') : run;
}

function trailingZeros(digits: string): number {
  let count = 0;
  while (count < digits.length - 1 && digits.charAt(digits.length - 1 - count) === '0') count += 1;
  return count;
}
