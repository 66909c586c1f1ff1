import type { Interval } from '../../../text/interval.ts';
import type { Path } from '../../read/parse-source.ts';
import type { ReportContext } from '../report-context.ts';
import { directionCheck } from './direction-check.ts';
import { explain } from './explain-check.ts';
import type { WorkedCheck } from './explain-check.ts';
import { findRatios } from './find-ratios.ts';
import { findTellings } from './find-tellings.ts';
import { declaredCheck, sumCheck } from './work-out.ts';

/** Adds all checks: those that follow from parts and baselines, those declared, and those found in the text. */
export function addChecks(context: ReportContext): void {
  const { rows, facts, reportId } = context;
  const own = rows.outcomes.filter((outcome) => outcome.reportId === reportId);
  const worked: WorkedCheck[] = [];
  for (const outcome of own) {
    const parts = own.filter(({ wholeId }) => wholeId === outcome.id);
    const partial = context.partial.has(outcome.id ?? 0);
    if (parts.length > 0) worked.push(sumCheck(outcome, parts, partial));
    if (outcome.baselineValue != null) worked.push(directionCheck(context, outcome));
  }
  facts.checks.forEach((check, index) => {
    const find = (slug: string, field: PropertyKey, ...rest: Path) => {
      const id = context.outcomes.rowOf(slug, ['checks', index, field, ...rest], context.report);
      return id === null ? null : (rows.outcomes[id - 1] ?? null);
    };
    const declared = declaredCheck(context, check, { find, at: ['checks', index] });
    if (declared) worked.push({ ...declared, note: check.note });
  });
  worked.push(...findRatios(context, own, worked), ...findTellings(own, worked));
  for (const check of worked) addCheck(context, check);
}

function addCheck(context: ReportContext, worked: WorkedCheck): void {
  const { rows, reportId } = context;
  const checkId = rows.checks.length + 1;
  const words = explain(worked);
  const first = worked.operands[0]?.outcome.textOrder;
  rows.checks.push({
    id: checkId,
    code: context.codeOf(worked.code),
    reportId,
    kind: worked.kind,
    verdict: worked.verdict,
    reason: worked.reason,
    holdsOnlyByRounding: worked.holdsOnlyByRounding,
    stated: worked.stated,
    computed: worked.computed,
    statedLow: endOf(worked.statedBounds, 'low'),
    statedHigh: endOf(worked.statedBounds, 'high'),
    computedLow: endOf(worked.computedBounds, 'low'),
    computedHigh: endOf(worked.computedBounds, 'high'),
    explanationZh: words.zh,
    explanationEn: words.en,
    evidenceId: context.evidence(worked.evidence ?? null),
    textOrder: first ?? context.orderAt(worked.evidence?.start ?? 0),
  });
  worked.operands.forEach(({ role, outcome }, index) => {
    rows.checkOperands.push({ checkId, ordinal: index + 1, outcomeId: outcome.id ?? 0, role });
  });
}

/** An end of an interval as a column: null where nothing bounds it. */
const endOf = (interval: Interval | null, end: 'low' | 'high') =>
  interval && Number.isFinite(interval[end]) ? interval[end] : null;
