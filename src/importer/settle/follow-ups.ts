import { isOfOneBody } from './held-report.ts';
import type { HeldReport } from './held-report.ts';
import { isReportOf, laterOf } from './held-period.ts';
import type { Settled, SettledFollowUp } from './settled.ts';

type MeasureRow = HeldReport['plans'][number];

/**
 * What later reports tell of each planned measure: that it is carried out, that it is planned again, or
 * nothing. Nothing is said of it where the report is not held in which it would stand, or is not reviewed yet.
 */
export function settleFollowUps(reports: readonly HeldReport[]): Pick<Settled, 'followUps'> {
  return {
    followUps: reports.flatMap((report) =>
      report.plans.map((plan) => followUp(report, plan, laterOf(report, reports))),
    ),
  };
}

function followUp(
  report: HeldReport,
  plan: MeasureRow,
  later: readonly HeldReport[],
): SettledFollowUp {
  const told = { report, measureId: plan.id ?? 0, follower: null };
  const followers = carriedOn(plan, later);
  const done = followers.find(({ stage }) => stage === 'CARRIED_OUT');
  if (done) return { ...told, status: 'TOLD_DONE', follower: done };
  const again = followers.at(-1);
  if (again) return { ...told, status: 'TOLD_ONGOING', follower: again };
  const due = dueOf(report, plan);
  const isHeld = later.some(
    (other) => isReportOf(other, due, report) && isOfOneBody(report, other) && other.isReviewed(),
  );
  return { ...told, status: isHeld ? 'NOT_MENTIONED' : 'NO_REPORT_YET' };
}

/**
 * The measures that carry a plan on, by themselves or over others that do, the oldest first. A report
 * carries on earlier ones alone, so that each link stands before what rests on it.
 */
function carriedOn(plan: MeasureRow, later: readonly HeldReport[]): MeasureRow[] {
  const codes = new Set([plan.code]);
  return later
    .flatMap((other) => other.followers)
    .filter(({ row, earlierCode }) => codes.has(earlierCode) && codes.add(row.code))
    .map(({ row }) => row);
}

/** By when a plan is due: the last day of its targets or, without one, of the year after its report's. */
function dueOf({ year, targets }: HeldReport, plan: MeasureRow): string {
  const days = targets.flatMap(({ row }) => (row.measureId === plan.id ? (row.dueEnd ?? []) : []));
  return days.toSorted().at(-1) ?? `${year + 1}-12-31`;
}
