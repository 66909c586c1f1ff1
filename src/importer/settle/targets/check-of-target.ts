import { slugOf } from '../../rows/checks/explain-check.ts';
import { judgedAs, unchecked } from '../../rows/checks/judge.ts';
import type { HeldReport, HeldTarget } from '../held-report.ts';
import type { SettledCheck } from '../settled.ts';
import { explainTarget } from './explain-target.ts';
import type { Found } from './settle-targets.ts';

/** The same as a check of the later report; none where nothing could be held against the target yet. */
export function checkOfTarget(own: HeldReport, target: HeldTarget, found: Found): SettledCheck[] {
  const { check, result, met } = found;
  if (!check) return [];
  const { report, because } = check;
  const bounds = {
    statedBounds: met?.goal ?? null,
    computedBounds: met?.told?.interval('EITHER') ?? null,
  };
  const judged =
    because === 'AGREES' ||
    because === 'WITHIN_ROUNDING' ||
    because === 'WITHIN_BOUNDS' ||
    because === 'NO_READING_AGREES'
      ? { ...judgedAs(because), ...bounds }
      : unchecked(because, bounds);
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
      textOrder: result?.outcome.row.textOrder ?? `${report.code}/`,
      targetId: row.id ?? 0,
    },
  ];
}
