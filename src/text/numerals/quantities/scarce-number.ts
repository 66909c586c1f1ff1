import type { Quantity } from '../numeral.ts';
import { classAt, characterClass } from '../numeral-character.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { boundAfter, boundBefore } from './bound.ts';
import { limits } from './qualifier.ts';
import { readQuantity } from './quantity.ts';
import { matchEnd } from '../../match-end.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from './unit.ts';

const halves =
  /半(?:年(?![度报])|个月|天|小时|个小时|日|米|里|公里|斤(?!八)|亩|吨|个?世纪|个百分点|分钟|周(?![岁边]))(?![轴均])/y;

/** 上半年 and 前半年 name a stretch; 提前半年 and 推后半年 count it. */
const notHalf = /(?:[上下大多]|(?<!提)前|(?<![推延滞])后)$/;

/** 半年 as half a year, 几个 as two to nine of them; null for 过半, 几乎 and the like. */
export function readVague(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (text.charAt(at) === '半') {
    const half = readHalf(place);
    if (half !== null) return half;
    halves.lastIndex = at;
    if (notHalf.test(text.slice(Math.max(0, at - 2), at)) || !halves.test(text)) return null;
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

/** What a share of a half is led to by: 占比过半, 超半数. */
const shareBefore = /[占比率重例数均达]$/;
const halfWords = /^(?:[，。、；;,）)]|的|以[上下]|$)/;

/** 半数以上, 过半数, 占比过半, 近半: a half of a whole. */
function readHalf({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  const isNumber = text.charAt(at + 1) === '数';
  const end = at + (isNumber ? 2 : 1);
  const before = boundBefore(text, at, floor, { round: false, amount: true });
  const isShare =
    before !== null &&
    shareBefore.test(text.charAt(before.start - 1)) &&
    halfWords.test(text.slice(end, end + 2));
  if (!isNumber && !isShare) return null;
  const after = boundAfter(text, end, true);
  const qualifier = (before ?? after)?.qualifier ?? 'EXACT';
  const half = {
    value: 0.5,
    ...limits(qualifier, 0.5, null, 0),
    qualifier,
    unit: '',
    perHead: false,
    change: null,
    number: { start: at, end },
  };
  const found = foundNumeral('QUANTITY', before?.start ?? at, after?.end ?? end);
  return { ...found, quantity: half };
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

/** What one formal figure of a contract counts: 贰个月, 叁份. */
const loneUnit = /^(?:个(?:月|工作日|季度|日)|份|年(?![月日])|天(?!津)|元|次|万元|亿元|倍)/;

/** 壹万贰仟元: formal figures (大写), where they spell a sum or one of them stands before a unit of a contract. */
export function readFormal(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  if (classAt(text, at) !== characterClass.FORMAL) return null;
  if (isWord(text, at)) return null;
  const number = readNumber(text, at);
  const isSum =
    !number.malformed &&
    !number.sequence &&
    number.end - number.start >= 2 &&
    /[拾佰仟]/.test(text.slice(number.start, number.end));
  const isLone =
    !number.malformed &&
    number.end === at + 1 &&
    number.value < 10 &&
    loneUnit.test(text.slice(number.end, number.end + 4));
  // 贰万元, 柒亿余元: with the scale behind it a digit is a number where something is counted.
  const isScaled =
    !number.malformed &&
    /[万亿萬億]/.test(text.slice(number.start + 1, number.end + 1)) &&
    (readUnit(text, number.moreEnd) !== '' || text.charAt(number.moreEnd) === '整');
  return isSum || isLone || isScaled ? readQuantity(place) : null;
}

/** 队伍, 大陆, 收拾 and their like are no figures; 伍 of 收入伍万元 is one. */
function isWord(text: string, at: number): boolean {
  return /(?:队伍|行伍|退伍|大陆|登陆|着陆|内陆|收拾|(?<![收投转存计])入伍)$/.test(
    text.slice(Math.max(0, at - 2), at + 1),
  );
}

/** 万 behind a formal digit that was not read with it: never ten thousand by itself. */
export const isTornOff = (text: string, at: number): boolean =>
  classAt(text, at - 1) === characterClass.FORMAL && !isWord(text, at - 1);

const ofTwenty = /[廿卅][一二三四五六七八九]?/y;

/** 廿八亩, 卅余户: twenty and thirty in one character. */
export function readTwenty(place: NumeralPlace): FoundNumeral | null {
  const { text, at } = place;
  const end = matchEnd(ofTwenty, text, at);
  if (end <= at || /^里(?!路|地|长)/.test(text.slice(end, end + 2))) return null;
  if (/[日号]/.test(text.charAt(end))) return foundNumeral('DATE', at, end + 1);
  return readQuantity(place) ?? (end > at + 1 ? foundNumeral('UNKNOWN', at, end) : null);
}
