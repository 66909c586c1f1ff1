import { sliceCodePoints } from '../../../text/code-points.ts';
import { boundOf, intervalOf } from '../../../text/interval.ts';
import type { Interval, Reading } from '../../../text/interval.ts';
import { precisionOf } from '../../../text/numerals/quantities/precision.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import type { ReportContext } from '../report-context.ts';

/** To how many places a figure is written. */
export const placesOf = ({ text }: ReportContext, { number, unit }: ClaimedFigure) =>
  precisionOf(sliceCodePoints(text, number.start, number.end), unit);

/** What a figure stands for. */
export const intervalOfClaimed = (
  context: ReportContext,
  claimed: ClaimedFigure,
  reading: Reading = 'ROUNDED',
): Interval => intervalOf({ ...claimed, decimals: placesOf(context, claimed) }, reading);

/** A figure's places as written, and the interval of what it stands for. */
export function intervalColumns(context: ReportContext, claimed: ClaimedFigure) {
  return {
    decimals: placesOf(context, claimed),
    ...endsOf(intervalOfClaimed(context, claimed)),
  };
}

/** An interval as columns. */
export const endsOf = ({ low, high, isLowOpen, isHighOpen }: Interval) => ({
  low: boundOf(low),
  high: boundOf(high),
  isLowOpen,
  isHighOpen,
});
