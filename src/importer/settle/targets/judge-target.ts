import { isUnbounded, meet, pointAt } from '../../../text/interval.ts';
import type { Interval } from '../../../text/interval.ts';
import type { CheckReason } from '../../../vocabulary.ts';
import type { TargetReason } from '../../../vocabulary/plans.ts';
import { percentagePoint } from '../../rows/derived/change-columns.ts';
import type { HeldOutcome, HeldTarget, HeldUnit } from '../held-report.ts';
import { asItStands, changeOf, levelOf, wantedWay } from './amounts.ts';
import type { Amount } from './amounts.ts';

/** How an outcome stands to a target. */
export type Met = {
  verdict: 'REACHED' | 'PARTLY_REACHED' | 'NOT_REACHED' | 'NOT_COMPARABLE';
  reason: TargetReason | null;
  /** The same in the reasons of checks. */
  because: CheckReason;
  shareReached: number | null;
  stated: Amount | null;
  told: Amount | null;
  /** Within what a figure reaches the target. */
  goal: Interval | null;
};

/**
 * Holds what is told against what was to be reached, by intervals: it is reached where the figure lies
 * within what was promised as both stand, in every reading, or by the rounding of exact figures; it is
 * not where no reading of the two meets. Anything else stays open.
 */
export function judgeTarget(target: HeldTarget, outcome: HeldOutcome): Met {
  const { row } = target;
  const isChange = row.valueType === 'CHANGE';
  const stated = isChange ? changeOf(row) : levelOf(row);
  const told = isChange ? changeOf(outcome.row) : levelOf(outcome.row);
  if (!stated || !told) return { ...open('NO_FIGURE', 'NOT_TOLD'), stated, told };
  const isOfLevel = isChange && outcome.row.valueType !== 'CHANGE';
  const fits = isOfLevel ? movesBy(target.unit, outcome.unit) : row.unitId === outcome.row.unitId;
  if (!fits) {
    return { ...open('UNITS_DIFFER', 'UNITS_DIFFER'), stated, told };
  }
  return { ...judgeAmounts(target, stated, told), stated, told };
}

/** What a level is multiplied by, and not what is added to it. */
const multiples: ReadonlySet<string> = new Set(['%', '[ppth]', '{fold}', '{doubling}']);

/** Whether a level moves by what stands in a unit: a rate by points, which are no per cent of it, all else in its own. */
function movesBy(unit: HeldUnit | null, level: HeldUnit | null): boolean {
  if (unit?.code === percentagePoint) return level?.code === '%';
  return unit !== null && unit.id === level?.id && !multiples.has(unit.code);
}

const open = (reason: TargetReason, because: CheckReason): Met => ({
  verdict: 'NOT_COMPARABLE',
  reason,
  because,
  shareReached: null,
  stated: null,
  told: null,
  goal: null,
});

function judgeAmounts(target: HeldTarget, stated: Amount, told: Amount): Met {
  const way = wantedWay(target);
  const goal = goalOf(stated.interval('EITHER'), way);
  const met = { ...open('BOUNDS_LEAVE_OPEN', 'BOUNDS_LEAVE_OPEN'), goal };
  const shareReached = shareOf(target, { way, stated, told });
  const reached = (because: CheckReason): Met => ({
    ...met,
    verdict: 'REACHED',
    reason: null,
    because,
    shareReached,
  });
  if (told.isExact && isWithin(pointAt(told.value), goalOf(standing(target, stated), way))) {
    return reached('AGREES');
  }
  const figure = told.interval('EITHER');
  // 约 bounds nothing: the figure itself is the least that it can mean, and what lies below stays open.
  if (isUnbounded(goal) || isUnbounded(figure)) return { ...met, because: 'NOT_BOUNDED' };
  const areExact = stated.isExact && told.isExact;
  if (areExact && meet(figure, goal)) return reached('WITHIN_ROUNDING');
  if (isWithin(figure, goal)) return reached('WITHIN_BOUNDS');
  if (meet(figure, goal)) return met;
  if (way === null) return { ...met, reason: 'DIRECTION_NOT_SAID', because: 'SCOPES_MAY_DIFFER' };
  const isPart = shareReached !== null && shareReached > 0 && shareReached < 1;
  return {
    ...met,
    verdict: isPart ? 'PARTLY_REACHED' : 'NOT_REACHED',
    reason: null,
    because: 'NO_READING_AGREES',
    shareReached,
  };
}

/** What was promised, without the bounds of its rounding; of a figure that nothing bounds, itself. */
function standing({ row }: HeldTarget, stated: Amount): Interval {
  const bounds = row.valueType === 'CHANGE' ? stated.interval('ROUNDED') : asItStands(row);
  return isUnbounded(bounds) ? pointAt(stated.value) : bounds;
}

/** Within what a figure reaches what is promised: beyond it is better where more, or less, is wanted. */
function goalOf(bounds: Interval, way: 'UP' | 'DOWN' | null): Interval {
  if (way === 'UP') return { ...bounds, high: Infinity, isHighOpen: true };
  return way === 'DOWN' ? { ...bounds, low: -Infinity, isLowOpen: true } : bounds;
}

/** Whether all values of the one are values of the other. */
function isWithin(one: Interval, other: Interval): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(one.low), Math.abs(one.high));
  const lies = (gap: number, isOwnOpen: boolean, isTheirsOpen: boolean) =>
    Number.isNaN(gap) || gap > slack || (gap >= -slack && (isOwnOpen || !isTheirsOpen));
  return (
    lies(one.low - other.low, one.isLowOpen, other.isLowOpen) &&
    lies(other.high - one.high, one.isHighOpen, other.isHighOpen)
  );
}

type Sides = { way: 'UP' | 'DOWN' | null; stated: Amount; told: Amount };

/**
 * How much of what was promised there is: of a change its amount, of a figure with a baseline how far it
 * has come from there, of things that one counts how many. Null for all else: 94 of 95 % is no share.
 */
function shareOf({ row, isAmount }: HeldTarget, { way, stated, told }: Sides): number | null {
  const from = row.valueType === 'CHANGE' ? 0 : (row.baselineValue ?? null);
  const start = from ?? (isAmount && way === 'UP' ? 0 : null);
  if (start === null || stated.value === start) return null;
  return Number(((told.value - start) / (stated.value - start)).toFixed(4));
}
