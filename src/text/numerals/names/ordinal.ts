import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { isArabicDigit, isHan } from '../numeral-character.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import type { WrittenNumber } from '../numbers/written-number.ts';
import { readUnit } from '../quantities/unit.ts';

/** What follows 第一 and its like to make one name. */
const named =
  /^(?:个五年(?:规划|计划)|责任人|书记|时间|线|方阵|方|梯队|要务|议题|资源|动力|生产力|产业|把手|章|[一二三四五六七]中全会)/;
/** 第三十八条之一 of a law. */
const insertedArticle = /之[一二三四五六七八九十](?![般致切致些])/y;
const sectorList = /[一二三](?:、[一二三])+产业/y;
const attached =
  /(?:附件|附表|附录|附图|附注|专栏|公式|案例|示例|(?:^|[^代报年地发列填仪手钟外图样格出制计填申登量调总略地])图|(?:^|[^代发仪手钟外图填申登调总报量电水气汇列下上])表)[:：]?[ \u3000]?$/;
/** 图3-1, 表2.4. */
const parts = /(?:[-—–.．]\d{1,3})+/y;
/** 3.1节, 4.2.1条: no classifier of law counts by tenths. */
const section = /\d{1,2}(?:\.\d{1,2}){1,3}[节条章款目](?![目例件款数])/y;
/** Marks of notes: ［20］, [3-5], 〔12〕, 【7】. */
const note = /\d{1,3}(?:[-—–~～,，、]\d{1,3})*[\])］】〕}｝⟩]/y;

