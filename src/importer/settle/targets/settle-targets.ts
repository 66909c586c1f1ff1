import { seedBounds } from '../../../limits.ts';
import type { TargetReason } from '../../../vocabulary/plans.ts';
import { isOfItsOwnScope } from '../restated/doubts.ts';
import { isOfOneBody } from '../held-report.ts';
import type { HeldReport, HeldTarget } from '../held-report.ts';
import { isReportOf, laterOf, reaches } from '../held-period.ts';
import type { Settled, SettledVerdict } from '../settled.ts';
import { checkOfTarget } from './check-of-target.ts';
import { explainTarget } from './explain-target.ts';
import type { Found } from './found.ts';
import { onlyResult, resultsOf, wholeResults } from './find-results.ts';
import type { Result } from './find-results.ts';
import { judgeTarget } from './judge-target.ts';

/**
 * Whether each target was kept, by what the reports of the place tell that are held. It depends on them
 * alone and not on any clock: what none of them reaches is not due yet. Absence is told only of the report
 * in which it would stand.
 */
export function settleTargets(
  reports: readonly HeldReport[],
): Pick<Settled, 'checks' | 'verdicts'> {
  const found = reports.flatMap((report) => {
    const later = laterOf(report, reports);
    return report.targets.map((target) => {
      const all = reaches(report, target.row.dueEnd ?? '~') ? [report, ...later] : later;
      const held = all.slice(-seedBounds.lookedAt);
      return { report, target, held, found: findVerdict(target, report, held) };
    });
  });
  return {
    verdicts: found.map(({ report, target, held, found: one }): SettledVerdict => ({
      report,
      target,
      verdict: one.verdict,
      reason: one.reason,
      words: explainTarget(target, one),
      outcome: one.result?.outcome.row ?? null,
      shareReached: one.met?.shareReached ?? null,
      asOf: held.at(-1) ?? report,
      lookedAt: held,
    })),
    checks: found.flatMap(({ report, target, found: one }) => checkOfTarget(report, target, one)),
  };
}

function findVerdict(target: HeldTarget, own: HeldReport, held: readonly HeldReport[]): Found {
  const { dueEnd: due, valueType, indicatorId, reviewReason } = target.row;
  if (reviewReason != null) return notComparable('NOT_REVIEWED');
  if (due == null) return notComparable('NO_DEADLINE');
  if (!held.some((report) => reaches(report, due))) return { verdict: 'NOT_DUE_YET', reason: null };
  const { ofDue, ofYear } = resultsOf(target, due, held);
  if (ofDue.length > 0) return compare(target, own, ofDue);
  const report = held.find((each) => isReportOf(each, due, own));
  if (!report) return { verdict: 'NO_REPORT_YET', reason: null };
  if (valueType === 'STATEMENT') return notComparable('NO_FIGURE');
  const [near] = ofYear;
  if (near) {
    const check = { report: near.report, because: 'PERIOD_DIFFERS' as const };
    return { ...notComparable('PERIOD_DIFFERS'), result: near, check };
  }
  // What another body's report leaves out says nothing: this one may have told of it elsewhere.
  if (!isOfOneBody(own, report)) return { verdict: 'NO_REPORT_YET', reason: null };
  if (indicatorId == null) return notComparable('NO_INDICATOR');
  if (!report.isReviewed()) return notComparable('NOT_REVIEWED');
  return { verdict: 'NOT_REPORTED', reason: null, check: { report, because: 'NOT_TOLD' } };
}

const notComparable = (reason: TargetReason): Found => ({ verdict: 'NOT_COMPARABLE', reason });

function compare(target: HeldTarget, own: HeldReport, ofDue: readonly Result[]): Found {
  const [first] = ofDue;
  const wholes = wholeResults(ofDue);
  const result = onlyResult(wholes);
  const shown = result ?? wholes[0] ?? first;
  if (!shown) return notComparable('NO_FIGURE');
  const { report, outcome } = shown;
  const unclear = { report, because: 'SCOPES_MAY_DIFFER' as const };
  if (!result) {
    return wholes.length > 0
      ? { ...notComparable('SEVERAL_OUTCOMES'), result: shown, check: unclear }
      : {
          ...notComparable('SCOPES_MAY_DIFFER'),
          result: shown,
          check: { report, because: 'PART_ONLY' },
        };
  }
  const met = judgeTarget(target, outcome);
  if (met.reason === 'NO_FIGURE') return { ...notComparable('NO_FIGURE'), result };
  const { verdict, reason } = met;
  const falls = verdict === 'NOT_REACHED' || verdict === 'PARTLY_REACHED';
  const isOfOneScope = own.publisherId === report.publisherId && !isOfItsOwnScope(outcome, report);
  if (falls && !isOfOneScope) {
    const open = { ...met, shareReached: null };
    return { ...notComparable('SCOPES_MAY_DIFFER'), result, met: open, check: unclear };
  }
  return { verdict, reason, result, met, check: { report, because: met.because } };
}
