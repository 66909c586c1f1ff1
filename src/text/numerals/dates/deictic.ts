import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { readNumber } from '../numbers/number-reader.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';

/** Stretches of time that are told from where the text stands and count nothing. */

const windowBefore = /(?:最近|刚刚过去的|过去的?|未来|今后|此前|近|这|前|后|头|上|下)$/;
const lasting =
  /(?:历时|用时|耗时|长达|为期|将近|接近|从前|以后|之后|此后|提前|推后|延后|滞后|连续|用|持续)近?$/;
const stretchUnit = /^(?:年|个月|天|周|个星期|个季度|日|个年头|周年)$/;
const told =
  /(?:的|关键|重要|性|奋斗|奋进|丰收|收获|开局|收官|决胜|攻坚|难忘|一|这|那|整整|又|新|首|另)$/;
const counting =
  /(?:为期的?|历时的?|不少于的?|超过的?|有期徒刑|拘役|管制|禁业|禁渔|保修|任期|保存|有效期|期限|至少|满|工龄|党龄|长达|缓刑|剥夺政治权利)[^，。；]{0,4}$/;
/** 民法典实施三周年之际, 建党一百周年: which anniversary it is, and no amount. */
const anniversaryBefore =
  /(?:成立|实施|施行|颁布|公布|建[党军国校县市]|[建设]立|诞辰|逝世|创[建办]|胜利|开放|恢复|纪念|签[订署]|回归|通车|入世|发表|解放|庆祝|喜迎)[^，。；满近超逾]{0,2}$/;
const anniversaryBehind = /^(?:之际|纪念|华诞|庆|大庆|座谈|大会|活动|主题)/;
/** 光绪二十六年, 民国三年. */
const eras =
  /(?:洪武|永乐|万历|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|民国|贞观|开元|明治|大正|昭和|平成|令和)$/;
const toldBehind = /^(?:来|间(?![隔断])|里(?!程)|中(?![心期央等小])|之间)/;
const opensClause = /(?:^|[，。；：、！？\n“（(\s])$/;
const sumBehind = /^(?:累计|合计|共|总计|新增|，|间|时间里)/;
const wholeYear = /^一年(?=[，,]|来|里|中|间|间)/;
/** 上一季度, 下一年度, 前一个月: the period beside the present one. */
const beside = /一(?:个)?(?:年度?(?!级)|季度?|月|周|星期|学年|学期|财年|个月|日|天|阶段|时期|届)/y;
const months =
  /(?:[一二两三四五六七八九十]|十[一二]|1[0-2]|[1-9])个?月(?!份|底|初|末|\d|[一二三四五六七八九十]+[日号]|[上中下]旬)/y;

const besideBefore = characterSet('上下前后近头这次');

/** 上一季度, 近三月, 头两个月: a period whose first word stands before its numeral. */
export function readBeside({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  if (at - 1 < floor) return null;
  if (!besideBefore.at(text, at - 1)) return null;
  const before = text.charAt(at - 1);
  const lead = text.slice(Math.max(floor, at - 2), at);
  if (
    /(?:[以之目提日此靠附最临邻]前|[以之今先最]后|[以之]上|[以之]下|[附最临邻靠]近)$/.test(lead) &&
    lead !== '最近'
  )
    return null;
  const isOne =
    text.charAt(at) === '一' && /(?:[上下前后这]|(?<![每一二两三几多首再再初屡])次)$/.test(lead);
  const end = isOne ? matchEnd(beside, text, at) : -1;
  const start = lead === '最近' ? at - 2 : at - 1;
  if (end > at) return foundNumeral('DATE', at - 1, end);
  const monthsEnd = /[近头前]/.test(before) ? matchEnd(months, text, at) : -1;
  return monthsEnd > at ? foundNumeral('DATE', start, monthsEnd) : null;
}

/** 近三年, 过去五年, 十年来, 不平凡的五年: a span of time that states a window and not an amount. */
export function readWindow(
  { text, floor }: NumeralPlace,
  quantity: FoundNumeral,
): FoundNumeral | null {
  const { unit = '', qualifier } = quantity.quantity ?? {};
  if (!stretchUnit.test(unit)) return null;
  const hasBefore = text.charAt(quantity.start) === '近';
  const lead = text.slice(Math.max(floor, quantity.start - 6), quantity.start);
  const rest = text.slice(quantity.end, quantity.end + 4);
  const tail = /^(?:以来|来(?![自到源访]))/.exec(rest);
  const word = hasBefore ? /最$/.exec(lead) : windowBefore.exec(lead);
  const isLasting = hasBefore ? lasting.test(`${lead}近`) || unit === '天' : lasting.test(lead);
  if (!isLasting && !/[以之]上$/.test(lead) && (hasBefore || word !== null || tail !== null)) {
    const start = quantity.start - (word?.[0].length ?? 0);
    return foundNumeral('DATE', start, quantity.end + (tail?.[0].length ?? 0));
  }
  const isAnniversary =
    unit === '周年' && (anniversaryBefore.test(lead) || anniversaryBehind.test(rest));
  if (isAnniversary) return foundNumeral('DATE', quantity.start, quantity.end);
  return qualifier === 'EXACT' && isTold(text, quantity, { lead, rest, floor })
    ? foundNumeral('DATE', quantity.start, quantity.end)
    : null;
}

/** Whether the words around tell which years are meant, so that their number counts nothing. */
function isTold(
  text: string,
  { start, end, quantity }: FoundNumeral,
  { lead, rest, floor }: { lead: string; rest: string; floor: number },
): boolean {
  if (!/年/.test(quantity?.unit ?? '')) return false;
  if (eras.test(lead)) return true;
  const clause = text.slice(Math.max(floor, start - 12), start);
  if (counting.test(clause) || /^(?:以[上下内后]|[期有之]|时间|左右|多)/.test(rest)) return false;
  if (toldBehind.test(rest) || /^[前后](?=[，、的,])/.test(rest)) return true;
  if (told.test(lead) && !/[每第共满]$/.test(lead)) return true;
  if (!opensClause.test(lead) && start > floor) return false;
  if (start === floor && start > 0 && !/[，。；：、！？\n“（(\s]/.test(text.charAt(start - 1)))
    return false;
  if (wholeYear.test(text.slice(start, end + 1))) return true;
  return sumBehind.test(rest) && readNumber(text, start).value > 1;
}
