import { inYear, periodSuffix } from './date.ts';
import { isArabicDigit, isHan } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';

/** Years of two digits: 截至23年底, ’22年, 21—23年. 21年 alone may be a time of 21 years. */

const shortYear = new RegExp(
  `\\d\\d年(?!级|龄|限|代)(?:度(?!假)|[底末初](?![步中级]))?(?:${inYear})?${periodSuffix}`,
  'y',
);
const range = new RegExp(
  `(\\d\\d)年?[-—–~～－至到](\\d\\d)年(?!级|龄|限|以|期|左)${periodSuffix}`,
  'y',
);
/** What makes 23年 the year and no time of 23 years. */
const yearWords =
  /^\d\d年(?:度|[底末初]|(?:1[0-2]|[1-9])月|第?[一二三四1-4]季度|[上下]半年|全年|每月|同期|[春夏秋冬])/;
const since = /(?:截[至止]到?|[’'‘′])$/;
const anchored = /(?:自|从|于|在|比|较|与|至|到)$/;
const behind = /^(?:以来|起|期间|相比|同期|开始)/;
/** What makes it a time: 连续21年, 有期徒刑10—15年. */
const lasting =
  /(?:[近约超过满逾达续历时期共有期长短至少用已经第成立前后每以于役役徒刑制年间历经距今时隔]|\d)$/;

/** Null where it is no year of two digits, or the words around say that it is a time. */
export function readShortYear({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  if (!isArabicDigit(text, at + 1) || isArabicDigit(text, at - 1)) return null;
  const before = text.slice(Math.max(floor, at - 3), at);
  const isMarked = /[’'‘′]$/.test(before);
  const start = isMarked ? at - 1 : at;
  range.lastIndex = at;
  const years = range.exec(text);
  if (years !== null) {
    const [, from, to] = years.map(Number);
    if (from === undefined || to === undefined || !(from < to) || lasting.test(before)) return null;
    const isSure = isMarked || (to <= 39 && from >= 10 && to - from <= 10);
    return foundNumeral(isSure ? 'DATE' : 'UNKNOWN', start, range.lastIndex);
  }
  shortYear.lastIndex = at;
  const found = shortYear.exec(text);
  if (found === null) return null;
  const end = shortYear.lastIndex;
  const words = text.slice(at, at + 8);
  const year = Number(text.slice(at, at + 2));
  const isYear =
    since.test(before) ||
    (yearWords.test(words) && !lasting.test(before)) ||
    (anchored.test(before) && behind.test(text.slice(at + 3, at + 5)));
  if (isYear) return foundNumeral('DATE', start, end);
  // At the head of a clause it is either: no value is guessed.
  const isHead = !isHan(text, at - 1) && !/[、\d]/.test(text.charAt(at - 1));
  const isOpen =
    isHead &&
    year >= 5 &&
    year <= 40 &&
    /^[，,各全我共本该市县区省]/.test(text.slice(at + 3, at + 4));
  return isOpen ? foundNumeral('UNKNOWN', at, at + 3) : null;
}
