import { boundOf, differenceOf, meet, percentOf, pointAt, sumOf } from '../../../text/interval.ts';
import type { Interval } from '../../../text/interval.ts';
import type { Path } from '../../read/parse-source.ts';
import type { FigureFacts } from '../../read/shapes/figure.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';
import type { ReportContext } from '../report-context.ts';
import {
  baselineOf,
  changeEnds,
  cleanly,
  derivedBaseline,
  improves,
  isOfHundred,
  signedAs,
} from './change-columns.ts';
import type { MovedFigure, ToldChange } from './change-columns.ts';
import { intervalOfClaimed } from './figure-interval.ts';

/** A change in per cent of what was before stands beside a level that counts or measures, and alone. */
export function isRelativeChange(
  { report }: ReportContext,
  { value, change, changePercent }: FigureFacts,
  {
    at,
    unit,
    isRank,
  }: { at: Path; unit: Pick<DerivedUnit, 'code' | 'classifiers'> | null; isRank: boolean },
): boolean {
  if (changePercent === undefined) return false;
  const tell = (message: string, help: string) => {
    report([...at, 'changePercent'], 'relative-change', message, help);
    return false;
  };
  const alone = `Write change: ${changePercent} with unit "%", as a fact of its own.`;
  if (value === undefined && !isRank)
    return tell('Without a value, nothing can be worked out.', alone);
  if (isRank || (unit && isOfHundred(unit))) {
    return tell('A rate moves by points and a rank by places.', alone);
  }
  if (value !== undefined && value <= 0) return tell(`Of ${value} there is no per cent.`, alone);
  if (change === undefined) return true;
  return tell(
    'The change is told as an amount and in per cent.',
    'Give one of them with the value, the other as a fact of its own.',
  );
}

/** The unit of a change in per cent, whatever the level is in. */
export const inPerCent = (unit: DerivedUnit): DerivedUnit => ({
  ...unit,
  code: '%',
  classifiers: ['%', '％'],
});

/**
 * How far a level moved in per cent of what was before (受理300件，同比增长20%), as columns: what it was
 * before, unless that is told as well, and the amount lie where level and percentage let them lie.
 */
export function relativeChange(
  context: ReportContext,
  moved: MovedFigure,
  { amount, change }: ToldChange,
  from: ClaimedFigure | null,
) {
  const { claimed, unit } = moved;
  const now = intervalOfClaimed(context, claimed);
  const rate = signedAs(change, intervalOfClaimed(context, amount));
  const before = beforeOf(now, rate);
  const moves = amountOf(now, rate);
  const value =
    from?.value ??
    roundedWithin(before, claimed.value / (1 + change / 100), (rounded) =>
      holds(moves, claimed.value - rounded),
    );
  const absolute = cleanly(claimed.value - value);
  return {
    ...(from
      ? baselineOf(context, from, unit)
      : derivedBaseline(
          { ...before, low: cleanly(before.low), high: cleanly(before.high) },
          { value, qualifier: 'ABOUT', decimals: null, unit },
        )),
    changeAbsolute: absolute,
    ...changeEnds(from ? differenceOf(now, intervalOfClaimed(context, from)) : moves),
    changeText: amount.text,
    changeQualifier: amount.qualifier,
    changeIsRelative: true,
    changePercent: amount.qualifier === 'EXACT' ? change : null,
    changePercentLow: boundOf(rate.low),
    changePercentHigh: boundOf(rate.high),
    isImprovement: improves(absolute, moved),
  };
}

/** Whether a baseline that the text tells can be what the level and its percentage come from. */
export function fitsRelative(
  context: ReportContext,
  claimed: ClaimedFigure,
  { amount, change }: ToldChange,
  from: ClaimedFigure,
): boolean {
  const of = (figure: ClaimedFigure) => intervalOfClaimed(context, figure, 'EITHER');
  return meet(beforeOf(of(claimed), signedAs(change, of(amount))), of(from));
}

/** What a level was before it moved by so many per cent. */
const beforeOf = (now: Interval, rate: Interval): Interval =>
  percentOf(now, sumOf([pointAt(100), rate]));

const holds = ({ low, high }: Interval, value: number) => value >= low && value <= high;

/**
 * A value of the interval with no more digits than that lets one know, or than it takes to be one that
 * fits; six where it bounds nothing.
 */
function roundedWithin(
  { low, high }: Interval,
  value: number,
  doesFit: (rounded: number) => boolean,
): number {
  const width = high - low;
  if (!Number.isFinite(width) || width <= 0) return Number(value.toPrecision(6));
  const step = 10 ** Math.floor(Math.log10(width));
  const rounded = [step, step / 10, step / 100].map((each) =>
    cleanly(Math.round(value / each) * each),
  );
  return rounded.find(doesFit) ?? rounded[0] ?? value;
}

/** By how much a level moved that moved by so many per cent of what was before. */
function amountOf(now: Interval, rate: Interval): Interval {
  const corners = [now.low, now.high].flatMap((level) =>
    [rate.low, rate.high].map((percent) => (level * percent) / (100 + percent)),
  );
  if (!corners.every(Number.isFinite)) return differenceOf(now, beforeOf(now, rate));
  const [low, high] = [Math.min(...corners), Math.max(...corners)].map(cleanly);
  return { ...now, low: low ?? 0, high: high ?? 0 };
}
