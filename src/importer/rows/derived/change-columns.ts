import {
  boundOf,
  differenceOf,
  isUnbounded,
  meet,
  percentOf,
  pointAt,
} from '../../../text/interval.ts';
import type { Interval, Reading } from '../../../text/interval.ts';
import { percentOf as perCentOfUnit } from '../../../text/numerals/numbers/ratio.ts';
import type { Qualifier } from '../../../vocabulary.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';
import type { ReportContext } from '../report-context.ts';
import type { Observed } from '../vocabulary-index.ts';
import { endsOf, intervalColumns, intervalOfClaimed, placesOf } from './figure-interval.ts';

/** A figure with what is told of how it moved. */
export type MovedFigure = {
  claimed: ClaimedFigure;
  unit: DerivedUnit;
  observed: Observed | undefined;
  isRank: boolean;
};

/** The amount of a change as the text tells it, with the sign that the curator gave it. */
export type ToldChange = { amount: ClaimedFigure; change: number };

export const cleanly = (value: number) => Number(value.toFixed(10));

/** What a figure was before, as the text tells it, and how far it moved. */
export function toldBaseline(context: ReportContext, moved: MovedFigure, from: ClaimedFigure) {
  const { claimed, unit } = moved;
  const absolute = cleanly(claimed.value - from.value);
  const [now, before] = [claimed, from].map((figure) => intervalOfClaimed(context, figure));
  return {
    ...baselineOf(context, from, unit),
    changeAbsolute: absolute,
    ...changeEnds(differenceOf(now ?? pointAt(0), before ?? pointAt(0))),
    ...percentColumns(moved, {
      absolute,
      from: from.value,
      isExact: claimed.qualifier === 'EXACT' && from.qualifier === 'EXACT',
      now: now ?? pointAt(0),
      before: before ?? pointAt(0),
    }),
    isImprovement: improves(absolute, moved),
  };
}

/** How far a figure moved, as the text tells it, and what it was before: told as well, or worked out. */
export function toldChange(
  context: ReportContext,
  moved: MovedFigure,
  { amount, change }: ToldChange,
  from: ClaimedFigure | null,
) {
  const { claimed, unit } = moved;
  const now = intervalOfClaimed(context, claimed);
  const by = signedAs(change, intervalOfClaimed(context, amount));
  const derived = differenceOf(now, by);
  const isExact = [claimed, amount].every(({ qualifier }) => qualifier === 'EXACT');
  const value = from?.value ?? cleanly(claimed.value - change);
  return {
    ...(from
      ? baselineOf(context, from, unit)
      : derivedBaseline(derived, {
          value,
          qualifier: isExact ? 'EXACT' : qualifierOf(derived),
          decimals: isExact ? coarser(placesOf(context, claimed), placesOf(context, amount)) : null,
          unit,
        })),
    ...amountColumns(context, { amount, change }, moved),
    ...percentColumns(moved, {
      absolute: change,
      from: value,
      isExact: isExact && (from === null || from.qualifier === 'EXACT'),
      now,
      before: from ? intervalOfClaimed(context, from) : derived,
    }),
  };
}

/** The amount of a change that the words tell, as columns. */
export const amountColumns = (
  context: ReportContext,
  { amount, change }: ToldChange,
  moved: Pick<MovedFigure, 'observed' | 'isRank'>,
) => ({
  changeAbsolute: change,
  ...changeEnds(signedAs(change, intervalOfClaimed(context, amount))),
  changeText: amount.text,
  changeQualifier: amount.qualifier,
  isImprovement: improves(change, moved),
});

/** Whether a baseline that the text tells can be what the level and its change come from. */
export function fits(
  context: ReportContext,
  claimed: ClaimedFigure,
  { amount, change }: ToldChange,
  from: ClaimedFigure,
): boolean {
  const of = (figure: ClaimedFigure, reading: Reading) =>
    intervalOfClaimed(context, figure, reading);
  const derived = differenceOf(of(claimed, 'EITHER'), signedAs(change, of(amount, 'EITHER')));
  return meet(derived, of(from, 'EITHER'));
}

