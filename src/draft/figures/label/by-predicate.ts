import { isBareVerb, skipVerbs, verbAt } from '../words/verbs.ts';
import { findAntecedent } from './antecedent.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import { isClassifier } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { leadOfList } from './list-lead.ts';
import { farNoun, made, saidOf } from './made.ts';

/** 先后4次召开常务会议: how often something was done stands before its verb. */
export function labelOfTimes(context: LabelContext): FigureLabel | null {
  const { own, reading, mention } = context;
  const { masked } = reading;
  const { start, end } = own.predicate;
  if (!/^(?:场次|次|场|轮|批次)$/.test(mention.quantity.unit) || !isEmpty(own.noun)) return null;
  if (verbAt(masked, start) === 0 || !isActor.test(wordsOf(masked, own.head))) return null;
  let object = skipVerbs(masked, start, end);
  while (object < end && verbAt(masked, object) === 0) object += 1;
  const text = wordsOf(masked, { start, end: object });
  const noun = wordsOf(masked, { start: skipVerbs(masked, start, object), end: object });
  return made(context, { text, noun: noun === '' ? null : noun, rule: 'label-times' });
}

const isActor = /^$|先后$|(?:政府|党组|党委|委|局|院|办|会|部门|县|市|区)$/;

const longestNoun = 16;

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
    text: `${said}${(before?.noun.length ?? 0) > longestNoun ? '' : (before?.noun ?? '')}`,
    noun: before?.noun ?? null,
    start: before?.start ?? mention.start,
    rule: 'label-predicate',
    review: before?.isFar === true ? farNoun : null,
  });
}
