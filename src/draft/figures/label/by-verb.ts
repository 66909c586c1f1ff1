import { verbsOfHandling } from '../words/report-verbs.ts';
import { isBareVerb } from '../words/verbs.ts';
import { countedBefore, findAntecedent } from './antecedent.ts';
import type { Antecedent } from './antecedent.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import { isClassifier } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { farNoun, made, withoutLight } from './made.ts';
import { generalThing } from '../words/things.ts';

/** 办结280件, 其中女性30人, 继续有效的4件: words whose noun was told before. */
export function labelByVerb(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  const { head } = own;
  if (isEmpty(head) || !isClassifier(mention.quantity.unit)) return null;
  const words = wordsOf(masked, head);
  const isBare = isBareVerb(masked, head.start, head.end);
  const isOpen = isBare || wantsNoun(context, words);
  if (!isOpen && !isShort(context, words)) return null;
  const before = isOpen
    ? (findAntecedent(context, words) ?? (isBare ? handledBefore(context) : null))
    : countedBefore(context);
  if (before === null || (before.isApart && words.length > 2)) return alone(context, words, isOpen);
  const { noun } = before;
  const isWhole = !isOpen || isBare || own.isModifier || words.length <= 4;
  return made(context, {
    text:
      before.told ?? joined(context, isWhole ? thingsOf(context, before) : generalOf(noun), noun),
    noun,
    start: Math.min(before.start, head.start),
    rule: 'label-antecedent',
    review: before.isFar ? farNoun : null,
  });
}

/** A verb whose object nobody told; 培训620人次 counts how often somebody was trained. */
function alone(context: LabelContext, words: string, isOpen: boolean): FigureLabel {
  const review = isOpen && words.length < 4 ? 'The object of the verb is not told near it.' : null;
  const isTimes = isOpen && words.length === 2 && context.mention.quantity.unit === '人次';
  const text = isTimes ? `${words}人次` : words;
  return made(context, { text, noun: null, rule: 'label-verb', review });
}

/** 排查矛盾纠纷4326次,化解3915件: what offices handle, in the clause right before, though counted by another classifier. */
function handledBefore({ reading, labels, mention }: LabelContext): Antecedent | null {
  const before = reading.mentions[mention.index - 1];
  const label = labels[mention.index - 1];
  const isNext = before?.clause.index === mention.clause.index - 1;
  if (!isNext || before.clause.stretch !== mention.clause.stretch || !label?.noun) return null;
  if (before.clause.sentence !== mention.clause.sentence) return null;
  if (before.clause.point !== mention.clause.point || !isClassifier(before.quantity.unit))
    return null;
  if (!generalThing.test(label.noun)) return null;
  const { noun, start } = label;
  return { noun, start, isFar: false, isApart: false, isTopic: false, told: null };
}

const generalOf = (noun: string): string => generalThing.exec(noun)?.[0] ?? '';

/** The noun told before, its last word where it is long; people where 从事监督工作的2人 are counted and none was told. */
function thingsOf({ own, mention }: LabelContext, { noun, isTopic }: Antecedent): string {
  const isPeople = isTopic && own.isModifier && /^[人名位]$/.test(mention.quantity.unit);
  if (isPeople) return '人员';
  return noun.length <= longestNoun ? noun : generalOf(noun);
}

/** The words with the noun behind them; the noun alone, where it holds them. */
function joined({ own, reading: { masked } }: LabelContext, things: string, noun: string): string {
  const words = wordsOf(masked, own.head);
  if (noun.startsWith(words) || noun.endsWith(words)) return noun;
  // 新增持证 of 持证人员: what both tell is told once.
  if (noun.startsWith(words.slice(-2))) return `${words.slice(0, -2)}${noun}`;
  const verb = wordsOf(masked, withoutLight(masked, own.head));
  // 立案, 罚款: the verb has its object in it.
  if (/[^方档答个提议文图预草备]案$|款$/.test(verb)) return verb;
  const joint = own.isModifier && !verb.endsWith('的') ? '的' : '';
  const named = things.replace(/^((?:户籍|常住)?)总(?=人口)/, '$1');
  return `${verb}${joint}${levelOfBody.test(words) ? named.replace(levelBefore, '') : named}`;
}

const longestNoun = 16;

/** 继续有效的, 负责人出庭, 食品安全领域: words that a noun has to follow. */
const wantsNoun = (context: LabelContext, words: string): boolean =>
  context.own.isModifier ||
  /(?:领域|方面)$/.test(words) ||
  endsOpen(words) ||
  isAttribute.test(words) ||
  isToldBefore(context, words);

/** 对档案进行整理,共整理65件: a verb that no list holds, told in the clause before with its object. */
function isToldBefore({ reading, mention }: LabelContext, words: string): boolean {
  const ahead = reading.clauses[mention.clause.index - 1];
  if (words.length !== 2 || ahead?.point !== mention.clause.point) return false;
  return reading.masked.slice(ahead.start, ahead.end).includes(`进行${words}`);
}

/** 持证1150名: of those told before. */
const isAttribute =
  /^(?:新增|已|现有)?(?:持证|在编|在职|在岗|到岗|参训|参考|获证|未持证|无证)(?:上岗)?$/;

const endsOpen = (words: string): boolean =>
  words.length <= 12 && verbsOfHandling.some((verb) => words.endsWith(verb));

const levelOfBody = /^(?:国家|部|省|自治区|市|州|盟|县|区|旗|镇|乡|村)级$/;
const levelBefore = /^(?:国家|部|省|自治区|市|州|盟|县|区|旗|镇|乡|村)级/;
const selfTold =
  /企业|个体|机构|单位|学校|项目|住宅|出口|进口|教师|医生|律师|党员|干部|法官|案件|车辆|[员官师生工警长院校所站]$/;

/** 女性, 线上, 省级: words of a part that need the noun of the whole. */
function isShort({ own, mention, whole, reading }: LabelContext, words: string): boolean {
  if (levelOfBody.test(words)) return true;
  const isPart = own.isPart || mention.clause.isBracketed || whole !== null;
  const length = words.replaceAll(/[“”]/g, '').length;
  return isPart && length <= 3 && !selfTold.test(words) && reading.mentions.length > 1;
}
