import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';
import { slugOf } from './explain-check.ts';
import type { WorkedCheck } from './explain-check.ts';
import { unchecked } from './judge.ts';
import { areSetApart } from './scope-words.ts';
import { sameFactCheck } from './work-out.ts';

type Outcome = Rows['outcomes'][number];

/**
 * Facts that a report tells twice: outcomes under one indicator with the same unit, period, dimension and
 * population, none of which is part of another, and which no curator has set beside each other. Where their words
 * set them apart, as 上半年 does from 全年, those that differ are not accused.
 */
export function findTellings(
  context: ReportContext,
  own: readonly Outcome[],
  worked: readonly WorkedCheck[],
): WorkedCheck[] {
  const joined = worked.map(({ operands }) => new Set(operands.map(({ outcome }) => outcome.id)));
  const isJoined = (told: readonly Outcome[]) =>
    joined.some((ids) => told.filter(({ id }) => ids.has(id)).length > 1);
  const groups = Map.groupBy(
    own.filter(({ indicatorId, value }) => indicatorId != null && value != null),
    keyOfTelling,
  );
  return [...groups.values()]
    .filter((told) => told.length > 1 && !isJoined(told) && !hasPart(told))
    .flatMap((told) => foundCheck(context, told));
}

function foundCheck(context: ReportContext, told: readonly Outcome[]): WorkedCheck[] {
  const check = sameFactCheck(told[0] ? slugOf(told[0]) : '', told);
  if (!check) return [];
  if (check.verdict !== 'DOES_NOT_FOLLOW' || !areSetApart(context, told)) return [check];
  const { statedBounds, computedBounds } = check;
  return [{ ...check, ...unchecked('SCOPES_MAY_DIFFER', { statedBounds, computedBounds }) }];
}

const keyOfTelling = (outcome: Outcome) =>
  JSON.stringify([
    outcome.indicatorId,
    outcome.unitId,
    outcome.periodKey,
    outcome.dimensionZh,
    outcome.populationZh,
    outcome.wholeId,
  ]);

const hasPart = (told: readonly Outcome[]) =>
  told.some(({ wholeId }) => told.some(({ id }) => id === wholeId));
