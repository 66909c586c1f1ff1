import type { CheckReason } from '../../../vocabulary.ts';
import type { TargetReason, TargetVerdict } from '../../../vocabulary/plans.ts';
import type { HeldReport } from '../held-report.ts';
import type { Result } from './find-results.ts';
import type { Met } from './judge-target.ts';

/** How a target came out, before it is put into words. */
export type Found = {
  verdict: TargetVerdict;
  reason: TargetReason | null;
  /** The outcome that a later report tells of it. */
  result?: Result;
  /** How the two stand to each other, where they were held against each other. */
  met?: Met;
  /** The report in which a check of it stands, and how that comes out; left out where none is called for. */
  check?: { report: HeldReport; because: CheckReason };
};
