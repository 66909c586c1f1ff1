import type { ReviewState } from '../../../vocabulary/reviews.ts';
import type { Path } from '../../read/parse-source.ts';
import { inBoth } from '../../read/shapes/terms.ts';
import { codesOf } from '../../resolve/codes.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { directionCheck, hasDirection } from './direction-check.ts';
import { explain } from './explain-check.ts';
import type { WorkedCheck } from './explain-check.ts';
import { findRatios } from './find-ratios.ts';
import { findTellings } from './find-tellings.ts';
import { judgedColumns } from './judge.ts';
import { normChecks } from './norm-check.ts';
import { addTallies } from './tally-checks.ts';
import { declaredCheck, sumCheck } from './work-out.ts';
import type { FindOutcome } from './work-out.ts';

/**
 * Adds all checks: those that follow from parts and baselines, those declared, and those found in the
 * text. Gives how many are called for and made.
 */
export function addChecks(context: ReportContext): ReturnType<typeof addTallies> {
  const { rows, facts, reportId } = context;
  const own = rows.outcomes.filter((outcome) => outcome.reportId === reportId);
  const codes = codesOf('check');
  const worked: WorkedCheck[] = [];
  const partsOf = Map.groupBy(own, ({ wholeId }) => wholeId);
  for (const outcome of own) {
    const parts = partsOf.get(outcome.id) ?? [];
    const parting = {
      isPartial: context.partial.has(outcome.id ?? 0),
      mayOverlap: mayOverlap(context, outcome),
    };
    if (parts.length > 0) worked.push(sumCheck(outcome, parts, parting));
    if (hasDirection(context, outcome)) worked.push(directionCheck(context, outcome));
  }
  worked.forEach(({ code }, index) => codes.take(code, index, [], context.report));
  facts.checks.forEach((check, index) => {
    const at = ['checks', index];
    const declared = declaredCheck(context, check, { find: finderOf(context, at), at });
    if (!declared) return;
    codes.take(declared.code, worked.length, at, context.report);
    worked.push({ ...declared, note: check.note && inBoth(check.note) });
  });
  const found = [
    ...findRatios(context, own, worked),
    ...findTellings(context, own, worked),
    ...normChecks(context, own),
  ];
  worked.push(...found.map((check) => ({ ...check, code: freeCode(check.code, codes.rows) })));
  for (const check of worked) addCheck(context, check);
  return addTallies(
    context,
    own.filter(({ reviewReason }) => reviewReason == null),
    worked.filter((check) => reviewStateOf(check) === 'CURATED'),
  );
}

/** Whether what an outcome counts may be counted twice, as its indicator says or else its unit. */
function mayOverlap(
  { terms }: ReportContext,
  { unitId, indicatorId }: Rows['outcomes'][number],
): boolean {
  const { units, indicators } = terms.overlapping;
  return indicatorId == null ? units.has(unitId ?? 0) : indicators.has(indicatorId);
}

/** Finds the outcomes that one check names, each of which it names once. */
function finderOf({ outcomes, report, rows }: ReportContext, at: Path): FindOutcome {
  const named = new Set<string>();
  return (slug, field, ...rest) => {
    const place = [...at, field, ...rest];
    if (named.has(slug)) {
      report(place, 'duplicate-code', 'The check names it twice.', 'Name it once.');
      return null;
    }
    named.add(slug);
    const id = outcomes.rowOf(slug, place, report);
    return id === null ? null : (rows.outcomes[id - 1] ?? null);
  };
}

/** A code for a check that nobody declared: its own, or one that a curator has not given to another. */
const freeCode = (code: string, taken: ReadonlyMap<string, number>): string =>
  taken.has(code) ? freeCode(`${code}-found`, taken) : code;

/** A check is left to review where one of its operands is: it accuses nobody by what a rule guessed. */
const reviewStateOf = ({ operands }: Pick<WorkedCheck, 'operands'>): ReviewState =>
  operands.some(({ outcome }) => outcome.reviewReason != null) ? 'UNREVIEWED' : 'CURATED';

function addCheck(context: ReportContext, worked: WorkedCheck): void {
  const { rows, reportId } = context;
  const checkId = rows.checks.length + 1;
  const words = explain(worked);
  const first = worked.operands[0]?.outcome.textPlace;
  const place = first ?? context.placeAt(worked.evidence?.start ?? 0);
  rows.checks.push({
    id: checkId,
    code: context.codeOf(worked.code),
    reportId,
    kind: worked.kind,
    ...judgedColumns(worked),
    stated: worked.stated,
    computed: worked.computed,
    explanationZh: words.zh,
    explanationEn: words.en,
    evidenceId: context.evidence(worked.evidence ?? null),
    itemId: worked.itemId ?? null,
    reviewState: reviewStateOf(worked),
    textOrder: context.codeOf(place),
  });
  worked.operands.forEach(({ role, outcome }, index) => {
    rows.checkOperands.push({ checkId, ordinal: index + 1, outcomeId: outcome.id ?? 0, role });
  });
}
