import type { Rows } from '../rows/rows.ts';
import { wholesOf } from './held-report.ts';
import type { HeldReport } from './held-report.ts';

/** A report as it is looked at beside others, from its rows alone; null where it names no year. */
export function heldReportOf({
  reports,
  outcomes,
  evidences,
  numerals,
  numeralClaims,
}: Rows): HeldReport | null {
  const [report] = reports;
  const { id, year } = report ?? {};
  if (!report || id === undefined || year == null) return null;
  const startOf = new Map(numerals.map((numeral) => [numeral.id, numeral.start]));
  const byId = new Map(outcomes.map((row) => [row.id ?? 0, row]));
  return {
    id,
    code: report.code,
    titleZh: report.titleZh,
    titleEn: report.titleEn ?? null,
    year,
    publisherId: report.publisherId ?? null,
    periodBasis: report.periodBasis ?? null,
    outcomes: outcomes.flatMap((row) => {
      const evidence = evidences.find((each) => each.id === row.evidenceId);
      if (row.value == null || !evidence) return [];
      const own = numeralClaims.filter(({ outcomeId }) => outcomeId === row.id);
      const starts = own.map(({ numeralId }) => startOf.get(numeralId) ?? 0);
      const baselineStart = row.baselineValue == null ? null : Math.min(...starts);
      return { row, wholes: wholesOf(row, (whole) => byId.get(whole)), evidence, baselineStart };
    }),
    text: () => report.text,
  };
}
