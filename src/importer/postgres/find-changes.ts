import type { ReportMark } from './report-marks.ts';

/** What has to be published so that PostgreSQL holds a snapshot. */
export type ReportChanges = {
  /** The numbers of the reports whose rows go. */
  gone: readonly ReportMark[];
  /** The reports whose rows come. */
  come: readonly ReportMark[];
  counts: { added: number; changed: number; removed: number };
};

/**
 * Holds the reports that are published against those of a snapshot. What is settled of a report is told
 * of others of its place too, by their numbers: so all reports of a place in which one changed are copied.
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
  const isIn = ({ code }: ReportMark) => codes.has(code);
  return {
    gone: published.filter(isIn),
    come: wanted.filter(isIn),
    counts: { added: added.length, changed: changed.length, removed: removed.length },
  };
}
