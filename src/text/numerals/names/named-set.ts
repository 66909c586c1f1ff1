import { clauseBefore, counted } from './article.ts';
import { abstractNouns } from '../lists/abstract-nouns.ts';
import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { isHan, valueAt } from '../numeral-character.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

const setNumber = /^(?:[两二三四五六七八九十]|十[一二三四五六七八九])$/;
const nouns = new RegExp(`^[\\u4e00-\\u9fff“]{0,5}?(?:${abstractNouns.join('|')})`);
const peoples = /[两二三四五六七八九十](?:国|党|军|岸|会|地|制)(?![有家内际产道块])/y;
const rangeOfTen = /每(?:[一十百千万亿]+)$/;
/** 沪苏浙皖三省一市: members that were named before. */
/** 每10万人: of so many people. */
const perFigure = /(?:10{2,6}|10{0,2}[百千万亿])(?=[人名户车])/y;
const places = /[一二两三四五六七八九十][省市县区州盟旗](?![级直委政域长场民内外有])/y;
const followed = /^.{2}[一二两三四五六七八九十][省市县区州盟旗乡镇]/;
const perScale = /(?:[十百千]?[万亿]|[百千])(?=[人名户元个常城农居新在平公亩吨件])/y;
/** 亿元地区生产总值, 万车死亡人数, 万人发明专利拥有量, 万人律师比达: what a rate is taken of. */
const base =
  /(?:[十百千]?[万亿]|[百千])(?:元|吨|车|人|户|名|人口|吨公里)(?=地区生产|GDP|生产总值|工业|产值|营业收入|主营|收入|死亡|火灾|发明|拥有|病床|床位|医[师护生]|护士|能耗|水耗|用水|用电|电耗|排放|投诉|刑事|治安|警情|成本|利润率?|资产|口?的?发明|[\u4e00-\u9fff]{1,6}(?:率|比|拥有量)(?:[为达是约仅]|[降升提控保][到至低高升]|同比|\d))/y;
/** 这三个方面, 上述两项: the ones that were told before. */
const told = /(?:这|那|上述|前述|此)$/;

/**
 * Numbers that belong to a name: 四项基本原则, 两种资源, 两国, 三省一市; that refer to what was told before:
 * 这三个方面; or that a rate is taken of: 每万人口, 亿元地区生产总值.
 */
export function readNamedSet(place: NumeralPlace): FoundNumeral | null {
  return readBase(place) ?? readMembers(place) ?? readSetByShape(place);
}

/** 每10万人发病率: a rate's base in digits, no amount. */
export function readPerFigure({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  if (text.charAt(at - 1) !== '每' || at - 1 < floor) return null;
  const end = matchEnd(perFigure, text, at);
  return end > at ? foundNumeral('IDIOM', at, end) : null;
}

function readBase({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  if (!(valueAt(text, at) >= 10)) return null;
  if (text.charAt(at - 1) === '每' && at > floor) {
    const scale = matchEnd(perScale, text, at);
    const isScale = scale > at && rangeOfTen.test(text.slice(at - 1, scale));
    if (isScale) return foundNumeral('IDIOM', at, scale);
  }
  const end = matchEnd(base, text, at);
  const isAmount = /[超近过破约上\d几数]/.test(text.charAt(at - 1));
  return end > at && !isAmount ? foundNumeral('IDIOM', at, end) : null;
}

function readMembers({ text, at }: NumeralPlace): FoundNumeral | null {
  const people = matchEnd(peoples, text, at);
  if (people > at) return foundNumeral('IDIOM', at, people);
  const isNamed = isHan(text, at - 1) || followed.test(text.slice(at, at + 4));
  const isCounted = /[辖设共有含括等达]/.test(text.charAt(at - 1));
  const named = isNamed && !isCounted ? matchEnd(places, text, at) : -1;
  return named > at ? foundNumeral('IDIOM', at, named) : null;
}

const setUnit = characterSet('项种个条类重点对层道件');

function readSetByShape({ text, at, floor, previous }: NumeralPlace): FoundNumeral | null {
  if (!setUnit.within(text, at + 1, 3)) return null;
  const number = readNumber(text, at);
  if (number.malformed || number.more !== '' || number.top !== null) return null;
  if (!setNumber.test(text.slice(at, number.end))) return null;
  const unit = text.charAt(number.end);
  const set = foundNumeral('IDIOM', at, number.end + 1);
  const isTold = /[个项种条类点]/.test(unit) && told.test(text.slice(Math.max(floor, at - 2), at));
  if (isTold) return set;
  const isNamed =
    /[项种个条类重点对层道件]/.test(unit) &&
    (unit !== '件' || text.startsWith('大事', number.end + 1)) &&
    readUnit(text, number.end + 1).length < 2 &&
    nouns.test(text.slice(number.end + 1, number.end + 9));
  if (!isNamed) return null;
  // 3个平台、两个中心: one of a row of what is counted.
  const isListed = previous?.quantity != null && at - previous.end <= 6;
  if (isListed && !/[，；。\n]/.test(text.slice(previous.end, at))) return null;
  const before = clauseBefore(text, at, floor, 8);
  const isCounted = counted.test(before) || countedBefore.test(before);
  return isCounted ? null : set;
}

const countedBefore = /(?:约|近|超|余|多|达|至|到|为|有|共|了|由|从|分)$/;
