import { settleFollowUps } from './follow-ups.ts';
import type { HeldReport } from './held-report.ts';
import { settleRestated } from './restated/restated.ts';
import type { Settled } from './settled.ts';
import { settleTargets } from './targets/settle-targets.ts';

/** What can be settled over the reports of a place; each rule looks at all of them. */
const rules: readonly ((reports: readonly HeldReport[]) => Partial<Settled>)[] = [
  settleRestated,
  settleTargets,
  settleFollowUps,
];

/** All that only the reports of a place together tell, rule by rule. */
export function settlePlace(reports: readonly HeldReport[]): Settled {
  const settled = rules.map((rule) => rule(reports));
  return {
    checks: settled.flatMap(({ checks = [] }) => checks),
    overlaps: settled.flatMap(({ overlaps = [] }) => overlaps),
    verdicts: settled.flatMap(({ verdicts = [] }) => verdicts),
    followUps: settled.flatMap(({ followUps = [] }) => followUps),
  };
}
