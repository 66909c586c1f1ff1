import type { HeldReport } from './held-report.ts';
import { isOfOneSeries } from './series.ts';

/** The first and last day that a report tells of; of one that names no days, those of its year. */
const firstDayOf = ({ periodStart, year }: HeldReport) => periodStart ?? `${year}-01-01`;
const lastDayOf = ({ periodEnd, year }: HeldReport) => periodEnd ?? `${year}-12-31`;

/** The later reports of the same series, the oldest first. */
export const laterOf = (own: HeldReport, reports: readonly HeldReport[]): HeldReport[] =>
  reports
    .filter((other) => other.year > own.year && isOfOneSeries(own, other, reports))
    .toSorted((one, other) => one.year - other.year || (one.code < other.code ? -1 : 1));

/** Whether a report tells of the time up to a day, or beyond it. */
export const reaches = (report: HeldReport, day: string): boolean => lastDayOf(report) >= day;

/** Whether a report is that of the day: of the same kind as the one that looks ahead to it. */
export const isReportOf = (report: HeldReport, day: string, own: HeldReport): boolean =>
  report.kind === own.kind && firstDayOf(report) <= day && reaches(report, day);
