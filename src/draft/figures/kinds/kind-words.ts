import { asksOthers } from '../../structure/asks-others.ts';
import { verbAt } from '../words/verbs.ts';

/**
 * Words before a figure that say that it is still to be reached, is short of what it should be, or is true
 * of the place anyway; made from the modal verbs and adverbs of written Chinese (将, 拟, 力争; 仍, 尚).
 */
const aims =
  /力争|(?<!达到?|超[过出]?|完成|[好高低]于|实现)预期(?:增长|目标|值|\d)|预计(?:到|明年|全年)|目标(?:是|为|:)|规划(?=建设|新建|布局|实施)|(?:^|[,;:。]|今年|全年|我们|明年)(?:都|还|也)?要(?![素求件点闻案塞道])|确保(?!了)[^了。;]{0,60}(?:稳定在|保持在|控制在|不低于|不少于)|下一步|下阶段|今后[三五]年|明年(?!初)|来年|拟(?=[建投新引完实开改推培设招聘采购修废])|(?:要|确保|务必|争取|努力)[^,。]{0,24}(?:达到?|实现|控制在|保持在?|稳定在?|不低于|不少于|不超过)[^,。]{0,6}$/;
const already = /已(?!婚)|(?:去|上)年|截至|截止|目前|过去|先后|以来|共有|超额|提前完成/;

/** Whether the words before a figure, from its sentence's beginning, say that it is aimed at. */
export function isAimedAt(before: string): boolean {
  if (already.test(before.slice(-24))) return false;
  return aims.test(before) || asksOthers(before) || isPlanned(before) || isWill(before);
}

const plannedAhead = /^(?:总?投资|总|用|利用|在|于|到|今年|明年|全年|年内|[两三五]年|近期|新|\d)/;

/** 计划建设, 计划总投资 is planned; 年度计划, 培训计划3份 is a plan that there is. */
function isPlanned(before: string): boolean {
  for (let at = before.indexOf('计划'); at >= 0; at = before.indexOf('计划', at + 1)) {
    const isVerb = verbAt(before, at + 2) > 0 || plannedAhead.test(before.slice(at + 2));
    if (
      isVerb &&
      !/(?:年度|行动|发展|纳入|列入|五年|完成|达到?|占|超|按)$/.test(before.slice(0, at))
    )
      return true;
  }
  return false;
}

/** What is done to something that 将 only puts before its verb. */
const treated =
  /^[^,]{2,}?(?:由|从|纳入|作为|列入|列为|列出|压缩|缩短|精简|下放|移交|划转|调整|降至|降到|提高|提升|增加到|延长|整合|合并|转化|录入|上传|分解|细化|交由|委托)/;

/** 将建设, 将继续推进 is to come; 将时限由20天压缩为10天 was done to something. */
function isWill(before: string): boolean {
  for (let at = before.indexOf('将'); at >= 0; at = before.indexOf('将', at + 1)) {
    const behind = before.slice(at + 1);
    if (
      /^(?:会|要|于|在今|继续|进一步|全力|全面|重点|着力|持续|力争|大力|深入|再|达到?|实现|投资|新[建增改]|有望)/.test(
        behind,
      )
    )
      return true;
    if (verbAt(before, at + 1) > 0 && !treated.test(behind)) return true;
  }
  return false;
}

const grounds =
  /在(?:[^,;。]{0,30}?)基础上|[较比与](?:去|上)年(?:同期|[底末初])?(?:的?\s?[\d.]+[万亿]?(?:%|[^\d,;。]{1,6}?))?(?=.{0,2}(?:再|提高|提升|增加|增长|上升|下降|减少|降低|压缩|缩短|翻))/g;

/** 在去年46个…的基础上: what was reached already, in a plan as well. */
export const isGround = (own: string, behind: string): boolean =>
  /在[^,;。]{0,20}$/.test(own) && already.test(own) && /^[^,;。]{0,20}基础上/.test(behind);

/** 在去年46个的基础上再推出20个: what was reached is only what one goes on from. */
export const withoutGrounds = (before: string): string => before.replaceAll(grounds, '');