export function baselineOf(context: ReportContext, from: ClaimedFigure, unit: DerivedUnit) {
  const { decimals, ...ends } = intervalColumns(context, from);
  return {
    baselineValue: from.value,
    baselineMinimum: from.minimum,
    baselineMaximum: from.maximum,
    baselineQualifier: from.qualifier,
    baselineText: from.text,
    baselineDecimals: decimals,
    ...baselineEnds(ends),
    baselineUnitId: unit.id,
  };
}

type DerivedFigure = {
  value: number;
  qualifier: Qualifier;
  decimals: number | null;
  unit: DerivedUnit;
};

/** A figure before that nobody wrote: it has no words, and lies where level and change let it lie. */
export function derivedBaseline(
  interval: Interval,
  { value, qualifier, decimals, unit }: DerivedFigure,
) {
  const ends = endsOf(interval);
  const isExact = qualifier === 'EXACT';
  return {
    baselineValue: value,
    baselineMinimum: isExact ? null : ends.low,
    baselineMaximum: isExact ? null : ends.high,
    baselineQualifier: qualifier,
    baselineText: null,
    baselineDecimals: decimals,
    ...baselineEnds(ends),
    baselineUnitId: unit.id,
  };
}

const baselineEnds = ({ low, high, isLowOpen, isHighOpen }: ReturnType<typeof endsOf>) => ({
  baselineLow: low,
  baselineHigh: high,
  baselineIsLowOpen: isLowOpen,
  baselineIsHighOpen: isHighOpen,
});

/** The words that would bound a figure so. */
function qualifierOf(interval: Interval): Qualifier {
  if (isUnbounded(interval)) return 'ABOUT';
  if (interval.high === Infinity) return interval.isLowOpen ? 'MORE_THAN' : 'AT_LEAST';
  if (interval.low === -Infinity) return interval.isHighOpen ? 'LESS_THAN' : 'AT_MOST';
  return 'BETWEEN';
}

const coarser = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** Between which amounts a change lies; null for an end that nothing bounds. */
export const changeEnds = ({ low, high }: Interval) => ({
  changeLow: boundOf(low),
  changeHigh: boundOf(high),
});

/** The amount of a change as an interval: below zero for a fall. */
export const signedAs = (change: number, amount: Interval): Interval =>
  change < 0 ? differenceOf(pointAt(0), amount) : amount;

/** What moves by points and not by a percentage: a part of a whole, and points themselves. */
export const isOfHundred = ({ code, classifiers }: Pick<DerivedUnit, 'code' | 'classifiers'>) =>
  code === percentagePoint || classifiers.some((word) => perCentOfUnit(word) !== null);

/** The unit of a change between two rates. */
export const percentagePoint = '{percentage_point}';

type Percentage = {
  absolute: number;
  from: number;
  isExact: boolean;
  now: Interval;
  before: Interval;
};

/** A change in per cent of what was before: only where it says something, and a number only where that is exact. */
function percentColumns({ claimed, unit, isRank }: MovedFigure, told: Percentage) {
  const { absolute, from, isExact, now, before } = told;
  if (isRank || isOfHundred(unit) || from <= 0 || claimed.value < 0) {
    const isSaid = !isRank && !isOfHundred(unit) && isExact && from !== 0;
    return { changePercent: isSaid ? roundedPercent(absolute, from) : null };
  }
  const { low, high } = percentOf(now, before);
  return {
    changePercent: isExact ? roundedPercent(absolute, from) : null,
    changePercentLow: boundOf(cleanly(low - 100)),
    changePercentHigh: boundOf(cleanly(high - 100)),
  };
}

const roundedPercent = (absolute: number, from: number) =>
  Number(((absolute / from) * 100).toFixed(2));

/** Whether a change is for the better, as the indicator has it, of a rank where its number falls; null where neither way is. */
export function improves(
  absolute: number,
  { observed, isRank }: Pick<MovedFigure, 'observed' | 'isRank'>,
): boolean | null {
  const direction = isRank ? 'LOWER_IS_BETTER' : (observed?.direction ?? 'NEITHER');
  if (direction === 'NEITHER' || absolute === 0) return null;
  return absolute > 0 === (direction === 'HIGHER_IS_BETTER');
}
