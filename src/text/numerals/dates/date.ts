import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { matchEnd } from '../../match-end.ts';
import { readUnit } from '../quantities/unit.ts';

const space = '[ \\u3000\\u00a0]{0,2}';
const dash = `${space}(?:[-—–~～－﹣]{1,2}|至|到)${space}`;
const digit = '[0-9０-９]';
const year = `(?:[12１２]${digit}{3}|[一二][〇零一二三四五六七八九]{3})`;
const month = '(?:[1１][0-2０-２]|[0０]?[1-9１-９]|十[一二]?|[一二三四五六七八九])';
const day = `(?:[12１２0０]${digit}|[3３][01０１]|[1-9１-９]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])`;
const sixty = `[0-5０-５]${digit}`;
const hour = `(?:[1１0０]?${digit}|[2２][0-4０-４])`;

const days = `${day}(?:${dash}${day})?${space}(?:日(?![均常益产]|夜(?![间里晚]))|号)`;
const months = `${month}(?:${dash}${month})?${space}月份?(?:${space}${days})?`;
const quarters = `(?:前|第)?[1-4一二三四](?:(?:${dash}|、)[1-4一二三四])?${space}季度`;
const halves = '(?:上|下)半年|全年';
const clock = `(?:[上下]午)?${hour}(?:[:：∶]${sixty}(?:[:：∶]${sixty})?(?!${digit})|${space}时(?![期代限间候段效])(?:${day}分)?|点(?:[半整钟]|${digit}{1,2}分))`;
export const inYear = `(?:${months}|${quarters}|${halves}|前${month}个月)`;
const wholeHour = `(?:${hour}|二?十[一二三四五六七八九]?|[一二三四五六七八九])点(?!${digit})`;
/** 早上8点, 晚十点前, 上午9点至下午5点: an hour of the day, where a word says so; 提出8点意见 counts. */
const dayTime =
  '(?:[早晚]|[早晚]上|上午|中午|午间|下午|傍晚|凌晨|夜间|深夜|清晨|次日|当[天日]|每[天日])';
const dayTimeBefore = new RegExp(`${dayTime}$`);
const hours = new RegExp(`${wholeHour}(?:${dash}${dayTime}?${wholeHour})?`, 'y');
const years = `${year}(?:${dash}${year})?${space}年(?![代级])(?:度(?!假))?`;
const core = `(?:${years}(?:${space}${inYear})?|${inYear}|${year}年代)(?:${space}${clock})?`;
export const periodSuffix =
  '(?:[上中下]旬|[初底末](?![步中级线座心蕴]))?' +
  '(?:以来|以前|以后|之前|之后|期间|至今|同期|前(?![往期列沿来后述瞻提置身景])|' +
  '后(?![续期备勤方])|起(?![草诉步伏来点飞到])|间(?![隔接])|内(?![蒙部外容地需涝心]))?';
const anchor = '(?:截[至止]到?)';
const dated = `${core}${periodSuffix}(?:${dash}${core}${periodSuffix})?`;
const named =
  '(?:近(?:几|些)?年来?|这(?:几|些)年来?|近[日期](?!点|限)|(?:今|去|明|前|上一?|本|当)年(?![级纪龄轻])度?|' +
  '全年(?!龄)|[上下]半年|年[初末底](?![步中级线座心蕴])|年内(?![蒙部外容心])|[本上当]月|月底|[本上]季度)';
const relative = `${anchor}?${named}(?:${space}${inYear})?${periodSuffix}(?:${dash}${core}${periodSuffix})?`;
const present = '截[至止]到?(?:目前|当前|现在|今日|今天)';