export const isAlready = (before: string): boolean => already.test(before);

/** Words for what is weak, and for what is done against it. */
const weak = /薄弱|短缺|匮乏|紧缺|滞后|空白|偏少|偏低/;
const mended = /针对|解决|破解|改变|补齐|消除|整治|聚焦|填补|着力|改善|加强|强化/;

const short =
  /仍(?:然)?(?:有|存在|高于|低于|未|不足|处于)|尚(?:有|未|需|无|缺)|还有[^,。]{0,24}(?:未|没有|不)|(?:不足|困难|短板|差距)(?:主要)?(?:是|在于|:)|同时也?要?(?:清醒)?(?:地)?看到|缺口(?:达|为|约)?$|仍需/;

/** Whether the words of a figure's sentence up to its clause's end say that it falls short. */
export const fallsShort = (words: string): boolean =>
  short.test(words) || (weak.test(words) && !mended.test(words));

const answers =
  /^[\s\ue000\ue001]*(?:针对|对于?|围绕|为此|对此|就)[^,。]{0,24}(?:问题|不足|短板|困难|情况|现象)?,/;

/** 针对上述问题,约谈12次: done against what falls short, and no part of it. */
export const answersProblem = (before: string): boolean =>
  answers.test(before) && /^[\s]*(?:针对|对此|为此)|(?:问题|不足|短板|困难|现象),/.test(before);

/** 按照每个乡镇不少于3人的标准: what is asked, and not what there is. */
export const isStandard = (before: string, behind: string): boolean =>
  /(?:按照?|依照|参照|根据|达到)[^,。]{0,24}$/.test(before) &&
  /^[^,。;]{0,12}的?(?:标准|比例|要求|原则|配比|规定)/.test(behind);

/** 每个乡镇配备不少于2名: a rule for each, and no count of what was done. */
export const isNorm = (before: string, words: string): boolean =>
  /^(?:不少于|不低于|不得少于|不得低于|不超过|不得超过|至少)/.test(words) &&
  /(?<!平均)每(?!逢)|(?:应当?|须|必须|不得)[^,。]{0,12}$/.test(before) &&
  !already.test(before);

const nothing = /(?:没有|未|无|不)(?:再)?(?:发生|出现|收到|新增|发现)$/;

/** 没有发生一起事故 counts nothing that happened. */
export const isDenied = (before: string): boolean => nothing.test(before);

/** 三个方面, 以下五项任务: how many things are to be said. */
export const countsWords = (unit: string, behind: string): boolean =>
  /^(?:方面|层面|维度)$/.test(unit) || /^(?:大?方面|层面|维度|大类问题)/.test(behind);

const ofPlace =
  /(?:总|国土|辖区|行政区域|区域|幅员|土地|县域|市域)面积(?:约|达|为)?$|(?:下辖|管辖|现辖|[县市区镇旗,]辖|^辖)(?:有|\S{0,8}、)?$|(?<!人民|经济)总人口(?:约|达|为)?$|(?:地处|海拔|北纬|东经|距离?|年均气温|年降水量)[^,]{0,8}$/;

/** Whether a figure describes the place: 总面积2860平方公里, 辖12个乡镇. */
export const describesPlace = (before: string): boolean => ofPlace.test(before);

/** 全区19个旗县, 全国31个省份: how many places there are, or did something, and not what this one did. */
export const countsPlaces = (before: string, behind: string): boolean =>
  /全(?:国|省|区|自治区|市|州|盟)(?:共?有?)$/.test(before) &&
  /^(?:省|市|县|旗|盟|州|镇街?|乡镇|街道|旗县|县[(]?市|设区市|地级?市|城市|市州|省区市|省份|区县)/.test(
    behind,
  ) &&
  (/获|被|列入|入选|上榜/.test(behind.slice(0, 24)) || ranksAmong.test(behind));

/** 在全区17个镇街中列第4位 */
const ranksAmong = /^[^,。]{1,6}中(?:位?列|排|位?居)/;
