import { boundAfter, boundBefore } from './bound.ts';
import type { Bound } from './bound.ts';
import { isStartOfChange, verbOfAmount, verbOfLevel } from './change.ts';
import type { Quantity, QuantityChange, QuantityQualifier } from './numeral.ts';
import { isArabicDigit, isChineseNumeral, passSpaces } from './numeral-character.ts';
import { readNumber } from './number-reader.ts';
import { readRatio } from './ratio.ts';
import { foundNumeral } from './span.ts';
import type { FoundNumeral, NumeralPlace } from './span.ts';
import { isMeasure, isRate, readUnit } from './unit.ts';
import type { WrittenNumber } from './written-number.ts';

const rangeMark = /^\s?[至到\-—–~～﹣－]\s?/;

/** A number with its unit, before bounds and verbs are looked at. */
type ReadFigure = {
  number: WrittenNumber;
  numberEnd: number;
  start: number;
  end: number;
  unit: string;
  more: string;
  half: number;
};

/**
 * Reads a figure with its unit, bounds and verb of change. Null where the number is malformed, or
 * where a single Chinese digit counts nothing that is known to be counted.
 */
export function readQuantity(place: NumeralPlace): FoundNumeral | null {
  const { text, floor } = place;
  const first = readFigure(text, place.at, floor);
  if (first === null || !isOneNumber(first.number)) return null;
  const range = readRange(text, first);
  if (range === 'UNCLEAR') return null;
  const last = range ?? first;
  const { number } = first;
  if (last.unit === '' && !isFree(number)) return null;
  const rate = isRate(last.unit);
  const { bound, start, end } = withBounds(text, first, last, floor);
  if (end <= start) return null;
  const more = first.more !== '' && first.more !== '来';
  const isRange = range !== null;
  const qualifier = qualify(number, { isRange, more: first.more, bound });
  const value = signed(text, first, rate) * (number.value + first.half * number.step);
  const top = range === null ? number.top : (range.number.top ?? range.number.value);
  const quantity: Quantity = {
    value,
    ...limits(qualifier, value, top, more ? number.step : 0),
    qualifier,
    unit: last.unit,
    perHead: !rate && isPerHead(text, start, floor),
    change: null,
    number: { start: number.start, end: range?.numberEnd ?? first.numberEnd },
  };
  const isDoubled = last.unit === '番' && text.charAt(start - 1) === '翻';
  if (isDoubled && start > floor) {
    quantity.change = { verb: '翻', direction: 'UP', role: 'BY' };
    return { ...foundNumeral('QUANTITY', start - 1, end), quantity };
  }
  const negative = value < 0 ? first.start - 1 : start;
  const result: FoundNumeral = {
    ...foundNumeral('QUANTITY', Math.max(floor, negative), end),
    quantity,
  };
  applyChange(place, result, quantity, rate);
  return result;
}

const isOneNumber = ({ malformed, sequence }: WrittenNumber) => !malformed && !sequence;

/** A figure, or a range of two, with the words of a bound before or after it. */
function withBounds(text: string, first: ReadFigure, last: ReadFigure, floor: number) {
  const before = boundBefore(text, first.start, floor, first.number.bare);
  const after = boundAfter(text, last.end, isMeasure(last.unit));
  const bound = before ?? after;
  return { bound, start: before?.start ?? first.start, end: after?.end ?? last.end };
}

/** A figure of an own shape (百分之五, 三分之二), or a number with a unit behind it. */
function readFigure(text: string, at: number, floor: number): ReadFigure | null {
  const ratio = readRatio(text, at);
  if (ratio !== null) {
    return { ...ratio, start: at, more: ratio.number.more, half: 0, numberEnd: ratio.number.end };
  }
  const number = readNumber(text, roundStart(text, at, floor));
  const spaced = number.script === 'ARABIC' ? passSpaces(text, number.moreEnd) : number.moreEnd;
  const unit = readUnit(text, spaced);
  const figure: ReadFigure = {
    number,
    numberEnd: number.end,
    start: number.start,
    unit,
    more: number.more,
    half: 0,
    end: unit === '' ? number.moreEnd : spaced + unit.length,
  };
  if (unit === '个多月') return { ...figure, unit: '个月', more: '多' };
  if (unit === '个半月' || unit === '个半小时') {
    return { ...figure, unit: unit.replace('半', ''), half: 0.5 };
  }
  if (unit === '年半') return { ...figure, unit: '年', half: 0.5 };
  if (figure.more === '' && isMeasure(unit) && isMoreBehind(text, figure.end)) {
    const length = text.startsWith('有余', figure.end) ? 2 : 1;
    return { ...figure, more: '多', end: figure.end + length };
  }
  return figure;
}

/** 几百, 数千: 几 and 数 before the first numeral character belong to the number. */
function roundStart(text: string, at: number, floor: number): number {
  if (at - 1 < floor || !isChineseNumeral(text, at)) return at;
  const before = text.charAt(at - 1);
  if (!/[十百千万亿]/.test(text.charAt(at))) return at;
  if (before === '几') return at - 1;
  const noun = /[人总件次户天基指多少系参分倍限字函偶奇位岁个项家处额半计代小]/;
  return before === '数' && !noun.test(text.charAt(at - 2)) ? at - 1 : at;
}

function isMoreBehind(text: string, at: number): boolean {
  const next = text.charAt(at);
  if (next === '有') return text.charAt(at + 1) === '余';
  if (next === '余') return !/[额下]/.test(text.charAt(at + 1));
  return next === '多' && /^多(?:[来以,，。、;；的前后]|时间|$)/.test(text.slice(at, at + 3));
}

