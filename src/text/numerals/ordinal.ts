import { isArabicDigit, isHan } from './numeral-character.ts';
import { readNumber } from './number-reader.ts';
import { foundNumeral } from './span.ts';
import type { FoundNumeral, NumeralPlace } from './span.ts';
import { readUnit } from './unit.ts';

/** What follows 第一 and its like to make one name. */
const named =
  /^(?:个五年(?:规划|计划)|责任人|书记|时间|线|方阵|方|梯队|要务|议题|资源|动力|生产力|产业|把手|章|[一二三四五六七]中全会)/;
const fiveYears =
  /(?:十[一二三四五六]?|[一二三四五六七八九])五(?=[”"’'」]|规划|计划|时期|期间|末|初|开局|普法|收官|以来|发展|”)/y;
const congress =
  /(?:(?:十[一二三四五六七八九]|二十[一二三]?)(?:届[一二三四五六七]中全会|大(?![类项个批幅力型量])|届(?![次]))|[一二三四五六七]中全会)/y;
const grades =
  /[特一二三四](?:等[奖功品次]|级(?!联动|网络|书记))|[一二三四五六七八九]年级|[一二三四]期(?=工程|项目|建设|改造|规划)/y;
const session =
  /(?:十[一二三四五六七八九]|二十[一二三]?|[一二三四五六七八九十])届(?=[一-龥]{0,12}?[一二三四五六七八九十]次)/y;
const meeting =
  /[一二三四五六七]中(?=[、和及])|[一二三四五六七八九十]{1,3}次(?=(?:全体|常务|执行)?会议|全会)/y;
const sectorList = /[一二三](?:、[一二三])+产业/y;
const attached = /(?:附件|附表|附录|专栏)[ \u3000]?$/;
const levels = /[中省市州盟县区旗乡镇街村组国家央][、]?[中省市州盟县区旗乡镇街村组国家央）)]$/;

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** 第三批, 第一责任人, 第八个五年规划, and 第一季度 as the date that it is. */
export function readNumbered({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  const start = at - 1;
  if (start < floor || text.charAt(start) !== '第') return null;
  const sectors = matchEnd(sectorList, text, at);
  if (sectors > at) return foundNumeral('ORDINAL', start, sectors);
  const number = readNumber(text, at);
  if (number.malformed || number.top !== null) return foundNumeral('UNKNOWN', start, number.end);
  const season = text.startsWith('季度', number.end);
  if (season) return foundNumeral('DATE', start, number.end + 2);
  const name = named.exec(text.slice(number.end, number.end + 6))?.[0].length ?? 0;
  const unit = readUnit(text, number.end).length;
  const own = unit === 0 && /[号章名]/.test(text.charAt(number.end)) ? 1 : 0;
  return foundNumeral('ORDINAL', start, number.end + Math.max(name, unit, own));
}

/** (一), 一、 and 1. at the head of a line; 一是, 二要, 其一 inside a paragraph. */
export function readPoint({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  const number = readNumber(text, at);
  if (number.malformed || !(number.value <= 99) || number.top !== null || number.bare) return null;
  const before = at - 1 >= floor ? text.charAt(at - 1) : '';
  const next = text.charAt(number.end);
  if (/[(（〔【]/.test(before) && /[)）〕】]/.test(next)) {
    return foundNumeral('ORDINAL', at - 1, number.end + 1);
  }
  if (before === '其' && text.charAt(number.end) !== '中')
    return foundNumeral('ORDINAL', at - 1, number.end);
  if (number.script === 'ARABIC' && attached.test(text.slice(Math.max(0, at - 3), at))) {
    return foundNumeral('ORDINAL', at, number.end);
  }
  const fresh = startsClause(text, at);
  if (fresh === 'LINE' && isHeading(text, number.end, number.script)) {
    return foundNumeral('ORDINAL', at, number.end + 1);
  }
  const isPoint = number.script === 'CHINESE' && opensPoint(next, number.value, fresh !== 'NONE');
  return isPoint ? foundNumeral('ORDINAL', at, number.end + 1) : null;
}

/** Whether 是, 要 or 则 behind a number makes it that of a point. */
const opensPoint = (next: string, value: number, beginsClause: boolean) =>
  next === '是' ? beginsClause || value <= 20 : beginsClause && (next === '要' || next === '则');

/** 四、2024年 is a heading; 3.5 and 3、4月 at the head of a line are figures. */
function isHeading(text: string, at: number, script: 'ARABIC' | 'CHINESE'): boolean {
  if (script === 'CHINESE' && text.charAt(at) === '、') return true;
  return /[、.．)）]/.test(text.charAt(at)) && !isArabicDigit(text, at + 1);
}

/** Whether a line or a clause begins here, spaces apart. */
function startsClause(text: string, at: number): 'LINE' | 'CLAUSE' | 'NONE' {
  let before = at - 1;
  while (before >= at - 8 && /[ \t\u3000\u00a0]/.test(text.charAt(before))) before -= 1;
  if (before < 0 || /[\n\r。]/.test(text.charAt(before))) return 'LINE';
  return isHan(text, before) || isArabicDigit(text, before) ? 'NONE' : 'CLAUSE';
}

/** Plans, congresses, sessions, prizes and grades: 十四五, 二十大, 一等奖, 三年级. */
export function readRank({ text, at, previous }: NumeralPlace): FoundNumeral | null {
  for (const pattern of [fiveYears, congress, session]) {
    const end = matchEnd(pattern, text, at);
    if (end > at) return foundNumeral('ORDINAL', at, end);
  }
  const near = previous?.kind === 'ORDINAL' && at - previous.end <= 16;
  const meetingEnd = near ? matchEnd(meeting, text, at) : -1;
  if (meetingEnd > at) return foundNumeral('ORDINAL', at, meetingEnd);
  const end = matchEnd(grades, text, at);
  if (end <= at) return null;
  // 省市县三级 counts the levels that stand before it; 三级医院 ranks.
  const isCount = text.charAt(at + 1) === '级' && levels.test(text.slice(Math.max(0, at - 4), at));
  return isCount ? null : foundNumeral('ORDINAL', at, end);
}
