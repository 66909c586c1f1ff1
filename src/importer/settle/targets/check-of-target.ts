import { slugOf } from '../../rows/checks/explain-check.ts';
import type { CheckReason } from '../../../vocabulary.ts';
import { judgedAs, unchecked } from '../../rows/checks/judge.ts';
import type { Judged } from '../../rows/checks/judge.ts';
import type { HeldReport, HeldTarget } from '../held-report.ts';
import type { SettledCheck } from '../settled.ts';
import { explainTarget } from './explain-target.ts';
import type { Found } from './found.ts';
import { textOrderOf } from '../../rows/text-order.ts';

/** The same as a check of the later report; none where nothing could be held against the target yet. */
export function checkOfTarget(own: HeldReport, target: HeldTarget, found: Found): SettledCheck[] {
  const { check, result, met } = found;
  if (!check) return [];
  const { report, because } = check;
  const judged = judgedOf(because, met);
  const { row } = target;
  return [
    {
      ...judged,
      report,
      kind: 'TARGET',
      code: `target-${slugOf(row)}-${own.code}`,
      stated: met?.stated?.value ?? null,
      computed: met?.told?.value ?? null,
      operands: result ? [{ role: 'RESULT', outcome: result.outcome.row }] : [],
      words: explainTarget(target, found),
      textOrder: result ? textOrderOf(result.outcome.row) : `${report.code}/`,
      targetId: row.id ?? 0,
    },
  ];
}

function judgedOf(because: CheckReason, met: Found['met']): Judged {
  const bounds = {
    statedBounds: met?.goal ?? null,
    computedBounds: met?.told?.interval('EITHER') ?? null,
  };
  switch (because) {
    case 'AGREES':
    case 'WITHIN_ROUNDING':
    case 'WITHIN_BOUNDS':
    case 'NO_READING_AGREES':
      return { ...judgedAs(because), ...bounds };
    default:
      return unchecked(because, bounds);
  }
}
