import { characterSet } from '../character-set.ts';
import { isArabicDigit, isChineseNumeral } from '../numeral-character.ts';
import { readFigure } from './figure.ts';
import type { ReadFigure } from './figure.ts';

/** No range reaches over a tab, from one cell of a table into the next: 9 and -25.0. */
const rangeMark = /^[^\S\t]?(?:[至到]|[-—–~～﹣－]{1,2})[^\S\t]?/;
const between = /^[与和跟及]/;
const isBetween = /^(?:的)?(?:之间|区间|间(?![隔接断]))/;
const notSame = /^(?:不等|之间|区间|的?范围)/;
/** 18岁（含）至35岁. */
const inclusive = /^[（(]含[)）](?=[至到\-—–~～])/;

/** What stands behind the first end of a range. */
const marks = characterSet(' \n\r\u00a0\u2009\u3000至到-—–~～﹣－与和跟及（(');

/** Whether a range can begin with a figure: nearly none has a mark behind it. */
const mayBegin = (text: string, { end, number, isClass }: ReadFigure): boolean =>
  marks.at(text, end) && number.top === null && !isClass;

/**
 * A second figure behind a dash or 至, or behind 与 where 之间 follows. A unit that only the second
 * carries is shared. UNCLEAR for 9～16亿, which may mean either.
 */
export function readRange(text: string, first: ReadFigure): ReadFigure | 'UNCLEAR' | null {
  if (!mayBegin(text, first)) return null;
  const from = first.end + (inclusive.exec(text.slice(first.end, first.end + 5))?.[0].length ?? 0);
  const ahead = text.slice(from, from + 4);
  const mark = rangeMark.exec(ahead)?.[0] ?? between.exec(ahead)?.[0];
  if (mark === undefined) return null;
  const at = from + mark.length;
  if (!isArabicDigit(text, at) && !isChineseNumeral(text, at)) return null;
  const read = readFigure(text, at, at);
  if (read.number.malformed || read.number.sequence) return null;
  const isShared = read.unit === '' && first.unit === '%' && text.startsWith('百分之', first.start);
  const second = isShared ? { ...read, unit: '%' } : read;
  const rest = text.slice(second.end, second.end + 4);
  if (between.test(mark) && !isBetween.test(rest)) return null;
  if ((first.unit !== '' || first.isRatio) && !isOfOneUnit(text, first, second, rest)) return null;
  // GB/T 15835-2011: 9亿～16亿 must not be written 9～16亿, which may mean either.
  if (isMultiplied(text, second) && !isMultiplied(text, first)) return 'UNCLEAR';
  if (!(second.number.value > first.number.value)) return null;
  return { ...second, end: second.end + (isBetween.exec(rest)?.[0].length ?? 0) };
}

/** Whether both ends say the same unit, and are not those of a change: 由3件至5件. */
function isOfOneUnit(text: string, first: ReadFigure, second: ReadFigure, rest: string): boolean {
  if (first.unit !== second.unit) return false;
  return !/[由从]/.test(text.charAt(first.start - 1)) || notSame.test(rest);
}

function isMultiplied(text: string, figure: ReadFigure): boolean {
  return figure.number.script === 'ARABIC' && /[百千万亿]/.test(text.charAt(figure.number.end - 1));
}
