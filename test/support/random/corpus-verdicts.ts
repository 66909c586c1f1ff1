import type { Rows } from '../../../src/importer/rows/rows.ts';
import { namesOf } from '../../../src/vocabulary.ts';
import { targetReasons, targetVerdicts } from '../../../src/vocabulary/plans.ts';
import type { Random } from '../corpus-rows.ts';

/** Says of targets and planned measures what came of them, as random as the rest, once all that is there. */
export function addVerdicts(rows: Rows, random: Random): void {
  for (const target of rows.targets) judgeTarget(rows, random, target);
  for (const plan of rows.measures) {
    if (plan.stage !== 'PLANNED') continue;
    const follower = random.chance(0.5) ? random.pick(rows.measures) : null;
    plan.followUp = random.pick(
      follower ? ['TOLD_DONE', 'TOLD_ONGOING'] : ['NOT_MENTIONED', 'NO_REPORT_YET'],
    );
    plan.followerId = follower?.id ?? null;
    plan.followerEvidenceId = follower?.evidenceId ?? null;
  }
  for (const check of rows.checks) {
    if (check.kind === 'NORM' || rows.targets.length === 0 || random.chance(0.8)) continue;
    check.kind = 'TARGET';
    check.targetId = random.pick(rows.targets).id ?? null;
  }
}

function judgeTarget(
  rows: Rows,
  { pick, chance, below }: Random,
  target: Rows['targets'][number],
): void {
  const targetId = target.id ?? 0;
  target.verdict = pick(namesOf(targetVerdicts));
  target.verdictReason = null;
  if (target.verdict === 'NOT_COMPARABLE') {
    target.verdictReason = pick(namesOf(targetReasons));
    if (target.verdictReason === 'YEAR_NOT_KNOWN') return;
  }
  target.verdictZh = '目标核对';
  target.verdictEn = 'Working';
  target.asOfId = pick(rows.reports).id ?? null;
  const isMet = ['REACHED', 'PARTLY_REACHED', 'NOT_REACHED'].includes(target.verdict);
  if (rows.outcomes.length > 0 && isMet) {
    target.outcomeId = pick(rows.outcomes).id ?? null;
    target.shareReached = chance(0.6) ? below(12) / 10 : null;
  } else if (isMet) target.verdict = 'NOT_REPORTED';
  for (let ordinal = 1; ordinal <= below(3); ordinal += 1) {
    rows.targetReports.push({ targetId, ordinal, heldId: pick(rows.reports).id ?? 0 });
  }
}
