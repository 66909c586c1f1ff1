import type { CheckKind } from '../../vocabulary.ts';
import type { FollowUpStatus, TargetReason, TargetVerdict } from '../../vocabulary/plans.ts';
import type { CheckOperand, CheckWords } from '../rows/checks/explain-check.ts';
import type { Judged } from '../rows/checks/judge.ts';
import type { HeldFollower, HeldReport, HeldTarget, OutcomeRow } from './held-report.ts';

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
  /** The number of the target that it is about, if it is about one. */
  targetId?: number;
};

/** Whether a target was kept; it is of the report that sets it. */
export type SettledVerdict = {
  report: HeldReport;
  target: HeldTarget;
  verdict: TargetVerdict;
  reason: TargetReason | null;
  words: CheckWords;
  outcome: OutcomeRow | null;
  shareReached: number | null;
  asOf: HeldReport;
  lookedAt: readonly HeldReport[];
};

/** What later reports tell of a planned measure; it is of the report that plans it. */
export type SettledFollowUp = {
  report: HeldReport;
  measureId: number;
  status: FollowUpStatus;
  follower: HeldFollower['row'] | null;
};

/** Outcomes of different reports that tell one fact, so that no sum may hold both. */
type SettledOverlap = { report: HeldReport; outcome: OutcomeRow; other: OutcomeRow };

/** What is settled over the reports of a place. */
export type Settled = {
  checks: SettledCheck[];
  overlaps: SettledOverlap[];
  verdicts: SettledVerdict[];
  followUps: SettledFollowUp[];
};
