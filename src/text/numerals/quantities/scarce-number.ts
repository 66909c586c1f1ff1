import type { Quantity } from '../numeral.ts';
import { classAt, characterClass } from '../numeral-character.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { readQuantity } from './quantity.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from './unit.ts';

const halves = /半(?:年(?![度报])|个月|天|小时|个小时|日)(?![轴均])/y;

/** 半年 as half a year, 几个 as two to nine of them; null for 过半, 几乎 and the like. */
export function readVague(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (text.charAt(at) === '半') {
    halves.lastIndex = at;
    if (/[上下大多前后]/.test(text.charAt(at - 1)) || !halves.test(text)) return null;
    const unit = text.slice(at + 1, halves.lastIndex);
    if (unit === '年' && text.charAt(at - 1) === '每') return foundNumeral('DATE', at - 1, at + 2);
    return amount(place, halves.lastIndex, { value: 0.5, unit, qualifier: 'EXACT' });
  }
  const unit = /^几字[弯形”]/.test(text.slice(at, at + 3)) ? '' : readUnit(text, at + 1);
  if (unit.endsWith('百分点')) return foundNumeral('IDIOM', at, at + 1 + unit.length);
  if (classAt(text, at + 1) === characterClass.MULTIPLIER || unit === '') return null;
  const isWindow = /[近这前后那好头过去未来]/.test(text.charAt(at - 1));
  if (
    /^(?:年|天|个月|周)$/.test(unit) &&
    (isWindow || /[来间前后]/.test(text.charAt(at + 1 + unit.length)))
  )
    return null;
  return amount(place, at + 1 + unit.length, { value: 2, unit, qualifier: 'BETWEEN' });
}

function amount(
  { at }: NumeralPlace,
  end: number,
  { value, unit, qualifier }: Pick<Quantity, 'value' | 'unit' | 'qualifier'>,
): FoundNumeral {
  const isRange = qualifier === 'BETWEEN';
  return {
    ...foundNumeral('QUANTITY', at, end),
    quantity: {
      value,
      unit,
      qualifier,
      minimum: isRange ? 2 : null,
      maximum: isRange ? 9 : null,
      perHead: false,
      change: null,
      number: { start: at, end: at + 1 },
    },
  };
}

/** 壹万贰仟元: formal figures (大写), only where two or more of them spell a well-formed sum. */
export function readFormal(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (classAt(text, at) !== characterClass.FORMAL) return null;
  // 队伍, 大陆, 收拾 and their like are no figures.
  if (/[队大登着内收行入]/.test(text.charAt(at - 1))) return null;
  const number = readNumber(text, at);
  const isSum =
    !number.malformed &&
    !number.sequence &&
    number.end - number.start >= 2 &&
    /[拾佰仟]/.test(text.slice(number.start, number.end));
  return isSum ? readQuantity(place) : null;
}
