import type { CheckKind } from '../../vocabulary.ts';
import type { CheckOperand, CheckWords } from '../rows/checks/explain-check.ts';
import type { Judged } from '../rows/checks/judge.ts';
import type { HeldReport, OutcomeRow } from './held-report.ts';

/** A check that looks over several reports; it is of the latest of them. */
export type SettledCheck = Judged & {
  report: HeldReport;
  kind: CheckKind;
  /** Without that of the report. */
  code: string;
  stated: number | null;
  computed: number | null;
  operands: CheckOperand[];
  words: CheckWords;
  textOrder: string;
};

/** Outcomes of different reports that tell one fact, so that no sum may hold both. */
type SettledOverlap = { report: HeldReport; outcome: OutcomeRow; other: OutcomeRow };

/** What is settled over the reports of a place. */
export type Settled = { checks: SettledCheck[]; overlaps: SettledOverlap[] };
