import type { Stretch } from '../reading/clauses.ts';
import { causatives } from '../words/report-verbs.ts';
import { holdsVerb, isBareVerb } from '../words/verbs.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import type { LabelContext } from './label-context.ts';
import { leadOfList } from './list-lead.ts';
import { isLight, made, saidOf, shortened } from './made.ts';

const longest = 28;

/** 157名执法人员参加培训, 建成200个示范村、36公里绿道: the noun stands behind the classifier. */
export function labelBehind(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  if (isEmpty(own.noun)) return null;
  const noun = wordsOf(masked, own.noun);
  const head = wordsOf(masked, own.head);
  const isVerb = isEmpty(own.head) || isBareVerb(masked, own.head.start, own.head.end);
  if (!isVerb) return labelAround(context, head, noun);
  const part = partOfSubject(context);
  if (part !== null) return made(context, { ...part, noun, rule: 'label-part-of-subject' });
  const says = own.isSubject || causatives.has(head);
  const said = says ? shortened(saidOf(wordsOf(masked, predicateFor(context)))) : '';
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
  const isTold = head.endsWith(noun) || head.endsWith(noun.replace(/^[^(]*/, '') || noun);
  const said = holdsVerb(reading.masked, start, end)
    ? ''
    : saidOf(wordsOf(reading.masked, own.predicate));
  const text = `${head}${isTold ? '' : noun}${shortened(said)}`;
  return made(context, { text, noun, rule: 'label-around' });
}

/**
 * What is said of the things counted. Of 34个部门包括9个乡镇, 3个单位、5名个人 and 在9个乡镇,174个村 what is said
 * of the last one; of 16个镇承接事项165项 what they did, which is counted next.
 */
function predicateFor({ own, owns, reading, mention }: LabelContext): Stretch {
  const next = reading.mentions[mention.index + 1];
  const other = owns[mention.index + 1];
  if (!isEmpty(own.predicate) || next === undefined || other === undefined) return own.predicate;
  const isNextClause =
    mention.clause.mark === ',' && next.clause.index === mention.clause.index + 1;
  const isHere = next.clause === mention.clause;
  const isSame = next.quantity.unit === mention.quantity.unit;
  if (isHere && next.link === 'BESIDE' && !isSame && !other.isPart && !isEmpty(other.head)) {
    return other.head;
  }
  const isJoined = other.isPart || next.link === 'LIST' || next.link === 'AND';
  const isAlike = isEmpty(own.head) && isEmpty(other.head) && !isEmpty(other.noun);
  return isAlike && (isNextClause || (isHere && isJoined)) ? other.predicate : own.predicate;
}

/** 34个部门聘任了法律顾问,包括9个乡镇在内: what is said of the whole is said of the part. */
function partOfSubject({ own, labels, mention, reading }: LabelContext) {
  const said = wordsOf(reading.masked, own.predicate);
  const whole = labels[mention.index - 1];
  const lead = reading.masked.slice(mention.before.start, mention.before.end);
  if (!/包括|包含|含/.test(lead) || !isEmpty(own.head) || (said !== '' && !said.startsWith('在内')))
    return null;
  if (whole?.rule !== 'label-subject' || whole.noun === null) return null;
  const text = whole.text.replace(whole.noun, wordsOf(reading.masked, own.noun));
  return { text, start: whole.start };
}
