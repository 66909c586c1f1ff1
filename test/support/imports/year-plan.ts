import type { Random } from '../corpus-rows.ts';
import type { YearReport } from './told-again.ts';

/**
 * The same report with a plan for the next year: a target of the first of its figures, and perhaps a measure
 * that carries on the plan of the year before.
 * @param before the code of the report of the year before, held or not; null where nothing is carried on
 */
export function withPlan(
  report: YearReport,
  { year, before }: { year: number; before: string | null },
  { pick }: Random,
): YearReport {
  const { outcomes, ...rest } = report;
  const due = year + pick([1, 1, 2]);
  const value = pick([45, 85, 20_000]);
  const lead = `${due}年继续推进`;
  const words = `${lead},清理文件不少于${value}件`;
  const continues = { measure: `${before}/plan`, basis: 'CURATED', note: { zh: '同一工作' } };
  return {
    ...rest,
    text: `${report.text.trimEnd()}${words}。\n`,
    measures: [
      { outcomes, ...(before !== null && { continues }) },
      {
        stage: 'PLANNED',
        code: 'plan',
        quote: lead,
        targets: [
          {
            code: 'goal',
            quote: words,
            value,
            unit: '{document}',
            indicator: 'documents-reviewed',
            due: { text: `${due}年`, edtf: String(due) },
          },
        ],
      },
    ],
  };
}
