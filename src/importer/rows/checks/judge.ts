import {
  boundOf,
  intersectionOf,
  intervalOf,
  isAtMost,
  isUnbounded,
  meet,
  percentOf,
  pointAt,
  sumOf,
} from '../../../text/interval.ts';
import type { Interval, Reading } from '../../../text/interval.ts';
import type { CheckReason, Verdict } from '../../../vocabulary.ts';
import type { Rows } from '../rows.ts';

type Outcome = Rows['outcomes'][number];

/** How a check came out, with the bounds of both sides. */
export type Judged = {
  verdict: Verdict;
  reason: CheckReason;
  holdsOnlyByRounding: boolean;
  statedBounds: Interval | null;
  computedBounds: Interval | null;
};

/** What cannot be checked, and why. */
export const unchecked = (
  reason: CheckReason,
  bounds: Partial<Pick<Judged, 'statedBounds' | 'computedBounds'>> = {},
): Judged => ({
  verdict: 'CANNOT_BE_CHECKED',
  reason,
  holdsOnlyByRounding: false,
  statedBounds: null,
  computedBounds: null,
  ...bounds,
});

/** How a check came out, as the columns of its row. */
export const judgedColumns = (judged: Judged) => ({
  verdict: judged.verdict,
  reason: judged.reason,
  holdsOnlyByRounding: judged.holdsOnlyByRounding,
  statedLow: endOf(judged.statedBounds, 'low'),
  statedHigh: endOf(judged.statedBounds, 'high'),
  computedLow: endOf(judged.computedBounds, 'low'),
  computedHigh: endOf(judged.computedBounds, 'high'),
});

/** An end of an interval as a column: null where nothing bounds it. */
const endOf = (interval: Interval | null, end: 'low' | 'high') =>
  interval && boundOf(interval[end]);

/** What could be checked, without bounds: it holds unless no reading agrees. */
export const judgedAs = (
  reason: 'AGREES' | 'WITHIN_ROUNDING' | 'WITHIN_BOUNDS' | 'NO_READING_AGREES',
): Judged => ({
  ...unchecked(reason),
  verdict: reason === 'NO_READING_AGREES' ? 'DOES_NOT_FOLLOW' : 'HOLDS',
  holdsOnlyByRounding: reason === 'WITHIN_ROUNDING',
});

/** What an outcome's figure can stand for. */
export const figureInterval = (
  outcome: Pick<Outcome, 'value' | 'minimum' | 'maximum' | 'qualifier' | 'decimals'>,
  reading: Reading = 'ROUNDED',
): Interval =>
  intervalOf(
    {
      value: outcome.value ?? 0,
      minimum: outcome.minimum ?? null,
      maximum: outcome.maximum ?? null,
      qualifier: outcome.qualifier ?? 'EXACT',
      decimals: outcome.decimals ?? null,
    },
    reading,
  );

/** What the figure before can stand for, of an outcome that has one, told or worked out. */
export function baselineInterval(outcome: Outcome, reading: Reading = 'ROUNDED'): Interval {
  if (outcome.baselineText == null) {
    if (reading === 'ROUNDED') return derivedInterval(outcome);
    return outcome.changeIsRelative === true ? eitherRelative(outcome) : eitherAmount(outcome);
  }
  return intervalOf(
    {
      value: outcome.baselineValue ?? 0,
      minimum: outcome.baselineMinimum ?? null,
      maximum: outcome.baselineMaximum ?? null,
      qualifier: outcome.baselineQualifier ?? 'EXACT',
      decimals: outcome.baselineDecimals ?? null,
    },
    reading,
  );
}

/** A figure before that is worked out, from figures that are rounded. */
const derivedInterval = (outcome: Outcome): Interval => ({
  low: outcome.baselineLow ?? -Infinity,
  high: outcome.baselineHigh ?? Infinity,
  isLowOpen: outcome.baselineIsLowOpen ?? true,
  isHighOpen: outcome.baselineIsHighOpen ?? true,
});

