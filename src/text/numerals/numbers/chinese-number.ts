import { characterClass, classAt, valueAt } from '../numeral-character.ts';
import { worthOf } from './chinese-worth.ts';
import type { WrittenNumber } from './written-number.ts';

/** No number is as long; a longer run is cut, so that reading stays linear. */
const longestRun = 64;

/**
 * Reads a number in Chinese characters, formal ones too, from the UTF-16 index of its first one.
 * The rules are those of the written language, kept strictly: places fall, 零 stands exactly where
 * one is skipped, 两 only before 百 千 万 亿 or alone. 两千零, 一百五 and 三二一 are malformed.
 * 几 and 数 stand for two to nine (现代汉语词典: more than one, less than ten), in 十几 one to nine.
 */
export function readChinese(text: string, start: number): WrittenNumber {
  const tens = '廿卅'.indexOf(text.charAt(start));
  let end = tens < 0 ? start : start + 1;
  while (end < start + longestRun && isPart(text, end, start)) end += 1;
  const blank: WrittenNumber = {
    start,
    end,
    script: 'CHINESE',
    malformed: false,
    value: Number.NaN,
    top: null,
    step: 1,
    more: '',
    moreEnd: end,
    sequence: false,
    bare: false,
    digits: '',
  };
  if (tens >= 0) return readTwenty(text, blank, 20 + tens * 10);
  if (isDecimal(text, end)) return readDecimal(text, blank);
  const infix = text.charAt(end);
  const tail = /^[万亿]+/.exec(text.slice(end + 1, end + 4))?.[0] ?? '';
  if (/[余多来]/.test(infix) && (tail === '万' || tail === '亿' || tail === '万亿')) {
    const head = worthOf(text, start, end);
    const last = end + 1 + tail.length;
    if (head === null) return { ...blank, malformed: true };
    const power = powerOf(tail);
    return {
      ...blank,
      end: last,
      moreEnd: last,
      more: infix,
      value: head.value * power,
      step: head.step * power,
      bare: isBare(text, start),
    };
  }
  const worth = worthOf(text, start, end);
  if (worth !== null) {
    const { value, top, step } = worth;
    return { ...blank, value, step, top: top > value ? top : null, bare: isBare(text, start) };
  }
  const digits = digitsOf(text, start, end);
  if (digits.length < 2) return { ...blank, malformed: true };
  return {
    ...blank,
    sequence: true,
    digits,
    value: digits.length < 16 ? Number(digits) : Number.NaN,
  };
}

/** 廿八, 卅: twenty and thirty, with no more than one digit behind them. */
function readTwenty(text: string, blank: WrittenNumber, tens: number): WrittenNumber {
  const { start, end } = blank;
  const digit = end === start + 1 ? 0 : valueAt(text, end - 1);
  if (end > start + 2 || !(digit < 10)) return { ...blank, malformed: true };
  return { ...blank, value: tens + digit, step: digit === 0 ? 10 : 1 };
}

/** Whether a character belongs to the run; units that begin like a number stop it. */
function isPart(text: string, at: number, start: number): boolean {
  const kind = classAt(text, at);
  const next = text.charAt(at + 1);
  if (kind === characterClass.FORMAL) return at === start || classAt(text, at - 1) > 1;
  if (text.charAt(at) === '几') return at === start || text.charAt(at - 1) === '十';
  if (text.charAt(at) === '数') return at === start;
  if (kind !== characterClass.DIGIT && kind !== characterClass.MULTIPLIER) return false;
  if (at === start) return true;
  // 四亿五千万两: the weight, where no scale follows.
  if (text.charAt(at) === '两' && valueAt(text, at - 1) >= 10 && !(valueAt(text, at + 1) >= 100))
    return false;
  if (text.charAt(at) === '百') return next !== '分' && next !== '姓';
  if (text.charAt(at) === '千') return next === '' || !'克米瓦伏卡帕'.includes(next);
  return true;
}

function isBare(text: string, start: number): boolean {
  return valueAt(text, start) >= 100;
}

function isDecimal(text: string, end: number): boolean {
  return (
    text.charAt(end) === '点' &&
    classAt(text, end + 1) === characterClass.DIGIT &&
    text.charAt(end + 1) !== '两'
  );
}

function readDecimal(text: string, blank: WrittenNumber): WrittenNumber {
  let end = blank.end + 1;
  const limit = end + longestRun;
  while (end < limit && classAt(text, end) === characterClass.DIGIT && text.charAt(end) !== '两') {
    end += 1;
  }
  const whole = worthOf(text, blank.start, blank.end);
  const decimals = digitsOf(text, blank.end + 1, end);
  const tail = /^(?:万亿|万|亿)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  // 八点五分 may be a time, 三点一十 is nothing.
  const unclear =
    whole === null ||
    whole.top > whole.value ||
    decimals.length > 9 ||
    (tail === '' && classAt(text, end) === characterClass.MULTIPLIER) ||
    (/[分刻]/.test(text.charAt(end)) && text.charAt(end + 1) !== '之');
  if (unclear) return { ...blank, malformed: true, end, moreEnd: end };
  const exponent = Math.log10(powerOf(tail));
  const last = end + tail.length;
  return {
    ...blank,
    end: last,
    moreEnd: last,
    value: Number(`${whole.value}.${decimals}e${exponent}`),
    step: Number(`1e${exponent - decimals.length}`),
  };
}

function powerOf(tail: string): number {
  return tail === '' ? 1 : tail === '万' ? 1e4 : tail === '亿' ? 1e8 : 1e12;
}

function digitsOf(text: string, start: number, end: number): string {
  let digits = '';
  for (let at = start; at < end; at += 1) {
    const value = valueAt(text, at);
    if (!(value < 10) || text.charAt(at) === '两') return '';
    digits += String(value);
  }
  return digits;
}
