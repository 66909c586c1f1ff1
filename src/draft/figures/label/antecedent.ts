import type { Stretch } from '../reading/clauses.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { isBareVerb, skipVerbs } from '../words/verbs.ts';
import { wordsOf } from './figure-label.ts';
import { isAmountOfChange, isRateUnit, isSameUnit, longestList } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { trimBefore } from './own-words.ts';
import { bareOf, isCampaign, isFrame, ofThing, withoutEnd } from './topic-words.ts';

/** A noun that was told before, where it stands, and whether the text leaves a doubt that it is meant. */
export type Antecedent = {
  readonly noun: string;
  readonly start: number;
  readonly isFar: boolean;
  /** Whether people were counted before a semicolon, so that those counted now may be others. */
  readonly isApart: boolean;
  /** Whether no figure counts it: the object of a clause. */
  readonly isTopic: boolean;
  /** The words of a topic that end with the figure's own verb (案卷评查 before 评查3次); null elsewhere. */
  readonly told: string | null;
};

const longest = 24;
/** How many clauses back a topic is looked for. */
const reach = 3;

/**
 * The noun that a figure before counts in the same unit, or the topic of the words before: in this sentence
 * first, then in the one before; never in another point.
 */
export function findAntecedent(context: LabelContext, verb = ''): Antecedent | null {
  const counted = countedBefore(context);
  if (counted?.isFar === false) return counted;
  const topic = topicBefore(context, verb);
  if (topic?.isFar === false) return topic;
  return counted ?? topic;
}

/** The noun of the last figure of the same unit in this sentence or the one before it. */
export function countedBefore(context: LabelContext): Antecedent | null {
  const { reading, labels, mention, whole, wholes } = context;
  for (let at = mention.index - 1; at >= Math.max(0, mention.index - longestList); at -= 1) {
    const before = reading.mentions[at];
    const label = labels[at];
    if (before === undefined || label === undefined) continue;
    if (before.clause.point !== mention.clause.point) return null;
    if (before.clause.sentence < mention.clause.sentence - 1) return null;
    const isSame = isSameUnit(before.quantity.unit, mention.quantity.unit);
    if (!isSame || label.noun === null || isAmountOfChange(before)) continue;
    // What goes on behind the parts counts what the whole did; a part counts what its whole does.
    const isSister = wholes.has(at) && wholes.get(at) !== mention.index;
    if (isSister && (whole === null || at !== whole)) continue;
    const isFar = before.clause.sentence !== mention.clause.sentence;
    const isApart =
      /[人名位]/.test(before.quantity.unit) && before.clause.stretch !== mention.clause.stretch;
    return { noun: label.noun, start: label.start, isFar, isApart, isTopic: false, told: null };
  }
  return null;
}

/** The object of a clause without figures before: 对规范性文件进行清理,共清理96件. */
export function topicBefore({ reading, mention }: LabelContext, verb: string): Antecedent | null {
  const { clauses, masked } = reading;
  const place = mention.clause.index;
  for (let at = place - 1; at >= Math.max(0, place - reach); at -= 1) {
    const clause = clauses[at];
    if (clause === undefined || clause.point !== mention.clause.point) return null;
    const isFar = clause.sentence !== mention.clause.sentence;
    if (isFar && isTopicSentence(clauses, at)) return null;
    if (
      masked.slice(clause.start, clause.end).includes('《') ||
      holdsFigure(reading, mention, at)
    ) {
      continue;
    }
    if (isFrame.test(masked.slice(clause.start, clause.end))) continue;
    const object = objectOf(masked, clause);
    const words = wordsOf(masked, object);
    const told = verb !== '' && bareOf(words).endsWith(verb) ? bareOf(words) : null;
    const thing = ofThing(words);
    const noun = withoutEnd(thing, verb);
    const isOfChange =
      isRateUnit(mention.quantity.unit) &&
      (saysHowItChanged(masked, clause) || /(?:率|比例|占比)$/.test(thing));
    if (isCampaign.test(words) && !isOfChange && !(verb !== '' && words.includes(verb))) continue;
    if (noun.length >= 2 && noun.length <= longest)
      return { noun, start: object.start, isFar, isApart: false, isTopic: true, told };
  }
  return null;
}

/** Whether a clause is the first sentence of its point, and no more: it announces, and counts nothing (codebook C3). */
const isTopicSentence = (clauses: FigureReading['clauses'], at: number): boolean =>
  clauses[at - 1]?.point !== clauses[at]?.point &&
  clauses[at + 1]?.sentence !== clauses[at]?.sentence;

/** Whether a figure before stands in that clause. */
function holdsFigure({ mentions }: FigureReading, { index }: Mention, clause: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - longestList); at -= 1) {
    const place = mentions[at]?.clause.index ?? -1;
    if (place <= clause) return place === clause;
  }
  return false;
}

const treated = /[对将把](.{2,24}?)(?:进行|开展|实施|予以|全面|依法|逐一|加以)/;

/** What a clause is about: what it treats, or what is left behind its verbs. */
function objectOf(masked: string, clause: Stretch): Stretch {
  const found = treated.exec(masked.slice(clause.start, clause.end));
  if (found?.[1] !== undefined) {
    const start = clause.start + found.index + 1;
    return { start, end: start + found[1].length };
  }
  const trimmed = trimBefore(masked, clause);
  if (isBareVerb(masked, trimmed.start, trimmed.end))
    return { start: trimmed.end, end: trimmed.end };
  return { start: skipVerbs(masked, trimmed.start, trimmed.end), end: trimmed.end };
}

const howItChanged =
  /.{2}(?:持续|稳步|不断|逐步|明显|显著|大幅|进一步|较快|连年|稳中有)(?:提升|提高|增长|增加|上升|扩大|改善|向好|下降|降低|减少|攀升|增强|升|降)$/;
const longestChange = 12;

/** 满意度持续提升: how the subject of a clause changed, so that a level right behind it is its own. */
export const saysHowItChanged = (masked: string, { start, end }: Stretch): boolean =>
  howItChanged.test(masked.slice(Math.max(start, end - longestChange), end));
