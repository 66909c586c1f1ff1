import type { FigureLabel } from './figure-label.ts';
import { isEmpty } from './figure-label.ts';
import { isAmountOfChange, isRateUnit, isSameUnit, longestList } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { findAntecedent, saysHowItChanged, topicBefore } from './antecedent.ts';
import type { Antecedent } from './antecedent.ts';
import type { Mention } from '../reading/mentions.ts';
import { isRank } from '../reading/placed-numerals.ts';
import { verbsOfIncrease } from '../words/report-verbs.ts';

const isAmong = (between: string): boolean => /^[^,;。]{1,8}中[^,;。]{0,4}$/.test(between);

/** 上升2位 is by how far a rank moved. */
const movesRank = (mention: Mention): boolean =>
  isAmountOfChange(mention) && /^[位名]次?$/.test(mention.quantity.unit);

/** 为预算的103%,同口径增长8%: what grew is what is held against the plan, and not the share. */
const isShare = ({ masked }: LabelContext['reading'], { before, quantity }: Mention): boolean =>
  isRateUnit(quantity.unit) &&
  /[为是占成][^,、]{1,16}的$/.test(masked.slice(before.start, before.end));

const isBlank = ({ own }: LabelContext): boolean =>
  isEmpty(own.head) && isEmpty(own.noun) && isEmpty(own.predicate);

/** 受理300件,同比增长4.2%: a change without words of its own is that of the level told last. */
export function labelOfChange(context: LabelContext): FigureLabel | null {
  const { mention } = context;
  if (!isBlank(context) || !isAmountOfChange(mention)) return null;
  const carried = baseInBrackets(context) ?? lastLevel(context, () => true);
  if (carried !== null) return { ...carried, end: mention.end, rule: 'label-carried-to-change' };
  return fromTopic(context);
}

/** 案件数较上年(241宗)减少22.8%: what moved is what it is held against in the brackets right before. */
function baseInBrackets({ reading, labels, mention }: LabelContext): FigureLabel | null {
  const base = reading.mentions[mention.index - 1];
  if (!base?.clause.isBracketed || base.clause.index !== mention.clause.index - 1) return null;
  const before = reading.clauses[base.clause.index - 1];
  const isHeld = before && /[较比][^较比]{1,8}$/.test(reading.flat.slice(before.start, before.end));
  return (isHeld && labels[base.index]) || null;
}

/** 累计达到27个: a level without words of its own goes on counting what was counted last. */
export function labelOfTotal(context: LabelContext): FigureLabel | null {
  const { mention, own } = context;
  if (!isBlank(context) || isAmountOfChange(mention)) return null;
  const { unit } = mention.quantity;
  // 信访总量1,536批次、2,874人次: the same in another unit.
  const isBeside = mention.link !== 'CLAUSE';
  const carried = lastLevel(
    context,
    (other) =>
      isBeside ||
      /^[倍番]$/.test(unit) ||
      isSameUnit(other, unit) ||
      (isRateUnit(unit) && isRateUnit(other)),
  );
  if (carried === null) {
    return fromTopic(context) ?? lastLevelOfAnyUnit(context);
  }
  const nearer = nearerTopic(context, carried.changeOf);
  if (nearer !== null) return nearer;
  const isNew = own.isTotal && carried.noun !== null && verbsOfIncrease.test(carried.text);
  const text = isNew ? (carried.noun ?? carried.text) : carried.text;
  const { changeOf: _, ...rest } = carried;
  return { ...rest, text, end: mention.end, rule: 'label-carried' };
}

/**
 * 培育“法律明白人”,总数达684人; 满意度持续提升,达98%: what a clause without figures names, where the figure that
 * could be carried stands in a sentence before, or the clause right before says how its own subject changed.
 */
function nearerTopic(context: LabelContext, at: number | undefined): FigureLabel | null {
  const { reading, mention, own } = context;
  const before = reading.mentions[at ?? -1];
  const clause = reading.clauses[mention.clause.index - 1];
  if (!before || !clause || clause.sentence !== mention.clause.sentence) return null;
  if (before.clause.index >= clause.index) return null;
  const isApart = before.clause.sentence !== mention.clause.sentence;
  const isChanged = saysHowItChanged(reading.masked, clause);
  if (!isApart && !(own.isTotal && isChanged)) return null;
  const topic = topicBefore(context, '');
  return topic === null || topic.isFar ? null : asLabel(context, topic);
}

function lastLevelOfAnyUnit(context: LabelContext): FigureLabel | null {
  const carried = lastLevel(context, () => true);
  if (carried === null) return null;
  const review = 'Its clause does not say what is counted; the label is that of the figure before.';
  const { changeOf: _, ...rest } = carried;
  return { ...rest, end: context.mention.end, rule: 'label-carried', review };
}

/** The label of what was told last, or the words of the clause before; null where neither names anything. */
export const carriedLevel = (context: LabelContext): FigureLabel | null =>
  lastLevel(context, () => true) ?? fromTopic(context);

/** The label of the last level before in this sentence; that of the sentence before with a doubt. */
function lastLevel(
  { reading, labels, mention }: LabelContext,
  fits: (unit: string) => boolean,
): FigureLabel | null {
  for (let at = mention.index - 1; at >= Math.max(0, mention.index - longestList); at -= 1) {
    const before = reading.mentions[at];
    const label = labels[at];
    if (before === undefined || label === undefined) continue;
    if (before.clause.point !== mention.clause.point) return null;
    const distance = mention.clause.sentence - before.clause.sentence;
    if (distance > 1) return null;
    if (before.clause.isBracketed && !mention.clause.isBracketed) continue;
    if (isAmountOfChange(before) && label.rule !== 'label-before') continue;
    if (mention.quantity.unit === '%' && isShare(reading, before)) continue;
    // 在17个镇街中列第4位: among whom, and not what has the place.
    if (isRank(mention.numeral) && isAmong(reading.masked.slice(before.end, mention.start)))
      continue;
    if (isRank(before.numeral) && !isRank(mention.numeral) && !movesRank(mention)) continue;
    if (label.text === '' || !fits(before.quantity.unit)) continue;
    const review =
      distance === 0 ? label.review : 'What is counted was told in the sentence before.';
    return { ...label, review, changeOf: at };
  }
  return null;
}

/** The words of the clause before, where no figure before names anything. */
function fromTopic(context: LabelContext): FigureLabel | null {
  const topic = isAmountOfChange(context.mention)
    ? topicBefore(context, '')
    : findAntecedent(context);
  return topic === null ? null : asLabel(context, topic);
}

const asLabel = ({ mention }: LabelContext, { noun, start }: Antecedent): FigureLabel => ({
  text: noun,
  noun,
  start,
  end: mention.end,
  rule: 'label-topic',
  review: 'What is counted is taken from a clause before that holds no figure.',
});
