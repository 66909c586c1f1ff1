import type { Mention } from '../reading/mentions.ts';
import { isBareVerb } from '../words/verbs.ts';
import { generalMeasure, generalThing, handling, measureNoun } from '../words/things.ts';
import { findAntecedent } from './antecedent.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import { isAmountOfChange, isClassifier, isRateUnit } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { nounOfList, verbOfList } from './list-lead.ts';
import { concise, made, nounOf, saidOf, withoutLight } from './made.ts';
import { matterBefore } from './matter.ts';

/** 月人均增加12元: of what, the clause before says. */
const perHead = /^[年月日]?[人户]?均$/;

/** 受理行政复议案件300件, 调解成功率达98%: all stands before the figure. */
export function labelBefore(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  if (isEmpty(own.head)) return null;
  const words = wordsOf(masked, own.head);
  if (perHead.test(words) && mention.quantity.unit.endsWith('元')) {
    const topic = findAntecedent(context);
    if (topic !== null) {
      const text = `${topic.noun}${words}`;
      return made(context, { text, noun: topic.noun, start: topic.start, rule: 'label-per-head' });
    }
  }
  const shared = nounOfList(context);
  const lead = shared === '' ? leadOf(context, words) : '';
  const noun = shared === '' ? countedIn(context, nounOf(masked, own.head)) : shared;
  const row = concise(masked, withoutLight(masked, own.head));
  const said = saysMore(context, words) ? saidOf(wordsOf(masked, own.predicate)) : '';
  const text = `${lead}${row}${shared}${said}${unitOf(context, words)}`;
  const inFull = lead === '' ? null : inFullOf(context, words);
  return made(context, { text, noun, rule: 'label-before', ...(inFull !== null && { inFull }) });
}

/** 查处案件73件, 移送公安机关6件: cases are counted, and no bodies. */
function countedIn(context: LabelContext, noun: string | null): string | null {
  const isReceiver =
    noun !== null && receiver.test(noun) && countsMatters.test(context.mention.quantity.unit);
  return isReceiver ? (findAntecedent(context)?.noun ?? null) : noun;
}

const receiver = /(?:机关|法院|检察院|部门|政府|纪委|监委|[^格布当]局)$/;
const countsMatters = /^(?:件|起|宗|例|条|份|案)(?:次)?$/;

/** 98%达标, 投资1.5亿元建设水务平台: what stands behind belongs to it. */
function saysMore({ reading, mention, own }: LabelContext, words: string): boolean {
  return (
    isRateUnit(mention.quantity.unit) ||
    isOutlay(mention, words) ||
    isBareVerb(reading.masked, own.head.start, own.head.end)
  );
}

const isOutlay = ({ quantity }: Mention, words: string): boolean =>
  quantity.unit.endsWith('元') && words.length <= 4;

/** What a row must say besides the words before the figure. */
function leadOf(context: LabelContext, words: string): string {
  const { labels, mention, owns, reading } = context;
  const isCut = mention.quantity.change?.role === 'BY' && /^[减压精缩]/.test(words);
  const matter = isCut ? matterBefore(context) : null;
  if (matter !== null) return matter.text;
  const ahead = owns[mention.index - 1]?.head;
  const isOfThose =
    mention.link === 'BESIDE' && reading.masked.charAt(mention.before.start - 1) === '的';
  if (isOfThose && ahead !== undefined) return wordsOf(reading.masked, ahead);
  const before = labels[mention.index - 1];
  const last = reading.mentions[mention.index - 1];
  const isHere =
    last?.clause.sentence === mention.clause.sentence && last.clause.point === mention.clause.point;
  if (before === undefined || !isHere) return verbOfList(context);
  return (isOfPlan(context) ? before.text : leadFrom(before, words)) ?? verbOfList(context);
}

/** 完成投资39亿元,为年度计划的112%: what was told before, held against what was planned. */
const isOfPlan = ({ mention, reading: { masked } }: LabelContext): boolean =>
  mention.quantity.unit === '%' &&
  /^[,\s]*(?:已|约|相当于)?(?:为|是|达到?|完成)[^,、]{0,8}(?:计划|预算|目标|任务|预期)[^,、]{0,4}的$/.test(
    masked.slice(mention.before.start, mention.before.end),
  );

/** What the figure before lends to words that say too little; null where they say enough. */
function leadFrom({ noun, text }: FigureLabel, words: string): string | null {
  if (words === '占') return text;
  if (/^占(?!比|用|地)/.test(words)) return text;
  if (/^占?比[重例]?$|^占比$/.test(words) && text.includes('的')) return text;
  if (generalMeasure.test(words)) return noun ?? text;
  const isShortRate =
    words.endsWith('率') && (words.length <= 3 || (words.length <= 5 && handling.test(words)));
  if (!isShortRate) return null;
  return generalThing.exec(noun ?? '')?.[0] ?? generalThing.exec(text)?.[0] ?? '';
}

/** The name of a short rate with all that the figure before counts. */
function inFullOf({ labels, mention }: LabelContext, words: string): string | null {
  const before = labels[mention.index - 1];
  return before && words.endsWith('率') ? `${before.noun ?? before.text}${words}` : null;
}

/** 其中城镇198亿元: a part in money or in a measure that only names its kind. */
function isKindOf({ whole, labels, mention }: LabelContext, words: string): boolean {
  if (whole === null || isClassifier(mention.quantity.unit) || words.length > 3) return false;
  const text = labels[whole]?.text ?? '';
  return kindAlone.test(words) && text.length <= 14 && !text.endsWith(words);
}

const kindAlone = /^(?:城镇|乡村|农村|城市|城乡|[国省市县区镇村]级|本级|国有|民营|私营|中央|地方)$/;
const kindOfBusiness = /(?:企业|业|产品|商品|类|地区|农村|城镇|单位|部分|领域)$/;

/** 人均41学时: where only the unit says what is measured; 私营企业增长9.8%: where the figure before says of what. */
function unitOf(context: LabelContext, words: string): string {
  const { mention, labels, reading, whole } = context;
  const unit = mention.quantity.unit.replace(/^个/, '');
  if (words === '占') return '比';
  const isHours = /^(?:学时|课时|学分)$/.test(unit) && !words.includes(unit);
  if (isHours || (words.endsWith('均') && words.length <= 3)) return unit;
  if (isKindOf(context, words)) return labels[whole ?? -1]?.text ?? '';
  const last = reading.mentions[mention.index - 1];
  const isChange = isAmountOfChange(mention) && isRateUnit(unit) && kindOfBusiness.test(words);
  if (!isChange || last?.clause.point !== mention.clause.point) return '';
  return measureNoun.exec(labels[mention.index - 1]?.text ?? '')?.[0] ?? '';
}
