import type { IndicatorDirection, PeriodBasis, ReportKind } from '../../vocabulary.ts';
import type { Rows } from '../rows/rows.ts';

export type OutcomeRow = Rows['outcomes'][number];
type TargetRow = Rows['targets'][number];
type MeasureRow = Rows['measures'][number];

/** A report of a place, as it is looked at beside the others of that place. */
export type HeldReport = {
  id: number;
  code: string;
  titleZh: string;
  titleEn: string | null;
  /** The year that it reports on. */
  year: number;
  publisherId: number | null;
  /** Whether its period stands in its words. */
  periodBasis: PeriodBasis | null;
  /** Those of its outcomes that may tell again what stands elsewhere, or be told again. */
  outcomes: readonly HeldOutcome[];
  kind: ReportKind;
  /** The first and last day that it reports on; null where its words do not say. */
  periodStart: string | null;
  periodEnd: string | null;
  targets: readonly HeldTarget[];
  /** Those of its outcomes that may tell what came of a target, words among them. */
  results: readonly HeldOutcome[];
  /** Its planned measures. */
  plans: readonly MeasureRow[];
  /** Those of its measures that carry on one of an earlier report. */
  followers: readonly HeldFollower[];
  /** Whether nothing that it tells is left to review; looked up when it is needed. What it leaves out is told only then. */
  isReviewed: () => boolean;
  /** Its whole text, read when it is first needed. */
  text: () => string;
};

/** The unit of a figure; one of a report's own says nothing of that of another report. */
export type HeldUnit = Pick<
  Rows['units'][number],
  'id' | 'code' | 'nameZh' | 'nameEn' | 'reportId'
>;

/** What a report says will be reached. */
export type HeldTarget = {
  row: TargetRow;
  /** Null for words. */
  unit: HeldUnit | null;
  /** The words that it rests on. */
  words: string;
  /** Which way its indicator is better; null where it has none. */
  direction: IndicatorDirection | null;
  /** Whether it counts things or events, so that some of it can be there. */
  isAmount: boolean;
};

/** A measure that carries on that of an earlier report. */
export type HeldFollower = {
  row: MeasureRow;
  /** The code of the earlier measure. */
  earlierCode: string;
};

/** An outcome that has a value, with the words that it rests on. */
export type HeldOutcome = {
  row: OutcomeRow;
  /** Null for words. */
  unit: HeldUnit | null;
  /** What it is a part of, the nearest whole first. */
  wholes: readonly OutcomeRow[];
  /** Its words, where they stand in the text, and a few characters before and after. */
  evidence: { start: number; exact: string; prefix: string; suffix: string };
  /** Where the words of its baseline begin in the text; null where it has none. */
  baselineStart: number | null;
};

/** Two publishers tell of two bodies; where only one is named, the other may be the same. */
export const isOfOneBody = (one: HeldReport, other: HeldReport): boolean =>
  one.publisherId === null || other.publisherId === null || one.publisherId === other.publisherId;

/** The wholes above an outcome, the nearest first. */
export function wholesOf(
  { wholeId = null }: OutcomeRow,
  outcomeAt: (id: number) => OutcomeRow | undefined,
): OutcomeRow[] {
  const wholes: OutcomeRow[] = [];
  for (let id = wholeId; id !== null;) {
    const whole = outcomeAt(id);
    if (!whole) break;
    wholes.push(whole);
    id = whole.wholeId ?? null;
  }
  return wholes;
}
