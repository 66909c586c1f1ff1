import type { Stretch } from '../reading/clauses.ts';
import { lightVerbs } from '../words/report-verbs.ts';
import { isBareVerb, leadingVerbAt, skipVerbs, verbAt } from '../words/verbs.ts';
import { isEmpty, lengthOf, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import type { LabelContext } from './label-context.ts';
import { trimBefore } from './own-words.ts';

/** A label of a figure's own clause; it reaches from its first word to the last one used. */
export function made(
  { own, mention }: LabelContext,
  label: Pick<FigureLabel, 'text' | 'noun'> & Partial<FigureLabel>,
): FigureLabel {
  const used = isEmpty(own.predicate) || label.rule === 'label-behind' ? own.noun : own.predicate;
  const end = label.rule === 'label-before' ? mention.end : Math.max(mention.end, used.end);
  const start = isEmpty(own.head) ? mention.start : own.head.start;
  return { start, end, rule: 'label-predicate', review: null, ...label };
}

export const farNoun = 'The noun that it counts was told in the sentence before.';

const longest = 28;
const longestHead = 15;
const longestSaid = 20;
const functionWords =
  /^(?:全部|全面|均|都|已经?|也|分别|共同|并)+|(?:实现|实行|成功|顺利|进行|开展|同步)(?=.{2})|了|(?:拉网式|地毯式|常态化|全覆盖式?)(?=.{2})|(?:工作|任务)$/g;

/** What is said of the things counted, without words that add nothing. */
export const saidOf = (words: string): string =>
  /^(?:组成|活跃|奋战|坚守|扎根|遍布|分布|奔波)/.test(words)
    ? ''
    : words.replaceAll(functionWords, '').slice(0, longest);

/** 建设了服务中心、服务站: the first of several objects says enough. */
export const shortened = (said: string): string =>
  said.length > longestSaid ? (said.split('、')[0] ?? said) : said;

export const isLight = (verb: string): boolean => lightVerbs.includes(verb);

/** 开展普法活动 counts 普法活动. */
export function withoutLight(masked: string, head: Stretch): Stretch {
  const words = masked.slice(head.start, head.end);
  const light = lightVerbs.find((verb) => words.startsWith(verb)) ?? '';
  const inner = /.*(?:开展|举办|召开|举行)/.exec(words)?.[0] ?? '';
  const most = Math.max(light.length, words.length - inner.length > 2 ? inner.length : 0);
  const rest = { start: head.start + most, end: head.end };
  if (lengthOf(rest) <= (light.endsWith('有') ? 1 : 2)) return head;
  return most > 0 ? trimBefore(masked, rest) : head;
}

/** 老旧小区改造开工: what the things have come to is no part of their name. */
const ofState = /(?:开工|完工|竣工|投产|投用|收案|上线|立项)$/;

/** The object behind the last verb that has one; the words as they stand, where no verb leads to them. */
export function nounOf(masked: string, head: Stretch): string | null {
  const { start, end } = withoutLight(masked, head);
  let from = skipVerbs(masked, start, end);
  for (let at = from; at < end - 2; at += 1) {
    if (leadingVerbAt(masked, at) === 0) continue;
    const next = skipVerbs(masked, at, end);
    if (next + 2 <= end) from = next;
    at = next - 1;
  }
  const particle = masked.slice(from, end - 1).lastIndexOf('的');
  if (from === start && isBareVerb(masked, from + particle + 1, end)) return null;
  const noun = wordsOf(masked, { start: from + particle + 1, end });
  const bare = noun.replace(/^收(?![入费支益购藏])/, '');
  const thing = bare.length > 5 ? bare.replace(ofState, '') : bare;
  return thing.length >= 2 ? thing : null;
}

/** 对确有错误的裁判提出检察建议, 解决工作中存在的具体问题: a row names the thing, and not all that is said before it. */
export function concise(masked: string, head: Stretch): string {
  const words = wordsOf(masked, head);
  if (words.length <= longestHead || /[、“《]/.test(words)) return words;
  for (let at = head.end - 4; at > head.start + 4; at -= 1) {
    const isVerb = leadingVerbAt(masked, at) > 0;
    if (isVerb && skipVerbs(masked, at, head.end) + 3 <= head.end) {
      return wordsOf(masked, { start: at, end: head.end });
    }
  }
  const particle = masked.slice(head.start, head.end).lastIndexOf('的');
  const thing = { start: head.start + particle + 1, end: head.end };
  if (particle < 0 || lengthOf(thing) < 3) return words;
  const isVerb = verbAt(masked, head.start) > 0;
  const verbs = isVerb ? skipVerbs(masked, head.start, head.end) : head.start;
  return wordsOf(masked, { start: head.start, end: verbs }, thing);
}