/** A second figure behind a dash or 至. A unit that only the second carries is shared. */
function readRange(text: string, first: ReadFigure): ReadFigure | 'UNCLEAR' | null {
  const mark = rangeMark.exec(text.slice(first.end, first.end + 3))?.[0];
  if (mark === undefined || first.number.top !== null) return null;
  const at = first.end + mark.length;
  if (!isArabicDigit(text, at) && !isChineseNumeral(text, at)) return null;
  const second = readFigure(text, at, at);
  if (second === null || !isOneNumber(second.number)) return null;
  if (first.unit !== '' && first.unit !== second.unit) return null;
  if (first.unit !== '' && /[由从]/.test(text.charAt(first.start - 1))) return null;
  // GB/T 15835-2011: 9亿～16亿 must not be written 9～16亿, which may mean either.
  if (isMultiplied(text, second) && !isMultiplied(text, first)) return 'UNCLEAR';
  return second.number.value > first.number.value ? second : null;
}

function isMultiplied(text: string, figure: ReadFigure): boolean {
  return figure.number.script === 'ARABIC' && /[百千万亿]/.test(text.charAt(figure.number.end - 1));
}

/** Whether a number without a unit is one by itself: 96, 一百二十, 二十; not 三 or 万. */
function isFree(number: WrittenNumber): boolean {
  if (number.script === 'ARABIC') return !/^(?:19|20)\d\d$/.test(number.digits);
  return number.end - number.start > 1 && (!number.bare || number.more !== '');
}

function qualify(
  number: WrittenNumber,
  { isRange, more, bound }: { isRange: boolean; more: string; bound: Bound | null },
): QuantityQualifier {
  if (isRange || number.top !== null) return 'BETWEEN';
  if (more === '来') return 'ABOUT';
  if (more !== '') return 'MORE_THAN';
  return bound?.qualifier ?? (number.bare ? 'ABOUT' : 'EXACT');
}

function limits(
  qualifier: QuantityQualifier,
  value: number,
  top: number | null,
  step: number,
): { minimum: number | null; maximum: number | null } {
  switch (qualifier) {
    case 'BETWEEN':
      return { minimum: value, maximum: top };
    case 'MORE_THAN':
      return { minimum: value, maximum: step > 0 ? sum(value, step) : null };
    case 'AT_LEAST':
      return { minimum: value, maximum: null };
    case 'NEARLY':
    case 'AT_MOST':
    case 'LESS_THAN':
      return { minimum: null, maximum: value };
    default:
      return { minimum: null, maximum: null };
  }
}

/** Without the dust of binary fractions: 3.2 and 0.1 make 3.3. */
function sum(value: number, step: number): number {
  return Number((value + step).toPrecision(12));
}

function signed(text: string, figure: ReadFigure, rate: boolean): number {
  const sign = text.charAt(figure.start - 1);
  const minus = (sign === '-' || sign === '−' || sign === '－') && (rate || figure.unit === '℃');
  return minus && !/[\dA-Za-z%％]/.test(text.charAt(figure.start - 2)) ? -1 : 1;
}

/** 人均, 每人 before it in the same clause, and no other figure between. */
function isPerHead(text: string, start: number, floor: number): boolean {
  for (let at = start - 1; at > Math.max(floor, start - 20); at -= 1) {
    const character = text.charAt(at);
    if (/[,，。;；:：、!！?？\n“”]/.test(character)) return false;
    const pair = text.slice(at - 1, at + 1);
    if (pair === '人均' || pair === '每人') return true;
  }
  return false;
}

function applyChange(
  place: NumeralPlace,
  result: FoundNumeral,
  quantity: Quantity,
  rate: boolean,
): void {
  const { text, floor, previous } = place;
  const { start, end } = result;
  const level = verbOfLevel(text, start, floor);
  if (level !== null) {
    const from =
      previous?.quantity != null &&
      previous.end === level.start &&
      isStartOfChange(text, previous.start, 0)
        ? previous.quantity
        : null;
    const direction = level.direction ?? compare(from, quantity);
    if (direction === null) return;
    quantity.change = { verb: level.verb, direction, role: 'TO' };
    if (from !== null) from.change = { verb: level.verb, direction, role: 'FROM' };
    return;
  }
  const paired = pairedChange(place, result, quantity);
  if (paired !== null) {
    quantity.change = paired;
    return;
  }
  const by = previous?.quantity?.change;
  if (
    by != null &&
    by.role === 'BY' &&
    previous !== null &&
    /^[至到]$/.test(text.slice(previous.end, start))
  ) {
    quantity.change = { ...by, role: 'TO' };
    return;
  }
  const closes = end >= text.length || /[,，。;；、:：)）\n”和及与!！]/.test(text.charAt(end));
  quantity.change = verbOfAmount(text, start, floor, {
    isRate: rate || isMeasure(quantity.unit),
    closes,
  });
}

/** 分别增长5.1%和7.2%: the verb of the first figure is the second one's too. */
function pairedChange(
  { text, previous }: NumeralPlace,
  { start }: FoundNumeral,
  { unit }: Quantity,
): QuantityChange | null {
  const change = previous?.quantity?.change ?? null;
  if (previous?.quantity?.unit !== unit || change === null || change.role === 'FROM') return null;
  const before = text.slice(Math.max(0, previous.start - 16), previous.start);
  const isPair = /^[和、及与]$/.test(text.slice(previous.end, start));
  return isPair && /分别[^,，。;；]*$/.test(before) ? change : null;
}

function compare(from: Quantity | null, to: Quantity): 'UP' | 'DOWN' | null {
  if (from === null || from.unit !== to.unit || from.value === to.value) return null;
  return from.value < to.value ? 'UP' : 'DOWN';
}
