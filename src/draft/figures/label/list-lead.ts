import type { Stretch } from '../reading/clauses.ts';
import { isBareVerb, skipVerbs } from '../words/verbs.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import { isSameUnit, listAround } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { isLight, saidOf } from './made.ts';

/** The words before the first figure of an enumeration, for one that has none of its own. */
export function leadOfList({ reading, owns, mention }: LabelContext): Stretch | null {
  if (mention.link !== 'LIST' && mention.link !== 'AND') return null;
  const first = listAround(reading.mentions, mention)[0];
  const head = first && owns[first.index]?.head;
  return head === undefined || isEmpty(head) ? null : head;
}

/** 改造住房1.2万套、老旧小区320个: the verb of the first is that of the others too. */
export function verbOfList(context: LabelContext): string {
  const { masked } = context.reading;
  const lead = leadOfList(context);
  if (lead === null || context.own.isPart) return '';
  const { start, end } = context.own.head;
  const first = listAround(context.reading.mentions, context.mention)[0];
  const isMoney = context.mention.quantity.unit.endsWith('元');
  if (isMoney && first?.quantity.unit.endsWith('元') !== true) return '';
  if (skipVerbs(masked, start, end) > start || masked.startsWith('总', start)) return '';
  const verbs = { start: lead.start, end: skipVerbs(masked, lead.start, lead.end) };
  const verb = wordsOf(masked, verbs);
  return verbs.end < lead.end && verb.length <= 4 && !isLight(verb) ? verb : '';
}

/** 县1288项、乡镇44项、村40项政务服务事项: only the last one names what all count. */
export function nounOfList({ reading, owns, mention, own }: LabelContext): string {
  const { masked } = reading;
  if (!isEmpty(own.predicate) || isBareVerb(masked, own.head.start, own.head.end)) return '';
  const list = listAround(reading.mentions, mention);
  const last = list.at(-1);
  const noun = last && owns[last.index]?.noun;
  if (last === undefined || noun === undefined || last === mention || isEmpty(noun)) return '';
  if (!isSameUnit(last.quantity.unit, mention.quantity.unit)) return '';
  const isShared = list.every(
    ({ index }) => index === last.index || isEmpty(owns[index]?.noun ?? noun),
  );
  const said = owns[last.index]?.predicate ?? noun;
  return isShared ? `${wordsOf(masked, noun)}${saidOf(wordsOf(masked, said))}` : '';
}
