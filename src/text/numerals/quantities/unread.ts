import { isArabicDigit, passSpaces } from '../numeral-character.ts';
import { matchEnd } from '../../match-end.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from './unit.ts';
import type { WrittenNumber } from '../numbers/written-number.ts';

const terms = /\d{1,6}(?:\.\d{1,4})?(?: ?[:：∶比] ?\d{1,6}(?:\.\d{1,4})?)+/y;
const rangeMark = /^\s?[至到\-—–~～－]\s?/;

/** 6:4 or 3比2 of which the words do not say that it is a ratio: no value is guessed. */
export function readTerms({ text, at }: NumeralPlace): FoundNumeral | null {
  const end = matchEnd(terms, text, at);
  // 附件1：3份 is an entry and a figure.
  return end > at && readUnit(text, end) === '' ? foundNumeral('UNKNOWN', at, end) : null;
}

/**
 * What no reader understands: the whole run, and the far end of a range whose beginning can be read in
 * two ways. Before a classifier it carries what it may be worth.
 */
export function readUnknown({ text, at }: NumeralPlace): FoundNumeral {
  const number = readNumber(text, at);
  const isArabic = isArabicDigit(text, at);
  const mark = isArabic ? (rangeMark.exec(text.slice(number.end, number.end + 3))?.[0] ?? '') : '';
  const far = number.end + mark.length;
  const isRange = mark !== '' && isArabicDigit(text, far);
  const last = isRange ? readNumber(text, far) : number;
  const end = Math.max(last.end, at + 1);
  const unknown = foundNumeral('UNKNOWN', at, end);
  const unit = readUnit(text, passSpaces(text, last.moreEnd));
  if (unit === '') return unknown;
  const readings = isRange ? rangeReadings(number, last, text) : readingsOf(number);
  return { ...unknown, unread: { readings, unit, number: { start: at, end } } };
}

function readingsOf({ malformed, readings, sequence, value }: WrittenNumber): readonly number[] {
  if (malformed) return readings ?? [];
  return sequence || Number.isFinite(value) ? [value].filter(Number.isFinite) : [];
}

/** 9～16亿: from 9 or from 900 million on. */
function rangeReadings(first: WrittenNumber, last: WrittenNumber, text: string): readonly number[] {
  if (first.malformed || last.malformed) return [];
  const scale = /[百千万亿]+$/.exec(text.slice(last.start, last.end))?.[0] ?? '';
  const power = Array.from(scale).reduce(
    (product, character) => product * (powers[character] ?? 1),
    1,
  );
  return [first.value, first.value * power];
}

const powers: Readonly<Record<string, number>> = { 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };
