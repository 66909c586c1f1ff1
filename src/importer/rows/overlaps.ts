import type { ReportContext } from './report-context.ts';
import type { Rows } from './rows.ts';

/**
 * Adds the pairs of a report's outcomes that count some of the same things, so that no sum holds
 * both: an outcome and every whole above it, and what the checks say is part of, counted in or the
 * same as another.
 */
export function addOverlaps({ rows, reportId }: ReportContext): void {
  const own = rows.outcomes.filter((outcome) => outcome.reportId === reportId);
  const pairs = new Set<string>();
  const add = (a: number, b: number) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (a === b || pairs.has(key)) return;
    pairs.add(key);
    rows.overlaps.push({ outcomeId: Math.min(a, b), otherId: Math.max(a, b) });
  };

  const wholes = new Map(own.map(({ id = 0, wholeId = null }) => [id, wholeId]));
  for (const { id = 0 } of own) {
    for (let whole = wholes.get(id); whole != null; whole = wholes.get(whole)) add(id, whole);
  }
  const kinds = new Map(
    rows.checks.filter((check) => check.reportId === reportId).map(({ id, kind }) => [id, kind]),
  );
  const operands = Map.groupBy(
    rows.checkOperands.filter(({ checkId }) => kinds.has(checkId)),
    ({ checkId }) => checkId,
  );
  for (const [checkId, list] of operands) {
    for (const [one, other] of overlapping(kinds.get(checkId), list)) add(one, other);
  }
}

type OverlapOperand = Rows['checkOperands'][number];

/** Which operands of a check count some of the same things. */
function overlapping(
  kind: Rows['checks'][number]['kind'] | undefined,
  operands: readonly OverlapOperand[],
): [number, number][] {
  const of = (role: OverlapOperand['role']) =>
    operands.filter((operand) => operand.role === role).map(({ outcomeId }) => outcomeId);
  const each = (some: readonly number[], others: readonly number[]) =>
    some.flatMap((one) => others.map((other): [number, number] => [one, other]));
  switch (kind) {
    case 'SUM':
    case 'SUBSET':
    case 'REMAINDER':
      return each(of('WHOLE'), [...of('PART'), ...of('EXCLUDED')]);
    case 'RATIO':
      return each(of('COUNT'), of('BASE'));
    case 'SAME_FACT':
      return each(of('TOLD'), of('TOLD'));
    default:
      return [];
  }
}
