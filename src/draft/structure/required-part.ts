import type { RequiredPart } from '../../vocabulary.ts';

/**
 * Words of headings by which texts of the genre name the five parts that are required of a statutory report
 * (《法治政府建设与责任落实督察工作规定》), in the order in which they decide.
 */
const headings: readonly (readonly [RequiredPart, RegExp])[] = [
  ['LEADERS_DUTY', /第一责任人|主要负责人.{0,12}(?:履行|履职|法治建设)|主要负责同志.{0,8}履/],
  ['OTHER', /^其[他它].{0,4}(?:报告|说明|情况|事项|工作)|其[他它]需要(?:报告|说明)/],
  [
    'SHORTCOMINGS',
    /(?:存在|面临|主要).{0,8}(?:不足|问题|短板|困难|差距|薄弱)|不足(?:和|与|及|之处|$)|(?:问题|短板|差距|不足)(?:和|与|及)(?:原因|不足|困难|问题|短板)|^(?:主要)?(?:问题|困难|不足)|薄弱环节$/,
  ],
  [
    'PLAN',
    /下一?(?:步|阶段|年)|下步|明年|今后|未来.{0,3}年|(?:工作|主要|重点|总体|任务|初步)?(?:打算|安排|计划|思路|设想|展望)$|(?:总体要求|奋斗目标|预期目标|主要目标|主要任务|重点任务)|^(?:保障措施|组织保障|组织实施|实施步骤|工作要求|任务分工|(?:工作|总体|发展)目标)|预算(?:安排|草案)|20\d\d年(?:度)?.{0,14}(?:工作安排|工作打算|工作计划|工作思路|总体要求|草案)/,
  ],
  [
    'RESULTS',
    /(?:举措|做法|措施)(?:和|与|及)?成效|主要(?:举措|做法|成效|措施|成绩)|工作(?:开展|进展|推进|完成)?情况|工作(?:回顾|成效|总结|成绩)|(?:建设|完成|落实|推进|执行|实施)情况|(?:过去|一年来|五年来|20\d\d年).{0,10}(?:回顾|总结|工作$)/,
  ],
];

/** A plan for the year is one of the past year's in a report that ends with another part of it. */
const isPast = /回顾|总结|成效|完成情况|落实情况|执行情况|开展情况|进展情况|工作情况/;

/** 2024年重点工作: the work of a year, done or to be done. */
const workOfYear =
  /(20\d\d)年(?:度)?.{0,14}(工作建议|重点工作|工作重点|工作要点|主要工作$|工作任务|目标任务)/u;

/** The year whose work a heading tells, without saying whether it is done; null where it says no more than others. */
export function yearOfWork(heading: string): { year: number; isMostlyDone: boolean } | null {
  const match = isPast.test(heading) ? null : workOfYear.exec(heading);
  return match && { year: Number(match[1]), isMostlyDone: match[2] === '主要工作' };
}

/** The required part that a heading, without its number, names; null where it names none. */
export function partOfHeading(heading: string): RequiredPart | null {
  for (const [part, words] of headings) {
    if (!words.test(heading)) continue;
    if (part === 'PLAN' && isPast.test(heading) && !/下一?步|下步|明年|打算/.test(heading))
      continue;
    // Whether it is done, the rest of the text decides.
    if (part === 'RESULTS' && yearOfWork(heading)) continue;
    return part;
  }
  return null;
}

/** Sentences that lead to the points of a plan, none of which says so again. */
const leadsToPlan: readonly RegExp[] = [
  /(?:将|要|重点|着力|主要|集中|突出)(?:精力|力量)?(?:抓好|做好|抓实|抓紧|推进|实施|开展|突出|围绕|抓)(?:以下|下列|如下|这|[^，。了]{0,6}(?:个|项)|[^，。了]{0,8}方面)[^，。了]{0,8}(?:工作|任务|方面|重点)?[：]?$/u,
  /^(?:各位.{2,8}，?)?(?:全面|扎实|切实|高质量)?(?:做好|抓好)(?:今年|明年|新一年|新的一年|20\d\d年|下半年|下一?步|当前和今后).{0,24}(?:工作)?(?:，|：|$)/u,
  /(?:今年|明年|20\d\d年|下半年|未来.{1,2}年|规划期)?[^，。]{0,20}(?:预期|奋斗|工作|发展|总体|主要)目标(?:是|为|：)/u,
  /^(?:围绕|对标|实现|完成)(?:上述|以上|这些|全年|今年|既定).{0,8}(?:目标|任务)/u,
  /现(?:将|就)?(?![^，。]*情况)[^，。]{0,24}(?:通告|公告|通知)如下[：]?$/u,
  /^到20\d\d年(?:底|末)?[，,].*(?:以上|左右|以内|力争|确保|不低于|不少于|不超过|基本(?:建成|形成|建立|实现)|达到)/u,
];
/** Words with which such a sentence looks back. */
const looksBack = /一年来|以来|过去|去年|上年|回顾|做了|开展了|抓了|已/u;

