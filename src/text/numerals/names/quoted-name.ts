import { passDigits } from '../numbers/arabic-number.ts';
import { classAt, isArabicDigit, isHan } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

const longestName = 12;
/** What makes a quoted name that of a deed or a thing and no slogan. */
const properName =
  /(?:工程|行动|计划|规划|活动|品牌|平台|专项|基地|模式|项目|奖|圈|战役|会战|方案|清单|地图|课堂|讲堂|热线|系统|小镇|街区|专案|公约|宣言|基金|联盟|论坛|走廊|广场|公园|小区|学校|中心|站|室|馆|园|区|路|网|号|榜|杯)$/;

/**
 * A short name in quotation marks, between its own marks and commas: “四个亲自”, “法律七进”. Chinese
 * numerals in it are part of the name; so is one Arabic digit, if words stand beside it (“3个清单”).
 * A figure or a date in quotation marks stays one.
 */
export function readQuotedName({ text, at, floor, quotation }: NumeralPlace): FoundNumeral | null {
  if (quotation === null) return null;
  let start = at;
  while (start > Math.max(floor, quotation.start) && !isSeparator(text, start - 1)) start -= 1;
  let end = at;
  while (end < quotation.end && end - start <= longestName && !isSeparator(text, end)) end += 1;
  if (end - start > longestName || end - start < 2) return null;
  const name = text.slice(start, end);
  if (isCase(text, { at, start, end })) return foundNumeral('TITLE', start, end);
  if (
    /[百千]分之|^第|[%％‰]|[\d〇零一二三四五六七八九十]年|\d{2}|\d\.\d|\d(?:[项件次元亩万亿人天周岁米]|小时|分钟|公里|个月)/.test(
      name,
    )
  )
    return null;
  if (isArabicDigit(text, at) && !hasWord(name)) return null;
  return foundNumeral(properName.test(name) ? 'TITLE' : 'IDIOM', start, end);
}

/** “901专案”: figures without a unit and a noun, and nothing else between the marks. */
function isCase(
  text: string,
  { at, start, end }: { at: number; start: number; end: number },
): boolean {
  const noun = passDigits(text, at);
  if (start !== at || noun === at || noun === end || readUnit(text, noun) !== '') return false;
  for (let next = noun; next < end; next += 1)
    if (!isHan(text, next) || classAt(text, next) > 0) return false;
  return !/[年月日时]/.test(text.charAt(noun));
}

function isSeparator(text: string, at: number): boolean {
  return /[、,，;；。:：·\s\n“”‘’"]/.test(text.charAt(at));
}

function hasWord(name: string): boolean {
  let words = 0;
  for (let at = 0; at < name.length; at += 1) {
    if (isHan(name, at) && classAt(name, at) === 0) words += 1;
  }
  return words >= 2;
}
