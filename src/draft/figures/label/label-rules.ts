import type { Stretch } from '../reading/clauses.ts';
import type { Mention } from '../reading/mentions.ts';
import { causatives, lightVerbs, verbsOfHandling } from '../words/report-verbs.ts';
import { holdsVerb, isBareVerb, skipVerbs } from '../words/verbs.ts';
import { countedBefore, findAntecedent } from './antecedent.ts';
import { isEmpty, lengthOf, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import { isClassifier, isRateUnit, isSameUnit, listAround } from './label-context.ts';
import type { LabelContext } from './label-context.ts';

const farNoun = 'The noun that it counts was told in the sentence before.';

/** 3件决定维持: what became of things that were named before. */
export function labelByPredicate(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  if (!isEmpty(own.head) || !isEmpty(own.noun) || isEmpty(own.predicate)) return null;
  const said = saidOf(wordsOf(reading.masked, own.predicate));
  const lead = leadOfList(context);
  if (lead !== null && !isBareVerb(reading.masked, lead.start, lead.end)) {
    const text = `${wordsOf(reading.masked, lead)}${said}`;
    return made(context, { text, noun: wordsOf(reading.masked, lead), start: lead.start });
  }
  const before = isClassifier(mention.quantity.unit) ? findAntecedent(context) : null;
  return made(context, {
    text: `${said}${before?.noun ?? ''}`,
    noun: before?.noun ?? null,
    start: before?.start ?? mention.start,
    rule: 'label-predicate',
    review: before?.isFar === true ? farNoun : null,
  });
}

/** 157名执法人员参加培训, 建成200个示范村、36公里绿道: the noun stands behind the classifier. */
export function labelBehind(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  if (isEmpty(own.noun)) return null;
  const noun = wordsOf(masked, own.noun);
  const head = wordsOf(masked, own.head);
  const isVerb = isEmpty(own.head) || isBareVerb(masked, own.head.start, own.head.end);
  if (!isVerb) return labelAround(context, head, noun);
  const says = own.isSubject || causatives.has(head);
  const before = partOfSubject(context);
  if (before !== null) return made(context, { ...before, noun, rule: 'label-part-of-subject' });
  const predicate = says ? predicateFor(context) : null;
  const said = predicate === null ? '' : shortened(saidOf(wordsOf(masked, predicate)));
  const lead = isEmpty(own.head) && said === '' ? leadOfList(context) : null;
  const verb = lead === null ? head : wordsOf(masked, lead);
  const shown = isLight(verb) && noun.length > 2 ? '' : verb;
  const text = `${shown}${noun}${said}`;
  return made(context, {
    text: text.length > longest ? `${shown}${noun}` : text,
    noun,
    start: lead?.start ?? (isEmpty(own.head) ? mention.start : own.head.start),
    rule: said === '' ? 'label-behind' : 'label-subject',
  });
}

/** 县级1288项政务服务事项实现“一窗办理”: words before and behind; what is said, where no verb led to the noun. */
function labelAround(context: LabelContext, head: string, noun: string): FigureLabel {
  const { own, reading } = context;
  const { start, end } = own.head;
  const text =
    head.endsWith(noun) || head.endsWith(noun.replace(/^[^(]*/, '') || noun)
      ? head
      : `${head}${noun}`;
  const said = holdsVerb(reading.masked, start, end)
    ? ''
    : saidOf(wordsOf(reading.masked, own.predicate));
  return made(context, { text: `${text}${shortened(said)}`, noun, rule: 'label-around' });
}

/** What is said of the things counted; of 34个部门包括9个乡镇 and 在9个乡镇,174个村 what is said of the second. */
function predicateFor({ own, owns, reading, mention }: LabelContext): Stretch {
  const next = reading.mentions[mention.index + 1];
  const other = owns[mention.index + 1];
  if (!isEmpty(own.predicate) || next === undefined || other === undefined) return own.predicate;
  const isNextClause =
    mention.clause.mark === ',' && next.clause.index === mention.clause.index + 1;
  const isBeside = next.clause === mention.clause && other.isPart;
  const isAlike = isEmpty(own.head) && isEmpty(other.head) && !isEmpty(other.noun);
  return isAlike && (isNextClause || isBeside) ? other.predicate : own.predicate;
}

/** 34个部门聘任了法律顾问,包括9个乡镇在内: what is said of the whole is said of the part. */
function partOfSubject({ own, labels, mention, reading }: LabelContext) {
  const said = wordsOf(reading.masked, own.predicate);
  const whole = labels[mention.index - 1];
  if (!own.isPart || !isEmpty(own.head) || (said !== '' && !said.startsWith('在内'))) return null;
  if (whole?.rule !== 'label-subject' || whole.noun === null) return null;
  const text = whole.text.replace(whole.noun, wordsOf(reading.masked, own.noun));
  return { text, start: whole.start };
}

/** 建设了服务中心、服务站: the first of several objects says enough. */
const shortened = (said: string): string =>
  said.length > longestSaid ? (said.split('、')[0] ?? said) : said;

/** 内部事项涉及8个部门53项: what the subject of 涉及 is counted in. */
export function labelOfMatter(context: LabelContext): FigureLabel | null {
  const { own, mention, reading } = context;
  if (mention.link !== 'BESIDE' || !isEmpty(own.head)) return null;
  const matter = matterBefore(context);
  const noun = wordsOf(reading.masked, own.noun);
  if (matter === null || !matter.text.endsWith(noun)) return null;
  const { text, start } = matter;
  return made(context, { text, noun: text, start, rule: 'label-matter' });
}

/** The subject of 涉及 before a figure of this stretch. */
function matterBefore({ owns, reading, mention }: LabelContext) {
  for (let at = mention.index - 1; at >= 0; at -= 1) {
    const head = owns[at]?.head;
    if (reading.mentions[at]?.clause.stretch !== mention.clause.stretch || !head) return null;
    const text = /^(.{2,12})涉及$/.exec(wordsOf(reading.masked, head))?.[1];
    if (text !== undefined) return { text, start: head.start };
  }
  return null;
}

/** 办结280件: a verb whose object was told before. */
export function labelByVerb(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  const { head } = own;
  if (isEmpty(head) || !isClassifier(mention.quantity.unit)) return null;
  const words = wordsOf(masked, head);
  const isOpen = isBareVerb(masked, head.start, head.end) || own.isModifier || endsOpen(words);
  const isShortPart = isInParts(context) && words.replaceAll(/[“”]/g, '').length <= 3;
  if (!isOpen && !isShortPart) return null;
  const before = isOpen ? findAntecedent(context, words) : countedBefore(context);
  const isApart = before !== null && before.isApart && words.length > 2;
  if (before === null || isApart) {
    const review = isOpen ? 'The object of the verb is not told near it.' : null;
    return made(context, { text: words, noun: null, rule: 'label-verb', review });
  }
  const isTold = before.noun.startsWith(words) || before.noun.endsWith(words);
  const isBare = isBareVerb(masked, head.start, head.end) || words.length <= 4;
  const things = isBare || own.isModifier ? before.noun : (ofThings.exec(before.noun)?.[0] ?? '');
  const shown = isShortPart && !isOpen ? before.noun : things;
  const verb = wordsOf(masked, withoutLight(masked, head));
  return made(context, {
    text: isTold ? before.noun : joined(verb, shown, own.isModifier),
    noun: before.noun,
    start: Math.min(before.start, head.start),
    rule: 'label-antecedent',
    review: before.isFar ? farNoun : null,
  });
}

const joined = (words: string, noun: string, isModifier: boolean): string =>
  isModifier && !words.endsWith('的') ? `${words}的${noun}` : `${words}${noun}`;

const endsOpen = (words: string): boolean =>
  words.length <= 12 && verbsOfHandling.some((verb) => words.endsWith(verb));

function isInParts({ reading, owns, mention, own }: LabelContext): boolean {
  if (own.isPart || mention.clause.isBracketed) return true;
  for (let at = mention.index - 1; at >= 0; at -= 1) {
    const before = reading.mentions[at];
    if (before?.clause.stretch !== mention.clause.stretch) return false;
    if (!isSameUnit(before.quantity.unit, mention.quantity.unit)) return false;
    if (owns[at]?.isPart === true) return true;
  }
  return false;
}

/** 成功率, 占比, 增速: a row could not be headed by these alone. */
const general = /^(?:增速|增幅|降幅|占比|比重|比例|总量|总额|总数|均价|单价|产值|金额)$/;
const ofHandling =
  /办结|办复|结案|采纳|调解|和解|纠错|整改|可办|回访|出庭|应诉|通过|合格|答复|回复|成功|处置|执行|服判|撤诉|报备|审核|完成|响应|公开/;
const ofThings =
  /(?:案件|纠纷|诉求|意见|建议|问题|申请|事项|投诉|举报|线索|考试|项目|提案|任务|合同|产品|样品|信访)$/;

/** 受理行政复议案件300件, 调解成功率达98%: all stands before the figure. */
export function labelBefore(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  if (isEmpty(own.head)) return null;
  const head = withoutLight(masked, own.head);
  const words = wordsOf(masked, head);
  const shared = nounOfList(context);
  const said =
    isRateUnit(mention.quantity.unit) ||
    isOutlay(mention, words) ||
    isBareVerb(masked, own.head.start, own.head.end)
      ? saidOf(wordsOf(masked, own.predicate))
      : '';
  const lead = leadOf(context, words, shared);
  const noun = shared === '' ? nounOf(masked, own.head) : shared;
  const text = `${lead}${concise(words)}${shared}${said}${unitOf(context, words)}`;
  return made(context, { text, noun, rule: 'label-before' });
}

/** 解决工作中存在的具体问题 is 解决具体问题: a row names the thing and not all that is said of it. */
function concise(words: string): string {
  if (words.length <= longestHead) return words;
  return words.replace(
    /^(.{2,6}?)[^、,“”]{4,}(?:中|方面|过程中|以来)?(?:存在|反映|发现|突出|集中)?的(.{3,})$/,
    '$1$2',
  );
}

/** 投资1.5亿元建设水务平台: money that goes to something. */
const isOutlay = ({ quantity }: Mention, words: string): boolean =>
  quantity.unit.endsWith('元') && words.length <= 4;

/** What a row must say besides the words before the figure. */
function leadOf(context: LabelContext, words: string, shared: string): string {
  if (shared !== '') return '';
  const isCut = context.mention.quantity.change?.role === 'BY' && /^[减压精缩]/.test(words);
  const matter = isCut ? matterBefore(context) : null;
  return matter?.text ?? leadOfGeneral(context, words);
}

function leadOfGeneral({ reading, labels, mention }: LabelContext, words: string): string {
  const before = labels[mention.index - 1];
  const last = reading.mentions[mention.index - 1];
  if (before === undefined || last?.clause.sentence !== mention.clause.sentence) return '';
  if (general.test(words)) return before.noun ?? before.text;
  const isShortRate =
    words.endsWith('率') && (words.length <= 3 || (words.length <= 5 && ofHandling.test(words)));
  return isShortRate
    ? (ofThings.exec(before.noun ?? '')?.[0] ?? ofThings.exec(before.text)?.[0] ?? '')
    : '';
}

/** 县1288项、乡镇44项、村40项政务服务事项: only the last one names what all count. */
function nounOfList({ reading, owns, mention, own }: LabelContext): string {
  const { masked } = reading;
  if (!isEmpty(own.predicate) || isBareVerb(masked, own.head.start, own.head.end)) return '';
  const list = listAround(reading.mentions, mention);
  const last = list.at(-1);
  const noun = last && owns[last.index]?.noun;
  if (last === undefined || noun === undefined || last === mention || isEmpty(noun)) return '';
  if (!isSameUnit(last.quantity.unit, mention.quantity.unit)) return '';
  return list.every(({ index }) => index === last.index || isEmpty(owns[index]?.noun ?? noun))
    ? `${wordsOf(masked, noun)}${saidOf(wordsOf(masked, owns[last.index]?.predicate ?? noun))}`
    : '';
}

/** 人均41学时: where only the unit says what is measured. */
function unitOf({ mention }: LabelContext, words: string): string {
  const unit = mention.quantity.unit.replace(/^个/, '');
  const isHours = /^(?:学时|课时|学分)$/.test(unit) && !words.includes(unit);
  return isHours || (/均$/.test(words) && words.length <= 3) ? unit : '';
}

/** The words before the first figure of an enumeration, for one that has none of its own. */
function leadOfList({ reading, owns, mention }: LabelContext): Stretch | null {
  if (mention.link !== 'LIST' && mention.link !== 'AND') return null;
  const first = listAround(reading.mentions, mention)[0];
  const head = first && owns[first.index]?.head;
  return head === undefined || isEmpty(head) ? null : head;
}

const isLight = (verb: string): boolean => lightVerbs.includes(verb);

/** 开展普法活动 counts 普法活动. */
function withoutLight(masked: string, head: Stretch): Stretch {
  const words = masked.slice(head.start, head.end);
  const light = lightVerbs.find((verb) => words.startsWith(verb));
  const rest = { start: head.start + (light?.length ?? 0), end: head.end };
  return lengthOf(rest) > 2 ? rest : head;
}

/** The object behind the verbs; the words as they stand, where no verb leads to them. */
function nounOf(masked: string, head: Stretch): string | null {
  const noun = wordsOf(masked, { start: skipVerbs(masked, head.start, head.end), end: head.end });
  return noun.length >= 2 ? noun : null;
}

const longest = 28;
const longestHead = 15;
const longestSaid = 20;
const functionWords =
  /^(?:全部|全面|均|都|已经?|也|分别|共同|并)+|(?:实现|成功|顺利|进行|开展|同步)(?=.{2})|了|(?:工作|任务)$/g;

/** What is said of the things counted, without words that add nothing. */
const saidOf = (words: string): string => words.replaceAll(functionWords, '').slice(0, longest);

function made(
  { own, mention }: LabelContext,
  label: Pick<FigureLabel, 'text' | 'noun'> & Partial<FigureLabel>,
): FigureLabel {
  const used = isEmpty(own.predicate) || label.rule === 'label-behind' ? own.noun : own.predicate;
  const end = label.rule === 'label-before' ? mention.end : Math.max(mention.end, used.end);
  const start = isEmpty(own.head) ? mention.start : own.head.start;
  return { start, end, rule: 'label-predicate', review: null, ...label };
}
