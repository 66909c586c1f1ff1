import { readArabic } from './arabic-number.ts';
import { readChinese } from './chinese-number.ts';
import { readLoose } from './loose-number.ts';
import { characterClass, classAt, isArabicDigit } from '../numeral-character.ts';
import { readUnit } from '../quantities/unit.ts';
import type { WrittenNumber } from './written-number.ts';

/** Words that begin like 余, 多 or 来 and have nothing to do with the number before. */
const notMore =
  /^(?:余[额下]|多(?:部门|元化|样|措|跨|渠道|形式|方面|层次|领域)|来(?:自|到|源|访|电|信))/;

/** 两万半, 一亿半: and half of the last place. */
const halfBehind = /^半(?:[，。、；,;：:元人件斤亩户吨\s]|$)/;

/** Reads the number at a UTF-16 index that holds a numeral character or 几. */
export function readNumber(text: string, start: number): WrittenNumber {
  const strict = isArabicDigit(text, start) ? readArabic(text, start) : readChinese(text, start);
  const number = isStrict(text, strict) ? strict : readAgain(text, strict);
  if (number.malformed || number.more !== '' || number.sequence) return number;
  const { end, step } = number;
  const next = text.charAt(end);
  if (
    next === '半' &&
    step >= 1e4 &&
    number.script === 'CHINESE' &&
    halfBehind.test(text.slice(end, end + 2))
  ) {
    const value = number.value + step / 2;
    return { ...number, end: end + 1, moreEnd: end + 1, value, step: step / 10 };
  }
  if (next === '几' && number.top === null && step >= 10 && step <= 100) {
    const value = number.value + step / 10;
    return { ...number, end: end + 1, moreEnd: end + 1, value, top: number.value + step - 1 };
  }
  // 百把人, 万把块钱: about as many.
  if (next === '把' && number.bare && readUnit(text, end + 1) !== '') {
    return { ...number, more: '来', moreEnd: end + 1 };
  }
  if (next !== '余' && next !== '多' && next !== '来') return number;
  if (notMore.test(text.slice(end, end + 4)) || (next === '来' && step < 10)) return number;
  return { ...number, more: next, moreEnd: end + 1 };
}

/** Whether the strict rules read a number to its end: 1万零20 goes on in the other script. */
function isStrict(
  text: string,
  { malformed, script, start, end, more, sequence }: WrittenNumber,
): boolean {
  if (malformed) return false;
  if (sequence || more !== '') return true;
  const next = classAt(text, end);
  if (script === 'CHINESE') return next !== characterClass.ARABIC || !isPower(text, end - 1);
  if (next !== characterClass.DIGIT && next !== characterClass.ARABIC) return true;
  return end - start < 2 || !isPower(text, end - 1);
}

const isPower = (text: string, at: number): boolean =>
  classAt(text, at) === characterClass.MULTIPLIER;

/** What the loose rules make of it: one sure reading, or a malformed number with its readings. */
function readAgain(text: string, strict: WrittenNumber): WrittenNumber {
  const { end, values, top, step, isSure } = readLoose(text, strict.start);
  if (end < strict.end) return { ...strict, malformed: true };
  const [value] = values;
  const whole = { ...strict, end, moreEnd: end, digits: '', sequence: false, bare: false };
  if (value === undefined) return { ...whole, malformed: true };
  return isSure
    ? { ...whole, malformed: false, value, top, step }
    : { ...whole, malformed: true, readings: values };
}
