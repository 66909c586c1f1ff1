import { isArabicDigit, isChineseNumeral } from '../numeral-character.ts';
import { readNumber } from './number-reader.ts';
import { readProportion } from './proportion.ts';
import type { WrittenNumber } from './written-number.ts';

/** A number that says part of a whole; `unit` is %, ‰ or empty for a plain fraction. */
export type Ratio = { number: WrittenNumber; end: number; unit: string };

const bases: readonly (readonly [string, string])[] = [
  ['百分之', '%'],
  ['千分之', '‰'],
  ['万分之', '‱'],
];

const partMark = '分'.charCodeAt(0);

/** Reads 百分之五 as 5 %, 千分之三 as 3 ‰, 万分之一 as 1 ‱, 三分之二 and 2/3 as fractions,
 * 2.19:1 and 1比3 as quotients; else null. */
export function readRatio(text: string, at: number): Ratio | null {
  const isOfBase = text.charCodeAt(at + 1) === partMark;
  for (const [word, unit] of isOfBase ? bases : []) {
    if (!text.startsWith(word, at)) continue;
    const number = readPart(text, at + word.length);
    if (number === null) return null;
    return { number, end: number.moreEnd, unit };
  }
  if (!isChineseNumeral(text, at) && !isArabicDigit(text, at)) return null;
  const proportion = readProportion(text, at);
  if (proportion !== null) {
    const { value, end } = proportion;
    const first = {
      ...readNumber(text, at),
      malformed: false,
      sequence: false,
      top: null,
      more: '',
    };
    return {
      number: { ...first, value, end, moreEnd: end, digits: '', bare: false },
      end,
      unit: '',
    };
  }
  if (text.startsWith('一半', at)) {
    return share({ ...readNumber(text, at), end: at + 2, moreEnd: at + 2 }, 1, 2, at + 2);
  }
  if (text.charAt(at + 1) === '/' && isArabicDigit(text, at)) return readSlash(text, at);
  // Asked of every figure: 分 stands there, or there is nothing to take apart.
  const hasParts =
    text.charCodeAt(at + 1) === partMark ||
    text.charCodeAt(at + 2) === partMark ||
    text.charCodeAt(at + 3) === partMark;
  if (!hasParts) return null;
  const word = /^[^分\n]{1,3}分之/.exec(text.slice(at, at + 5))?.[0];
  if (word === undefined) return null;
  const whole = readNumber(text, at);
  const number = readPart(text, at + word.length);
  if (number === null || whole.malformed || whole.end !== at + word.length - 2) return null;
  return share({ ...number, start: at }, number.value, whole.value, number.moreEnd);
}

function readPart(text: string, at: number): WrittenNumber | null {
  if (text.startsWith('百', at) && !/[十百千万亿]/.test(text.charAt(at + 1))) {
    return { ...readNumber(text, at), value: 100, bare: false };
  }
  if (!isChineseNumeral(text, at) && !isArabicDigit(text, at)) return null;
  const number = readNumber(text, at);
  return number.malformed || number.sequence ? null : number;
}

/** 1/3: single digits only; 10/12 may be a date and 3/4 of nothing else. */
function readSlash(text: string, at: number): Ratio | null {
  const lone = /^[1-9]\/[2-9](?![\d/.-])/.test(text.slice(at, at + 4));
  if (!lone) return null;
  const part = readNumber(text, at);
  const whole = readNumber(text, at + 2);
  return part.value < whole.value
    ? share({ ...part, end: at + 3, moreEnd: at + 3 }, part.value, whole.value, at + 3)
    : null;
}

function share(number: WrittenNumber, part: number, whole: number, end: number): Ratio | null {
  if (!(part <= whole)) return null;
  return { number: { ...number, value: part / whole, digits: '', bare: false }, end, unit: '' };
}

/** So much of a unit in per cent: 3 of 成 are 30; null for what is no part of a whole. */
export function inPerCent(value: number, unit: string): number | null {
  const percent = percentOf(unit);
  return percent === null ? null : Number((value * percent).toPrecision(12));
}

/** How many per cent one of a unit is: %, ‰, ‱, 成; null for what is no part of a whole. */
export function percentOf(unit: string): number | null {
  switch (unit) {
    case '%':
    case '％':
      return 1;
    case '‰':
      return 0.1;
    case '‱':
      return 0.01;
    case '成':
      return 10;
    default:
      return null;
  }
}
