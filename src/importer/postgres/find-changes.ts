import type { ReportMark } from './report-marks.ts';

/**
 * What is other about a report whose rows go or come: all of it; what was settled for it; or, beside such a one,
 * nothing but the numbers by which its settled rows name rows of others.
 */
type ReportChange = 'WHOLE' | 'SETTLED' | 'BESIDE';

export type ChangedReport = ReportMark & { change: ReportChange };

/** What has to be published so that PostgreSQL holds a snapshot. */
export type ReportChanges = {
  /** The reports whose rows go. */
  gone: readonly ChangedReport[];
  /** The reports whose rows come. */
  come: readonly ChangedReport[];
  counts: { added: number; changed: number; removed: number };
};

/**
 * Holds the reports that are published against those of a snapshot. What is settled of a report is told of others
 * of its place too, by their numbers: so it is copied of all reports of a place in which one changed, and of those that
 * did not change themselves nothing else is.
 */
export function findChanges(
  published: readonly ReportMark[],
  wanted: readonly ReportMark[],
): ReportChanges {
  const before = new Map(published.map((report) => [report.code, report]));
  const after = new Map(wanted.map((report) => [report.code, report]));
  const removed = published.filter(({ code }) => !after.has(code));
  const added = wanted.filter(({ code }) => !before.has(code));
  const changed = wanted.filter(({ code, mark }) => {
    const old = before.get(code);
    return old !== undefined && old.mark !== mark;
  });
  const places = new Set(
    [...removed, ...added, ...changed].flatMap(({ code, placeId }) => [
      placeId,
      before.get(code)?.placeId ?? placeId,
    ]),
  );
  const isTouched = ({ placeId }: ReportMark) => places.has(placeId);
  const codes = new Set(
    [...published.filter(isTouched), ...wanted.filter(isTouched)].map(({ code }) => code),
  );
  const changeOf = (code: string): ReportChange => {
    const [old, own] = [before.get(code), after.get(code)];
    if (old?.ownMark !== own?.ownMark) return 'WHOLE';
    return old?.mark === own?.mark ? 'BESIDE' : 'SETTLED';
  };
  const changedOf = (marks: readonly ReportMark[]): ChangedReport[] =>
    marks
      .filter(({ code }) => codes.has(code))
      .map((report) => ({ ...report, change: changeOf(report.code) }));
  return {
    gone: changedOf(published),
    come: changedOf(wanted),
    counts: { added: added.length, changed: changed.length, removed: removed.length },
  };
}
