import { applyChange } from './apply-change.ts';
import { boundBefore } from './bound.ts';
import { readFigure } from './figure.ts';
import { isMeasure } from './unit.ts';
import { readWord } from '../names/idiom.ts';
import { characterSet } from '../character-set.ts';
import { characterClass, classAt, valueAt } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';

/** What two neighbours without a scale count and do not number: 三、四天, and not 二、三类. */
const counted =
  /^(?:个(?:月|多月|工作日|小时|人)?|名|人|次|人次|户|家|件|起|天|年|岁|倍|成|周|小时|分钟|里|公里|元|万元|亿元|位|场|条)$/;

/** Words before a number that leave it one: 每一、两个月. */
const determiner = characterSet('每这那某另');

/** Whether one of two numbers belongs to a word of its own: 逐一、两个责任. */
function isOfWord(place: NumeralPlace, second: number): boolean {
  const { text, at } = place;
  const word = readWord(place);
  if (word !== null && word.start < at && !determiner.at(text, word.start)) return true;
  const next = readWord({ ...place, at: second, floor: second });
  return next !== null && next.end - next.start > 2;
}

/**
 * 五、六万户 and 七、八个月: two neighbours that are a range, with the comma of lists between them that GB/T 15835-2011
 * leaves out. Null for the head of a point, for a longer list, and before what is numbered.
 */
export function readJoinedRange(place: NumeralPlace): FoundNumeral | null {
  const { text, at, floor } = place;
  if (text.charAt(at + 1) !== '、' || classAt(text, at + 2) !== characterClass.DIGIT) return null;
  const low = valueAt(text, at);
  const high = valueAt(text, at + 2);
  if (!(low >= 1 && high === low + 1) || /[第、(（。：:；;\s]|^$/.test(text.charAt(at - 1)))
    return null;
  if (isOfWord(place, at + 2)) return null;
  const { number, unit, end, more } = readFigure(text, at + 2, at + 2);
  const scale = number.value / high;
  const isPlain = !number.malformed && !number.sequence && number.top === null && more === '';
  if (!isPlain || unit === '' || !Number.isInteger(Math.log10(scale))) return null;
  if (/^[级季审期]/.test(text.slice(end, end + 1)) || (scale === 1 && !counted.test(unit)))
    return null;
  const before = boundBefore(text, at, floor, { round: false, amount: scale >= 1000 });
  const result = foundNumeral('QUANTITY', before?.start ?? at, end);
  const quantity: NonNullable<FoundNumeral['quantity']> = {
    value: low * scale,
    minimum: low * scale,
    maximum: high * scale,
    qualifier: 'BETWEEN',
    unit,
    perHead: false,
    change: null,
    number: { start: at, end: number.end },
  };
  const found = { ...result, quantity };
  applyChange(place, found, quantity, isMeasure(unit));
  return found;
}
