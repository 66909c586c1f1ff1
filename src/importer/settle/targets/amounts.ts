import { intervalOf } from '../../../text/interval.ts';
import type { Interval, Reading } from '../../../text/interval.ts';
import { verbOfLevel } from '../../../text/numerals/quantities/change.ts';
import { figureInterval } from '../../rows/checks/judge.ts';
import type { HeldTarget, OutcomeRow } from '../held-report.ts';

/** A level, or an amount of change, that a target or an outcome tells. */
export type Amount = {
  value: number;
  /** Whether it is told as it stands, without 约, 余 or the like. */
  isExact: boolean;
  interval: (reading: Reading) => Interval;
};

/** What of an outcome's columns tells a figure; a target's are the same. */
type Figure = Pick<
  OutcomeRow,
  | 'value'
  | 'minimum'
  | 'maximum'
  | 'qualifier'
  | 'decimals'
  | 'valueType'
  | 'changeAbsolute'
  | 'changeLow'
  | 'changeHigh'
  | 'changeQualifier'
  | 'changeIsRelative'
>;

/** The level that a fact tells; null where it tells none. */
export function levelOf(row: Figure): Amount | null {
  if (row.value == null) return null;
  return {
    value: row.value,
    isExact: row.qualifier === 'EXACT',
    interval: (reading) => figureInterval(row, reading),
  };
}

/** The amount of change that a fact tells, below zero for a fall; null where it tells none. */
export function changeOf(row: Figure): Amount | null {
  const { changeAbsolute: value, changeLow = null, changeHigh = null } = row;
  if (value == null) return null;
  const interval = {
    low: changeLow ?? -Infinity,
    high: changeHigh ?? Infinity,
    isLowOpen: changeLow === null,
    isHighOpen: changeHigh === null,
  };
  return {
    value,
    isExact: row.changeIsRelative !== true && (row.changeQualifier ?? row.qualifier) === 'EXACT',
    interval: () => interval,
  };
}

/** A figure without the bounds of its rounding. */
export const asItStands = (row: Figure): Interval =>
  intervalOf({
    value: row.value ?? 0,
    minimum: row.minimum ?? null,
    maximum: row.maximum ?? null,
    qualifier: row.qualifier ?? 'EXACT',
    decimals: null,
  });

/** The way in which a target wants a figure to be: that or more, that or less; null where nothing says. */
export function wantedWay(target: HeldTarget): 'UP' | 'DOWN' | null {
  const { row, direction, isAmount } = target;
  const isFall = row.valueType === 'CHANGE' && (row.changeAbsolute ?? 0) < 0;
  switch (row.valueType === 'CHANGE' ? row.changeQualifier : row.qualifier) {
    case 'AT_LEAST':
    case 'MORE_THAN':
      return isFall ? 'DOWN' : 'UP';
    case 'AT_MOST':
    case 'LESS_THAN':
      return isFall ? 'UP' : 'DOWN';
    default:
  }
  // The first place is the best, whichever way a verb says that one gets there.
  if (row.valueType === 'RANK') return 'DOWN';
  const ofWords = wayOfWords(target);
  if (ofWords !== null) return ofWords;
  const move = row.changeAbsolute ?? 0;
  if (move !== 0) return move > 0 ? 'UP' : 'DOWN';
  if (direction === 'HIGHER_IS_BETTER') return 'UP';
  if (direction === 'LOWER_IS_BETTER') return 'DOWN';
  return isAmount ? 'UP' : null;
}

/** 控制在5件: that or less, though no verb of change says so. */
const capped = /(?:控制|控|限制|压控)[在至到为]$/u;

/** The way in which the verb leads to a level: 减少到6件, 提升至95%; null where none does, or not one way. */
function wayOfWords({ row, words }: HeldTarget): 'UP' | 'DOWN' | null {
  const { quantityText = null } = row;
  if (quantityText === null) return null;
  const ways = new Set<'UP' | 'DOWN' | null>();
  for (let at = words.indexOf(quantityText); at >= 0; at = words.indexOf(quantityText, at + 1)) {
    const isCap = capped.test(words.slice(0, at));
    ways.add(isCap ? 'DOWN' : (verbOfLevel(words, at, 0)?.direction ?? null));
  }
  const [only = null] = ways;
  return ways.size === 1 ? only : null;
}
