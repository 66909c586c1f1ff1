import { sliceCodePoints } from '../../../text/code-points.ts';
import type { HeldOutcome, HeldReport, OutcomeRow } from '../held-report.ts';
import { plainWindow, windowOfBaseline, windowOfMove } from './window.ts';

/** A figure that a report may tell again after an earlier one. */
export type Telling = {
  outcome: HeldOutcome;
  /** The figure that is told, in the columns of an outcome's own. */
  figure: OutcomeRow;
  /** The period that it is of. */
  window: string;
  isBaseline: boolean;
  /** Whether it is worked out from a level and its change, which the report tells instead. */
  isDerived: boolean;
};

/** What a report tells of years before its own: baselines whose words say of when, and values. */
export function tellingsOf({ year, outcomes }: HeldReport): Telling[] {
  return outcomes.flatMap((outcome) => {
    const { row } = outcome;
    const window = plainWindow(row.window);
    const isOfBefore = row.year != null && row.year < year;
    const plain = { outcome, figure: row, window, isBaseline: false, isDerived: false };
    const told = isOfBefore ? [plain] : [];
    return [...told, ...(baselineOf(outcome) ?? derivedOf(outcome) ?? [])];
  });
}

function baselineOf(outcome: HeldOutcome): [Telling] | null {
  const { row, evidence, baselineStart } = outcome;
  if (row.baselineValue == null || row.baselineText == null || baselineStart === null) return null;
  const words = wordsUpTo(evidence, baselineStart);
  const window = windowOfBaseline(words, row.window);
  if (window === null) return null;
  return [{ outcome, figure: baselineAsFigure(row), window, isBaseline: true, isDerived: false }];
}

/** The figure before that level and change give, where the words say of when it is: 300件，同比增长20%. */
function derivedOf({ row, evidence, ...rest }: HeldOutcome): [Telling] | null {
  const { baselineValue, baselineText, changeText } = row;
  if (baselineValue == null || baselineText != null || changeText == null) return null;
  const { prefix, exact } = evidence;
  const place = exact.indexOf(changeText);
  // Where the words stand twice nobody says which of them are the amount.
  if (place < 0 || exact.indexOf(changeText, place + 1) >= 0) return null;
  const window = windowOfMove(`${prefix}${exact.slice(0, place)}`, row.window);
  if (window === null) return null;
  const outcome = { row, evidence, ...rest };
  return [{ outcome, figure: baselineAsFigure(row), window, isBaseline: true, isDerived: true }];
}

/** The words before a place in the evidence of an outcome. */
const wordsUpTo = ({ start, prefix, exact }: HeldOutcome['evidence'], place: number): string =>
  `${prefix}${sliceCodePoints(exact, 0, place - start)}`;

const baselineAsFigure = (row: OutcomeRow): OutcomeRow => ({
  ...row,
  value: row.baselineValue ?? null,
  minimum: row.baselineMinimum ?? null,
  maximum: row.baselineMaximum ?? null,
  qualifier: row.baselineQualifier ?? null,
  quantityText: row.baselineText ?? null,
  decimals: row.baselineDecimals ?? null,
});

/** Whether an earlier outcome is of what a telling is of: then both tell one fact. */
export function isSameFact(telling: Telling, earlier: HeldOutcome): boolean {
  const { outcome, window } = telling;
  return (
    plainWindow(earlier.row.window) === window &&
    isNamedAlike(outcome.row, earlier.row) &&
    (outcome.row.dimensionZh ?? null) === (earlier.row.dimensionZh ?? null) &&
    isOfOnePopulation(outcome.row, earlier.row) &&
    outcome.wholes.length === earlier.wholes.length &&
    outcome.wholes.every((whole, nth) => isNamedAlike(whole, earlier.wholes[nth]))
  );
}

/** One indicator or, where a curator gave none, one label. */
export function isNamedAlike(one: Named, other: Named | undefined): boolean {
  if (!other) return false;
  return one.indicatorId != null && other.indicatorId != null
    ? one.indicatorId === other.indicatorId
    : wordsOf(one) === wordsOf(other);
}

type Named = Pick<OutcomeRow, 'indicatorId' | 'labelZh'>;

const wordsOf = ({ labelZh }: Named) => labelZh.replaceAll(/\s/g, '');

/** Of two populations they are two facts; where only one is named, the other may be the same. */
const isOfOnePopulation = (one: OutcomeRow, other: OutcomeRow) =>
  one.populationZh == null || other.populationZh == null || one.populationZh === other.populationZh;
