import type { HeldReport } from './held-report.ts';
import { settleRestated } from './restated.ts';
import type { Settled } from './settled.ts';

/** What can be settled over the reports of a place; each rule looks at all of them. */
const rules: readonly ((reports: readonly HeldReport[]) => Settled)[] = [settleRestated];

/** All that only the reports of a place together tell, rule by rule. */
export function settlePlace(reports: readonly HeldReport[]): Settled {
  const settled = rules.map((rule) => rule(reports));
  return {
    checks: settled.flatMap(({ checks }) => checks),
    overlaps: settled.flatMap(({ overlaps }) => overlaps),
  };
}
