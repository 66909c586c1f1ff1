import type { PeriodBasis } from '../../vocabulary.ts';
import type { Rows } from '../rows/rows.ts';

export type OutcomeRow = Rows['outcomes'][number];

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
  /** Its whole text, read when it is first needed. */
  text: () => string;
};

/** An outcome that has a value, with the words that it rests on. */
export type HeldOutcome = {
  row: OutcomeRow;
  /** What it is a part of, the nearest whole first. */
  wholes: readonly OutcomeRow[];
  /** Its words, where they stand in the text, and a few characters before and after. */
  evidence: { start: number; exact: string; prefix: string; suffix: string };
  /** Where the words of its baseline begin in the text; null where it has none. */
  baselineStart: number | null;
};

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
