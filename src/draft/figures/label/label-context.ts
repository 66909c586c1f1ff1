import type { FigureReading, Mention } from '../reading/mentions.ts';
import type { FigureLabel } from './figure-label.ts';
import type { OwnWords } from './own-words.ts';

/** What a rule for a label may look at: the text, all figures, and the labels of those before. */
export type LabelContext = {
  readonly reading: FigureReading;
  readonly owns: readonly OwnWords[];
  readonly labels: readonly FigureLabel[];
  readonly mention: Mention;
  readonly own: OwnWords;
  /** The place of the figure that this one is a part of; null where it is none. */
  readonly whole: number | null;
  readonly wholes: ReadonlyMap<number, number>;
};

/** A rule: the label, or null where the rule does not apply. */
export type LabelRule = (context: LabelContext) => FigureLabel | null;

const rate = /[%％‰‱番倍成]|百分点|个点|基点/;

/** Whether a figure is a rate or how far one moved. */
export const isRateUnit = (unit: string): boolean => rate.test(unit);

/** Whether a figure tells how much something changed, or how far it is from another. */
export const isAmountOfChange = ({ quantity, comparison }: Mention): boolean =>
  quantity.change?.role === 'BY' || comparison !== null || /百分点$|^个点$/.test(quantity.unit);

const measure =
  /^(?:.*[元米里亩顷吨克斤升瓦时度天年]|.*公里|小时|分钟|个?工作日|个?月|学时|课时|个学时|周|日|.*\/.*)$/;

/** Whether the unit is a classifier that counts things, so that a noun belongs to it. */
export const isClassifier = (unit: string): boolean =>
  unit !== '' && !isRateUnit(unit) && !measure.test(unit);

/** Whether two figures can count the same things. */
export const isSameUnit = (one: string, other: string): boolean =>
  one === other || kinds.some((kind) => kind.has(one) && kind.has(other));

/** Classifiers of people, and those of cases and disputes. */
const kinds = [new Set(['人', '名', '位']), new Set(['件', '起', '宗', '例', '案'])];

/** Longer enumerations, and what is told that many figures before, are passed over: work stays linear in the text. */
export const longestList = 40;

/** The figures of one enumeration: from the first one of its clause to the last that hangs on it by 、 or 和. */
export function listAround(mentions: readonly Mention[], mention: Mention): Mention[] {
  let first = mention.index;
  const least = Math.max(0, mention.index - longestList);
  while (first > least && isInList(mentions[first])) first -= 1;
  let last = mention.index;
  const most = mention.index + longestList;
  while (last < most && isInList(mentions[last + 1])) last += 1;
  return mentions.slice(first, last + 1);
}

const isInList = (mention: Mention | undefined): boolean =>
  mention !== undefined && (mention.link === 'LIST' || mention.link === 'AND');
