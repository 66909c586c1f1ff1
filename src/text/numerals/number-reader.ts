import { readArabic } from './arabic-number.ts';
import { readChinese } from './chinese-number.ts';
import { isArabicDigit } from './numeral-character.ts';
import type { WrittenNumber } from './written-number.ts';

/** Words that begin like 余, 多 or 来 and have nothing to do with the number before. */
const notMore =
  /^(?:余[额下]|多(?:部门|元化|样|措|跨|渠道|形式|方面|层次|领域)|来(?:自|到|源|访|电|信))/;

/** Reads the number at a UTF-16 index that holds a numeral character or 几. */
export function readNumber(text: string, start: number): WrittenNumber {
  const number = isArabicDigit(text, start) ? readArabic(text, start) : readChinese(text, start);
  if (number.malformed || number.more !== '' || number.sequence) return number;
  const { end, step } = number;
  const next = text.charAt(end);
  if (next === '几' && number.top === null && step >= 10 && step <= 100) {
    const value = number.value + step / 10;
    return { ...number, end: end + 1, moreEnd: end + 1, value, top: number.value + step - 1 };
  }
  if (next !== '余' && next !== '多' && next !== '来') return number;
  if (notMore.test(text.slice(end, end + 4)) || (next === '来' && step < 10)) return number;
  return { ...number, more: next, moreEnd: end + 1 };
}
