import { isArabicDigit } from '../numeral-character.ts';
import { matchEnd } from '../../match-end.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

const label = new RegExp(
  '(?:\\d{1,4}(?:\\.\\d{1,2})?|[一二两三五十]{1,3}|半)(?:个小时|小时|分钟|刻钟|公里|微克|秒|天|日|米|里|度)' +
    '(?:[^的了在内达到至完需，。、；：\\s\\d]{0,10}?(?:圈(?!子|定)|生活带|经济带)|[^的了在内达到至完需，。、；：\\s\\d]{0,6}?(?:行动|工程|攻坚战?|品牌|走廊))',
  'y',
);
const aroundTheClock =
  /24小时(?=自助|不打烊|无人|书房|书店|图书馆|值班|值守|在线|热线|便利|智能|应急|服务|政务|开放|营业|全天|巡|线上|“?不)/y;
const average = /(?:1|8|24)小时(?=平均|滑动|均值)/y;
const union = /(?:\d{1,3}|[一二三四五六七八九十]{1,3})国集团/y;
/** 618购物节, 315晚会: days of the year that a number names. */
const feast =
  /(?:618|315|520|1024|110|119|122)(?=[”"]?(?:购物|大促|晚会|年中|打假|宣传日|消防|交通安全日|电商|消费维权))/y;
const decade = /(?<![满达到过])(?:[5-9]0|[0189]5|00|10)后(?![续来期]|\d)/y;
const project =
  /(?:985|211|863|973|111)(?:工程|计划|高校|院校|大学|项目|(?=、(?:985|211)))?(?!\d)/y;

/** Labels that hold a measure: 15分钟社区生活圈, 0.1微克行动, 985工程. */
export function readLabel({ text, at }: NumeralPlace): FoundNumeral | null {
  for (const pattern of [label, aroundTheClock, average, union, feast, project]) {
    const end = matchEnd(pattern, text, at);
    if (end <= at) continue;
    const isBare = end - at === 3 && text.charAt(end) !== '、' && pattern === project;
    if (isBare || (pattern === project && readUnit(text, at + 3) !== '')) continue;
    return foundNumeral('TITLE', at, end);
  }
  const end = matchEnd(decade, text, at);
  return end > at && !isArabicDigit(text, at - 1) ? foundNumeral('IDIOM', at, end) : null;
}
