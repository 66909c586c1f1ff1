import { tallyChecks } from '../rows/checks/tally-checks.ts';
import { judgedColumns } from '../rows/checks/judge.ts';
import { emptyRows } from '../rows/rows.ts';
import { placeOfCode } from '../rows/text-order.ts';
import type { Rows } from '../rows/rows.ts';
import type { HeldReport } from './held-report.ts';
import type { Settled } from './settled.ts';
import { settledKinds } from './settled-kinds.ts';

/**
 * The rows of what was settled for one report; only the numbers of its checks are not final, which
 * begin after `taken`.
 */
export function rowsOfSettled(
  report: Pick<HeldReport, 'id' | 'code'>,
  { checks, overlaps, verdicts }: Settled,
  taken: number,
): Rows {
  const rows = emptyRows();
  const own = checks.filter((check) => check.report.id === report.id);
  own.forEach((check, nth) => {
    const checkId = taken + nth + 1;
    rows.checks.push({
      id: checkId,
      code: `${report.code}/${check.code}`,
      reportId: report.id,
      kind: check.kind,
      ...judgedColumns(check),
      stated: check.stated,
      computed: check.computed,
      explanationZh: check.words.zh,
      explanationEn: check.words.en,
      evidenceId: null,
      targetId: check.targetId ?? null,
      // What nobody has reviewed is held against no other report.
      reviewState: 'CURATED',
      textOrder: placeOfCode(check.textOrder, check.code),
    });
    check.operands.forEach(({ role, outcome }, index) => {
      const outcomeId = outcome.id ?? 0;
      rows.checkOperands.push({ checkId, ordinal: index + 1, outcomeId, role });
    });
  });
  const pairs = overlaps.filter((overlap) => overlap.report.id === report.id);
  for (const { outcome, other } of pairs) {
    rows.overlaps.push({ outcomeId: outcome.id ?? 0, otherId: other.id ?? 0 });
  }
  for (const { target, lookedAt } of verdicts.filter((each) => each.report.id === report.id)) {
    lookedAt.forEach(({ id }, index) => {
      rows.targetReports.push({ targetId: target.row.id ?? 0, ordinal: index + 1, heldId: id });
    });
  }
  const tallies = tallyChecks(report.id, settledKinds, rows.checks);
  return { ...rows, ...tallies };
}