/** 第三批, 第一责任人, 第八个五年规划, and 第一季度 as the date that it is. */
export function readNumbered({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  const start = at - 1;
  if (start < floor || text.charAt(start) !== '第') return null;
  const sectors = matchEnd(sectorList, text, at);
  if (sectors > at) return foundNumeral('ORDINAL', start, sectors);
  const number = readNumber(text, at);
  if (number.malformed || number.top !== null) return foundNumeral('UNKNOWN', start, number.end);
  const listed = matchEnd(further, text, number.end);
  if (listed > number.end) {
    return foundNumeral('ORDINAL', start, listed + readUnit(text, listed).length);
  }
  const season = text.startsWith('季度', number.end);
  if (season) return foundNumeral('DATE', start, number.end + 2);
  const name = named.exec(text.slice(number.end, number.end + 6))?.[0].length ?? 0;
  const unit = readUnit(text, number.end).length;
  const inserted =
    text.charAt(number.end) === '条' ? matchEnd(insertedArticle, text, number.end + 1) : -1;
  if (inserted > 0) return foundNumeral('ORDINAL', start, inserted);
  const own = unit === 0 && /[号章名]/.test(text.charAt(number.end)) ? 1 : 0;
  return foundNumeral('ORDINAL', start, number.end + Math.max(name, unit, own));
}

/** 第1-3名, 第五、六项: more numbers of the same row. */
const further =
  /(?:[-—–~～至到、](?:\d{1,3}|[一二三四五六七八九十百]{1,4}))+(?=[单位条款项次名位批届期章节类级种个])/y;

/** What stands behind or before the number of a point, a note or a figure. */
const pointBehind = characterSet('、.．)）〕】]］}｝⟩是要则');
const pointBefore = characterSet('[［【〔{｛⟨(（其件表录图注栏式例%％‰:： \u3000');

/** (一), 一、 and 1. at the head of a line; 一是, 二要, 其一 inside a paragraph. */
export function readPoint({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  if (!pointBehind.within(text, at + 1, 4) && !pointBefore.at(text, at - 1)) {
    return null;
  }
  const sectionEnd = matchEnd(section, text, at);
  if (sectionEnd > at) return foundNumeral('ORDINAL', at, sectionEnd);
  const number = readNumber(text, at);
  if (number.malformed || !(number.value <= 999) || number.top !== null || number.bare) return null;
  const before = at - 1 >= floor ? text.charAt(at - 1) : '';
  if (isClosedMark(text, at, number)) return foundNumeral('ORDINAL', at, number.end + 1);
  const noteEnd = /[[［【〔{｛⟨]/.test(before) ? matchEnd(note, text, at) : -1;
  if (noteEnd > at) return foundNumeral('ORDINAL', at - 1, noteEnd);
  const next = text.charAt(number.end);
  // 22.10%1。: the mark of a note, whose raised place was lost.
  const isRaised = /[%％‰]/.test(text.charAt(at - 1)) && /[。，；、\n]|^$/.test(next);
  if (isRaised && number.script === 'ARABIC') return foundNumeral('ORDINAL', at, number.end);
  if (/[(（〔【]/.test(before) && /[)）〕】]/.test(next)) {
    return foundNumeral('ORDINAL', at - 1, number.end + 1);
  }
  if (before === '其' && text.charAt(number.end) !== '中')
    return foundNumeral('ORDINAL', at - 1, number.end);
  if (
    number.script === 'ARABIC' &&
    attached.test(text.slice(Math.max(0, at - 4), at)) &&
    readUnit(text, number.end) === ''
  ) {
    return foundNumeral('ORDINAL', at, Math.max(number.end, matchEnd(parts, text, number.end)));
  }
  const fresh = startsClause(text, at);
  if (
    fresh === 'LINE' ? isHeading(text, number.end, number.script) : isItem(text, number, before)
  ) {
    return foundNumeral('ORDINAL', at, number.end + 1);
  }
  const isPoint = number.script === 'CHINESE' && opensPoint(next, number.value, fresh !== 'NONE');
  return isPoint ? foundNumeral('ORDINAL', at, number.end + 1) : null;
}

/** 3.6月底前, 2.2024年: the number of an item that begins with a date. */
const datedItem = /\d{1,2}[.．](?=(?:19|20)\d\d年|(?:1[0-2]|[1-9])月)/y;

/** The number of an item before a date, at the head of a line or behind a mark that ends a sentence; else null. */
export function readDatedItem({ text, at }: NumeralPlace): FoundNumeral | null {
  const end = matchEnd(datedItem, text, at);
  if (end <= at) return null;
  const isHead = startsClause(text, at) === 'LINE' || /[：:；;]/.test(text.charAt(at - 1));
  return isHead ? foundNumeral('ORDINAL', at, end) : null;
}

/** 1）支持企业；2）减免租金: a mark whose bracket only closes; in （男3，女4） it was opened before. */
function isClosedMark(text: string, at: number, { end, script, value }: WrittenNumber): boolean {
  if (script !== 'ARABIC' || value > 50 || !/[)）]/.test(text.charAt(end))) return false;
  if (!/[，。；：、;:)）\s]|^$/.test(text.charAt(at - 1))) return false;
  for (let back = at - 1; back >= Math.max(0, at - 60); back -= 1) {
    if (/[(（]/.test(text.charAt(back))) return false;
    if (/[)）\n]/.test(text.charAt(back))) return true;
  }
  return true;
}

/** Whether 是, 要 or 则 behind a number makes it that of a point. */
const opensPoint = (next: string, value: number, beginsClause: boolean) =>
  next === '是' ? beginsClause || value <= 20 : beginsClause && (next === '要' || next === '则');

/** 以下实事：1.新建站30个；2.为学生接种; 安排：一、聚焦中心: an item of a row, by the mark behind its number. */
const isItem = (text: string, { end, script, value }: WrittenNumber, before: string): boolean =>
  value < 100 &&
  /[：:；;。]/.test(before) &&
  (script === 'ARABIC'
    ? /^[.．][\u4e00-\u9fff“《]/.test(text.slice(end, end + 2))
    : /^、(?![一二三四五六七八九十])[\u4e00-\u9fff“《]/.test(text.slice(end, end + 2)));

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