/** The same from an amount that may be cut off as well: half as far again beyond either end holds it all. */
function eitherAmount(outcome: Outcome): Interval {
  const { low, high, ...ends } = derivedInterval(outcome);
  const half = (high - low) / 2;
  return Number.isFinite(half)
    ? { ...ends, low: low - half, high: high + half }
    : { low, high, ...ends };
}

/** The same from a percentage that may be cut off as well: then it is half a place further from nothing. */
function eitherRelative(outcome: Outcome): Interval {
  const { changePercentLow, changePercentHigh, changeAbsolute, changeQualifier } = outcome;
  const [low, high] = [changePercentLow ?? -Infinity, changePercentHigh ?? Infinity];
  const half = changeQualifier === 'EXACT' ? (high - low) / 2 : 0;
  const isFall = (changeAbsolute ?? 0) < 0;
  const rate = {
    low: isFall ? low - half : low,
    high: isFall ? high : high + half,
    isLowOpen: low === -Infinity,
    isHighOpen: high === Infinity,
  };
  return percentOf(figureInterval(outcome, 'EITHER'), sumOf([pointAt(100), rate]));
}

const relations = { MEETS: meet, IS_AT_MOST: isAtMost } as const;

type Comparison = {
  /** What must hold between what is stated and what is worked out. */
  relation: keyof typeof relations;
  stated: (reading: Reading) => Interval;
  computed: (reading: Reading) => Interval;
  /** Whether it holds of the figures as they stand. */
  asTheyStand: boolean;
  operands: readonly Outcome[];
};

/**
 * Holds what is stated against what is worked out. It does not follow only where no values agree that the
 * figures can stand for: each of them rounded, or cut off, at its last place, and within what its words allow.
 */
export function judge({ relation, stated, computed, asTheyStand, operands }: Comparison): Judged {
  const boundsOf = (reading: Reading) => ({
    statedBounds: stated(reading),
    computedBounds: computed(reading),
  });
  const holds = ({ statedBounds, computedBounds }: ReturnType<typeof boundsOf>) =>
    relations[relation](statedBounds, computedBounds);
  const [rounded, either] = [boundsOf('ROUNDED'), boundsOf('EITHER')];
  if (isUnbounded(rounded.statedBounds) || isUnbounded(rounded.computedBounds)) {
    return unchecked('NOT_BOUNDED', rounded);
  }
  if (!holds(either)) return { ...judgedAs('NO_READING_AGREES'), ...rounded };
  const isExact = operands.every(({ qualifier }) => qualifier === 'EXACT');
  const reason = !isExact ? 'WITHIN_BOUNDS' : asTheyStand ? 'AGREES' : 'WITHIN_ROUNDING';
  return { ...judgedAs(reason), ...(holds(rounded) ? rounded : either) };
}

/**
 * Whether several tellings of one fact can all be true: whether they have a value in common.
 * @param intervalOfOne what each stands for, where that is not told by its own figure
 */
export function judgeTellings(
  told: readonly Outcome[],
  intervalOfOne: (one: Outcome, reading?: Reading) => Interval = figureInterval,
): Judged {
  const [first, ...others] = told;
  if (!first || told.some(({ value }) => value == null)) return unchecked('NOT_TOLD');
  if (others.some(({ unitId }) => unitId !== first.unitId)) return unchecked('UNITS_DIFFER');
  const bounds = {
    statedBounds: intervalOfOne(first),
    computedBounds: intersectionOf(others.map((other) => intervalOfOne(other))),
  };
  const bounded = told.filter((one) => !isUnbounded(intervalOfOne(one)));
  if (bounded.length < 2) return unchecked('NOT_BOUNDED', bounds);
  const agrees = intersectionOf(bounded.map((one) => intervalOfOne(one, 'EITHER')));
  const isSame = others.every(({ value }) => value === first.value);
  const isExact = told.every(({ qualifier }) => qualifier === 'EXACT');
  if (!agrees) return { ...judgedAs('NO_READING_AGREES'), ...bounds };
  const reason = isSame ? 'AGREES' : isExact ? 'WITHIN_ROUNDING' : 'WITHIN_BOUNDS';
  return { ...judgedAs(reason), ...bounds };
}