const opensPlan =
  /^(?:(?:在)?下一?步(?:工作)?(?:中|，|[，,]?[我县市区局将要]|继续|重点|主要)|下一?阶段|下一年度?|明年|今后|新的一年|20\d\d年[，,](?:我[局县市区委院校们]|全[县市区省院局]|本[局院])?.{0,8}(?:将(?!有关|相关|情况)|要|力争)|接下来|(?:20\d\d年度?|明年|下一?年度?)[^，。：了]{0,12}(?:安排|打算|计划|思路|目标|任务|设想)(?:是|为)?：|(?:改进|整改|下步)(?:的)?(?:措施|情况|工作)?：)/;
/** What is to be done, or was done, against what was told to fall short. */
const answers = /^(?:针对|对于?|围绕)(?:以上|上述|这些|存在的?).{0,12}(?:问题|不足|短板|困难)/u;
const willAnswer =
  /(?<!纳|收)将|要(?!求|素)|拟|下一?步|下阶段|今后|继续|进一步|着力|力争|重点|不少于|不低于|以上|每[年月季周]/u;
const hasAnswered = /[了已]|累计|先后|完成|\d/u;
const lacks = '(?:不足|问题|差距|短板|困难|薄弱|挑战|不够)';
const opensShortcomings = new RegExp(
  `(?:看到|认识到|意识到).{0,40}${lacks}|` +
    `(?:仍然?|还|尚|也|依然|但)(?:是)?(?:存在|面临|有).{0,30}${lacks}|` +
    `(?:^|，)(?:我[县市区局省州院]|全[县市区省]|工作中|法治政府建设(?:工作)?)?(?:也|还|仍|主要)?(?:存在|面临)(?:的|着|一些|以下|诸多|不少|下列|如下){0,2}.{0,6}${lacks}`,
  'u',
);

/** What is known where a sentence stands: the part that is open, and the year up to which all is past; null where nobody knows. */
type OpeningPlace = { readonly part: RequiredPart | null; readonly past: number | null };

/** The part that a paragraph without such a heading opens by its first sentence; null where it opens none. */
export function partOfOpening(
  sentence: string,
  { part, past }: OpeningPlace = { part: null, past: null },
): RequiredPart | null {
  if (answers.test(sentence)) return partOfAnswer(sentence, part);
  if (!isPastYear(sentence, past)) {
    if (opensPlan.test(sentence)) return 'PLAN';
    if (!looksBack.test(sentence) && leadsToPlan.some((lead) => lead.test(sentence))) return 'PLAN';
  }
  if (sentence.length < 110 && opensShortcomings.test(sentence)) return 'SHORTCOMINGS';
  return null;
}

/** 针对上述问题,约谈12次 was done, wherever it stands; 针对上述问题,加强培训 is planned where nothing but shortcomings was told. */
function partOfAnswer(sentence: string, part: RequiredPart | null): RequiredPart | null {
  if (willAnswer.test(sentence)) return 'PLAN';
  if (part !== 'SHORTCOMINGS') return null;
  return hasAnswered.test(sentence) ? 'RESULTS' : 'PLAN';
}

/** 到2023年底, in a report of 2023: what follows is reached. */
function isPastYear(sentence: string, past: number | null): boolean {
  const told = /^到?(20\d\d)年/u.exec(sentence)?.[1];
  return told !== undefined && past !== null && Number(told) <= past;
}