const numeric = new RegExp(dated, 'y');
const bareYears = new RegExp(`((?:19|20)\\d\\d)${dash}((?:19|20)\\d\\d)(?![0-9.%])`, 'y');
const written = /[12]\d{3}([-/.])(?:0?[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/y;
const centuries =
  /(?:[12]?\d|[一二]?十[一二三四五六七八九]?)世纪(?:[一二三四五六七八九]十年代|[1-9]0年代)?(?:[初末]|中期|中叶|以来)?/y;
const decades = /(?:[1-9]0|[二三四五六七八九]十|[五六七八]?[六七八九]十)年代(?:[初末]|中期|以来)?/y;
/** 延长三十日, 不超过30日: amounts of time, though a day is written alike. */
const lasting =
  /(?:延长|缩短|推迟|提前|顺延|期限为?|为期|满|达|不少于|不超过|不得超过|最长|最多|超过|逾期|历时|公示|拘留|停业|整治|整顿|停产|限期|至少|累计|合计|不足|增加|减少|各|近|约|共|用时|起|开工|召开|举行|届满|到期|开标|开庭|截止|会前)$/;
/** 30日内 and 30日以内 are amounts of time. */
const lone = new RegExp(
  `${days}(?!以[内上下]|之内|内|届满|期满|左右|拘留|的?(?:期限|时间|公示期))${periodSuffix}`,
  'y',
);
const times = new RegExp(`${clock}(?:${dash}${clock})?`, 'y');
const feasts = /(?:1[0-2]|[1-9])[·•・‧](?:[12]\d|3[01]|[1-9])(?![\d%％‰]|[万亿]|个百分点)/y;
/** 4.15全民国家安全教育日: a day written like a decimal. */
const dayNames =
  /(?:1[0-2]|[1-9])\.(?:[12]\d|3[01]|[1-9])(?=[”"]?(?:国际|国家(?!级)|全国|全民|世界|中国|宪法|消费|禁毒|消防|普法|宣传日|防灾|知识产权|民族团结|植树|税收|信用|地震|特大|洪|暴雨|矿难|事故|专案|重要讲话|护士|教师|记者))/y;
const periods = new RegExp(`${present}|${anchor}${dated}|${relative}`, 'y');

/** A date, a stretch of dates or a time of day that starts with the numeral at hand. */
export function readDate({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  for (const pattern of [numeric, written, centuries, decades, times, feasts, dayNames]) {
    const end = matchEnd(pattern, text, at);
    if (end <= at) continue;
    // 前三季度 is nine months and no third quarter.
    const isFirst =
      at > floor && text.charAt(at - 1) === '前' && /^.季度/.test(text.slice(at, end));
    return foundNumeral('DATE', isFirst ? at - 1 : at, end);
  }
  const hourEnd = matchEnd(hours, text, at);
  if (hourEnd > at && dayTimeBefore.test(text.slice(Math.max(floor, at - 2), at))) {
    return foundNumeral('DATE', at, hourEnd);
  }
  const end = matchEnd(lone, text, at);
  if (end > at && !text.slice(at, end).includes('号') && !isLasting(text, at, { floor, end })) {
    return foundNumeral('DATE', at, end);
  }
  bareYears.lastIndex = at;
  const range = bareYears.exec(text);
  const isYears = range !== null && readUnit(text, bareYears.lastIndex) === '';
  return isYears && Number(range[1]) < Number(range[2])
    ? foundNumeral('DATE', at, bareYears.lastIndex)
    : null;
}

function isLasting(
  text: string,
  at: number,
  { floor, end }: { floor: number; end: number },
): boolean {
  const before = text.charAt(at - 1);
  if (/[每期续]/.test(before) || lasting.test(text.slice(Math.max(floor, at - 4), at))) return true;
  // No sentence ends with a day alone, unless it says until when.
  return /[。；]/.test(text.charAt(end)) && !/[至到于在月日，。、（(]/.test(before) && at > floor;
}

/** Words that state a window without a figure (上半年, 今年以来, 截至目前), or 截至 with a date. */
export function readPeriod(text: string, at: number): FoundNumeral | null {
  if (
    /[青少老成中壮同童百千多几半前后次整每来]/.test(text.charAt(at - 1)) &&
    text.charAt(at) === '年'
  ) {
    return null;
  }
  if (/[最附邻临靠亲远贴就]/.test(text.charAt(at - 1)) && text.charAt(at) === '近') return null;
  const end = matchEnd(periods, text, at);
  return end > at ? foundNumeral('DATE', at, end) : null;
}
