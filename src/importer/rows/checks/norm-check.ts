import { intervalOf, isUnbounded, meet, pointAt } from '../../../text/interval.ts';
import type { Interval } from '../../../text/interval.ts';
import { namesOf, placeLevels } from '../../../vocabulary.ts';
import type { KnownNorm } from '../frameworks/known-norms.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { slugOf } from './explain-check.ts';
import type { WorkedCheck } from './explain-check.ts';
import { explainNorm } from './explain-norm.ts';
import { figureInterval, judgedAs, unchecked } from './judge.ts';
import type { Judged } from './judge.ts';
import { isPerNorm, isTimedOtherwise } from './norm-words.ts';

type Outcome = Rows['outcomes'][number];

/** Each outcome against each norm that is about its indicator and binds the report's place in its year. */
export function normChecks(context: ReportContext, own: readonly Outcome[]): WorkedCheck[] {
  const norms = context.terms.norms.filter((norm) => bindsPlace(norm, context));
  if (norms.length === 0) return [];
  return own.flatMap((outcome) =>
    norms
      .filter((norm) => norm.indicatorId === outcome.indicatorId)
      .filter((norm) => isInForce(norm, outcome, context.frame.year))
      .map((norm) => normCheck(context, { norm, outcome, own })),
  );
}

const levels = namesOf(placeLevels);

/** Whether a norm binds places of the report's rank, and the report's place among them. */
function bindsPlace(
  { highestLevel, lowestLevel, place }: KnownNorm,
  { terms, frame: { placeId } }: ReportContext,
): boolean {
  const level = terms.levels.get(placeId);
  if (level === undefined) return false;
  const rank = levels.indexOf(level);
  if (highestLevel && rank < levels.indexOf(highestLevel)) return false;
  if (lowestLevel && rank > levels.indexOf(lowestLevel)) return false;
  return place === null || (terms.ancestors.get(placeId)?.includes(place) ?? false);
}

/**
 * Whether a norm was in force in the whole of the years that the report and the figure are of: one that
 * came into force within a year asked nothing for all of it.
 */
function isInForce({ from, until }: KnownNorm, outcome: Outcome, reported: number | null): boolean {
  if (reported === null || outcome.year == null) return false;
  const began = Number((outcome.periodStart ?? String(outcome.year)).slice(0, 4));
  const years = [reported, outcome.year, began];
  return (
    from <= `${Math.min(...years)}-01-01` &&
    (until === null || until >= `${Math.max(...years)}-12-31`)
  );
}

type Held = { norm: KnownNorm; outcome: Outcome; own: readonly Outcome[] };

function normCheck(context: ReportContext, held: Held): WorkedCheck {
  const { norm, outcome } = held;
  const judged = judgeNorm(context, held);
  return {
    kind: 'NORM',
    code: `norm-${slugOf(outcome)}-${norm.itemCode}`,
    ...judged,
    stated: outcome.value ?? null,
    computed: norm.value,
    operands: [{ role: 'HELD', outcome }],
    itemId: norm.itemId,
    words: explainNorm(norm, outcome, judged),
  };
}

/** What must be known before a figure can be held against a norm, and then how it comes out. */
function judgeNorm(context: ReportContext, held: Held): Judged {
  const { norm, outcome } = held;
  if (outcome.value == null) return unchecked('NOT_TOLD');
  const bounds = { statedBounds: figureInterval(outcome), computedBounds: askedOf(norm) };
  if (outcome.unitId !== norm.unitId) return unchecked('UNITS_DIFFER');
  if (isPart(held)) return unchecked('PART_ONLY', bounds);
  if (isTimedOtherwise(context, norm, outcome)) return unchecked('PERIOD_DIFFERS', bounds);
  if (!isPerNorm(context, norm, outcome)) return unchecked('PER_DIFFERS', bounds);
  const judged = { ...judgeFigure(outcome, bounds.computedBounds), ...bounds };
  const time = norm.period === null ? 'SAME' : timeOf(context, outcome);
  if (time === 'SAME') return judged;
  // What is enough before the year is over is enough for the year.
  const isEnough =
    time === 'WITHIN' && norm.bound === 'AT_LEAST' && norm.isAdditive && judged.verdict === 'HOLDS';
  return isEnough ? judged : unchecked('PERIOD_DIFFERS', bounds);
}

/** The values that keep a norm. */
const askedOf = ({ bound, value }: KnownNorm): Interval =>
  bound === 'EXACTLY'
    ? pointAt(value)
    : intervalOf({ value, minimum: null, maximum: null, qualifier: bound, decimals: null });

/** Whether a figure is of a part, or one of several that differ, of which none is known to be the whole. */
const isPart = ({ outcome, own }: Held): boolean =>
  outcome.wholeId != null ||
  outcome.dimensionZh != null ||
  outcome.populationZh != null ||
  own.some(
    ({ id, indicatorId, window, value, wholeId }) =>
      id !== outcome.id &&
      indicatorId === outcome.indicatorId &&
      window === outcome.window &&
      value != null &&
      value !== outcome.value &&
      wholeId == null,
  );

/** Whether a figure is of one calendar year, of a time within one, or of another. */
function timeOf(
  { rows, reportId }: ReportContext,
  outcome: Outcome,
): 'SAME' | 'WITHIN' | 'ANOTHER' {
  const { periodText, periodStart, periodEnd } =
    outcome.periodText == null ? (rows.reports[reportId - 1] ?? {}) : outcome;
  if (periodText == null || !periodStart || !periodEnd) return 'ANOTHER';
  const year = periodStart.slice(0, 4);
  if (year !== periodEnd.slice(0, 4)) return 'ANOTHER';
  return periodStart === `${year}-01-01` && periodEnd === `${year}-12-31` ? 'SAME' : 'WITHIN';
}

/**
 * A norm is kept where the figure keeps it as it is written, or where all values do that it can stand
 * for; it is not where none does, rounded or cut off. In between nothing is said.
 */
function judgeFigure(outcome: Outcome, asked: Interval): Judged {
  const figure = figureInterval(outcome, 'EITHER');
  if (isUnbounded(figure)) return unchecked('NOT_BOUNDED');
  if (!meet(figure, asked)) return judgedAs('NO_READING_AGREES');
  if (outcome.qualifier === 'EXACT' && meet(pointAt(outcome.value ?? 0), asked)) {
    return judgedAs('AGREES');
  }
  const isInside = figure.low >= asked.low && figure.high <= asked.high;
  return isInside ? judgedAs('WITHIN_BOUNDS') : unchecked('BOUNDS_LEAVE_OPEN');
}
