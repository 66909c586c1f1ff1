import { beside } from '../../text/quote.ts';
import { textOfReport } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';
import { wholesOf } from './held-report.ts';
import type { HeldOutcome, HeldReport } from './held-report.ts';
import { heldTarget } from './held-target.ts';

/** A report as it is looked at beside others, from its rows alone; null where it names no year. */
export function heldReportOf(
  rows: Rows,
  terms: Pick<Rows, 'units' | 'indicators'>,
): HeldReport | null {
  const { reports, outcomes, evidences, numerals, numeralClaims } = rows;
  const [report] = reports;
  const { id, year } = report ?? {};
  if (!report || id === undefined || year == null) return null;
  const startOf = new Map(numerals.map((numeral) => [numeral.id, numeral.start]));
  const unitOf = unitFinder(rows, terms);
  const byId = new Map(outcomes.map((row) => [row.id ?? 0, row]));
  const text = textOfReport(rows, id);
  const held = outcomes.flatMap((row): HeldOutcome[] => {
    if (row.reviewReason != null) return [];
    const words = evidences.find((each) => each.id === row.evidenceId);
    if (!words) return [];
    const evidence = { ...words, ...beside(text, words) };
    const own = numeralClaims.filter(({ outcomeId }) => outcomeId === row.id);
    const starts = own.map(({ numeralId }) => startOf.get(numeralId) ?? 0);
    const baselineStart = row.baselineValue == null ? null : Math.min(...starts);
    const wholes = wholesOf(row, (whole) => byId.get(whole));
    return [{ row, unit: unitOf(row.unitId), wholes, evidence, baselineStart }];
  });
  return {
    ...heldPlans(rows, terms),
    id,
    code: report.code,
    titleZh: report.titleZh,
    titleEn: report.titleEn ?? null,
    year,
    publisherId: report.publisherId ?? null,
    periodBasis: report.periodBasis ?? null,
    kind: report.kind,
    periodStart: report.periodStart ?? null,
    periodEnd: report.periodEnd ?? null,
    outcomes: held.filter(({ row }) => row.value != null),
    results: held,
    isReviewed: () =>
      [...outcomes, ...rows.measures].every(({ reviewReason }) => reviewReason == null),
    text: () => text,
  };
}

/** What a report says of the time ahead, and which of its measures carry on those of another. */
function heldPlans(
  rows: Rows,
  terms: Pick<Rows, 'units' | 'indicators'>,
): Pick<HeldReport, 'targets' | 'plans' | 'followers'> {
  const { targets, measures, continuations, evidences } = rows;
  const { indicators } = terms;
  const unitOf = unitFinder(rows, terms);
  return {
    targets: targets.map((row) =>
      heldTarget(row, {
        indicator: indicators.find(({ id }) => id === row.indicatorId) ?? null,
        unit: unitOf(row.unitId),
        words: evidences.find(({ id }) => id === row.evidenceId)?.exact ?? '',
      }),
    ),
    plans: measures.filter(({ stage }) => stage === 'PLANNED'),
    followers: continuations.flatMap(({ measureId, earlierCode }) =>
      measures.flatMap((row) =>
        row.id === measureId && row.reviewReason == null ? [{ row, earlierCode }] : [],
      ),
    ),
  };
}

/** The units of the vocabulary and those of the report's own, by their numbers. */
function unitFinder({ units: own }: Rows, { units }: Pick<Rows, 'units'>) {
  const byId = new Map([...units, ...own].map((unit) => [unit.id, unit]));
  return (id: number | null | undefined) => (id == null ? null : (byId.get(id) ?? null));
}
