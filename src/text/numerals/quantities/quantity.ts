import { applyChange } from './apply-change.ts';
import { characterSet } from '../character-set.ts';
import { boundAfter, boundBefore, boundOfShare, boundOverVerb } from './bound.ts';
import type { Bound } from './bound.ts';
import { readFigure } from './figure.ts';
import type { ReadFigure } from './figure.ts';
import { readRange } from './range.ts';
import type { Quantity } from '../numeral.ts';
import { limits, qualify } from './qualifier.ts';
import { signBefore } from '../numbers/sign.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { isMeasure, isRate, isTemperature } from './unit.ts';
import type { WrittenNumber } from '../numbers/written-number.ts';

/**
 * Reads a figure with its unit, sign, bounds and verb of change. Null where the number is malformed, or
 * where a single Chinese digit counts nothing that is known to be counted; `isLevel`: the words before lead to it as a
 * level, so that it needs no unit.
 */
export function readQuantity(place: NumeralPlace, isLevel = false): FoundNumeral | null {
  const { text, floor } = place;
  const first = readFigure(text, place.at, floor);
  const { number } = first;
  if (number.malformed || number.sequence) return null;
  const range = readRange(text, first);
  if (range === 'UNCLEAR') return null;
  const last = range ?? first;
  const doubled = last.unit === '番' ? readDoubled(place, first) : null;
  if (doubled !== null) return doubled;
  const rate = isRate(last.unit) || isTemperature(last.unit);
  const signed = signBefore(text, first.start, { floor, isRate: rate });
  const { bound, start, end } = withBounds(text, { first, last, floor, from: signed.start });
  const isAlone = last.unit === '' && !isFree(number) && !first.isRatio && !last.isClass;
  if (isAlone && bound === null && !isLevel) return null;
  const quantity: Quantity = {
    ...amountOf(first, range, { bound, sign: signed.sign }),
    unit: last.unit,
    perHead: !isRate(last.unit) && !first.isRatio && isPerHead(text, start, floor),
    change: null,
    number: { start: number.start, end: range?.numberEnd ?? first.numberEnd },
  };
  const result: FoundNumeral = { ...foundNumeral('QUANTITY', start, end), quantity };
  applyChange(place, result, quantity, rate);
  return result;
}

type Amount = Pick<Quantity, 'value' | 'minimum' | 'maximum' | 'qualifier'>;

function amountOf(
  first: ReadFigure,
  range: ReadFigure | null,
  { bound, sign }: { bound: Bound | null; sign: 1 | -1 },
): Amount {
  const { number } = first;
  const more = first.more !== '' && first.more !== '来';
  const qualifier =
    first.isClass && bound === null ? 'AT_LEAST' : qualify(first, range !== null, bound);
  const value = sign * (number.value + first.half * number.step);
  const top = range === null ? number.top : (range.number.top ?? range.number.value);
  const bounds = limits(qualifier, value, top, more ? number.step : 0);
  return { value, ...bounds, qualifier };
}

/** 翻一番 doubles, 翻两番 makes four times as much. */
function readDoubled({ text, floor }: NumeralPlace, figure: ReadFigure): FoundNumeral | null {
  const words = /翻了?(近|约)?$/.exec(text.slice(Math.max(floor, figure.start - 4), figure.start));
  const times = figure.number.value;
  if (words === null || !Number.isInteger(times) || times < 1 || times > 10) return null;
  const value = 2 ** times;
  const qualifier =
    words[1] === '近'
      ? 'NEARLY'
      : words[1] === '约'
        ? 'ABOUT'
        : figure.more === ''
          ? 'EXACT'
          : 'MORE_THAN';
  return {
    ...foundNumeral('QUANTITY', figure.start - words[0].length, figure.end),
    quantity: {
      value,
      ...limits(qualifier, value, null, 0),
      qualifier,
      unit: '倍',
      perHead: false,
      change: { verb: '翻', direction: 'UP', role: 'TO' },
      number: { start: figure.number.start, end: figure.numberEnd },
    },
  };
}

/** A figure, or a range of two, with the words of a bound before or after it. */
function withBounds(
  text: string,
  {
    first,
    last,
    floor,
    from,
  }: { first: ReadFigure; last: ReadFigure; floor: number; from: number },
) {
  const { number } = first;
  const amount = isRate(last.unit) || number.value >= 1000 || number.bare;
  const found = boundBefore(text, from, floor, { round: number.bare, amount });
  const before = found !== null && isNoBound(text, found, first) ? null : found;
  const after =
    boundAfter(text, last.end, isMeasure(last.unit) || isRate(last.unit)) ??
    (last.isRatio || last.unit === '成' ? boundOfShare(text, last.end) : null);
  const ends = { start: before?.start ?? from, end: after?.end ?? last.end };
  const qualifier = before === null && after === null ? boundOverVerb(text, from, floor) : null;
  // The words stand apart from the figure, and are none of its own.
  return { bound: qualifier === null ? (before ?? after) : { qualifier, ...ends }, ...ends };
}

/** 突破3项关键技术 achieves, and 最低零下5℃ or 合格率最高99.2%、最低81.5% are extremes; none bounds. */
function isNoBound(text: string, { start, end }: Bound, { number, unit }: ReadFigure): boolean {
  const word = text.slice(start, end);
  if (word === '最低' || word === '最高') {
    const opposite = word === '最低' ? '最高' : '最低';
    const isOne = /[率值温分]$/.test(text.slice(Math.max(0, start - 1), start));
    return (
      isTemperature(unit) ||
      (isRate(unit) && isOne) ||
      text.slice(Math.max(0, start - 16), start + 20).includes(opposite)
    );
  }
  return word.startsWith('突破') && number.value < 100 && /^[项个种类批道]$/.test(unit);
}

/** Whether a number without a unit is one by itself: 96, 一百二十; not 三, 二十 or 万. */
function isFree(number: WrittenNumber): boolean {
  if (number.script === 'ARABIC') return !/^(?:19|20)\d\d$/.test(number.digits);
  // 十一, 二十 alone may be a day, a number of a school or nearly anything.
  return (
    number.more !== '' || (number.value >= 100 && number.end - number.start > 1 && !number.bare)
  );
}

const endsClause = characterSet(',，。;；:：、!！?？\n“”');
const headWord = characterSet('均人');

/** 人均, 每人 before it in the same clause, and no other figure between. */
function isPerHead(text: string, start: number, floor: number): boolean {
  for (let at = start - 1; at > Math.max(floor, start - 20); at -= 1) {
    if (endsClause.at(text, at)) return false;
    if (!headWord.at(text, at)) continue;
    if (text.startsWith('人均', at - 1) || text.startsWith('每人', at - 1)) return true;
  }
  return false;
}
