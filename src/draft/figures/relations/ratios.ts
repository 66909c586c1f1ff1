import type { FigureLabel } from '../label/figure-label.ts';
import { isAmountOfChange, isRateUnit, isSameUnit } from '../label/label-context.ts';
import { decimalsOf } from '../../../text/interval.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { isRank } from '../reading/placed-numerals.ts';

/** A rate with the count and the base that it is of: indices of figures. */
export type FoundRatio = {
  readonly rate: number;
  readonly count: number;
  readonly base: number;
  readonly rule: string;
  readonly review: string | null;
};

/** How many figures back a rate's count and base are looked for. */
const reach = 6;

/** Joins rates to two counts before them: where these make that rate, or where words of the rate name the count. */
export function findRatios(
  { flat, mentions }: FigureReading,
  labels: readonly FigureLabel[],
): FoundRatio[] {
  return mentions.flatMap((rate) => {
    if (!/^[%％]$/.test(rate.quantity.unit) || isAmountOfChange(rate)) return [];
    const counts = mentions
      .slice(Math.max(0, rate.index - reach), rate.index)
      .filter((before) => before.clause.point === rate.clause.point)
      .filter((before) => rate.clause.sentence - before.clause.sentence <= 1)
      .filter(
        (before) => !before.isModifier && !isAmountOfChange(before) && !isRank(before.numeral),
      )
      .filter((before) => !isRateUnit(before.quantity.unit));
    const text = labels[rate.index]?.text ?? '';
    const fitting = ratioThatFits(flat, rate, counts);
    const isNamed = (count: Mention) => names(text, labels[count.index]?.text ?? '');
    const pair = fitting ?? ratioByName(counts, isNamed);
    if (pair === null || !/率|比|占|%$/.test(text)) return [];
    const review = fitting === null ? 'The rate does not follow from the two counts.' : null;
    const rule = fitting === null ? 'ratio-by-name' : 'ratio-that-fits';
    return [{ rate: rate.index, count: pair.count.index, base: pair.base.index, rule, review }];
  });
}

type Pair = { count: Mention; base: Mention };

/** The nearest two counts of one unit whose share is the rate, to its last place. */
function ratioThatFits(flat: string, rate: Mention, counts: readonly Mention[]): Pair | null {
  const digits = flat.slice(rate.start, rate.end);
  const places = Math.max(0, decimalsOf(/[\d.]+/.exec(digits)?.[0] ?? '') ?? 0);
  const step = 10 ** -places;
  for (const count of counts.toReversed()) {
    for (const base of counts.toReversed()) {
      if (base.index >= count.index || !isSameUnit(base.quantity.unit, count.quantity.unit))
        continue;
      if (base.quantity.value <= 0 || base.quantity.value < count.quantity.value) continue;
      const share = (count.quantity.value / base.quantity.value) * 100;
      if (Math.abs(share - rate.quantity.value) < step) return { count, base };
    }
  }
  return null;
}

function ratioByName(
  counts: readonly Mention[],
  isNamed: (count: Mention) => boolean,
): Pair | null {
  const count = counts.findLast(isNamed);
  if (count === undefined) return null;
  const base = counts.findLast(
    (before) =>
      before.index < count.index &&
      isSameUnit(before.quantity.unit, count.quantity.unit) &&
      before.quantity.value >= count.quantity.value,
  );
  return base === undefined ? null : { count, base };
}

/** 调解成功率 is of 调解成功, 办结率 of 办结: the last two characters before 率. */
function names(rate: string, count: string): boolean {
  const stem = /(.{2})率/.exec(rate)?.[1];
  return stem !== undefined && count.includes(stem);
}
