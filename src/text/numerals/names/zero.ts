import { classAt, isArabicDigit, isHan } from '../numeral-character.ts';
import { readQuantity } from '../quantities/quantity.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

/** What leads to a level: 降至零, 败诉率为零, 保持零. */
const levelBefore = /(?:[至到为成是达于近]|等于|保持|控制在|基本|仍|均|约)$/;
/** What ends the words that a level is told in. */
const closes =
  /^(?:[，。；、：！？,.;:!?\s)）”」]|以[上下]|或|及|和|且|并|的(?:[，。；]|目标|水平|地区|县|市|记录|成绩)|$)/;
/** 零下, and what a clock shows. */
const hour = /^零[时点](?![期代限间候段效容击])/;

/**
 * 零 that no other numeral character goes on with: a quantity where it is the level that words lead to, or where a unit
 * follows (零件 is none); a part of a word in 零上访, 零事故.
 */
export function readZero(place: NumeralPlace): FoundNumeral | null {
  const { text, at, floor } = place;
  if (text.charAt(at) !== '零') return null;
  // 社零5969亿: a word that a figure follows.
  if (isArabicDigit(text, at + 1))
    return isHan(text, at - 1) ? foundNumeral('IDIOM', at, at + 1) : null;
  if (classAt(text, at + 1) > 0) return null;
  if (hour.test(text.slice(at, at + 3))) return foundNumeral('DATE', at, at + 2);
  const rest = text.slice(at + 1, at + 5);
  const isLevel = levelBefore.test(text.slice(Math.max(floor, at - 3), at));
  if (isLevel && closes.test(rest)) return readQuantity(place, true);
  if (readUnit(text, at + 1) !== '') return null;
  return foundNumeral(isHan(text, at + 1) ? 'IDIOM' : 'UNKNOWN', at, at + 1);
}
