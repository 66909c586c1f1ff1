import type { Rows } from '../rows.ts';
import { slugOf } from './explain-check.ts';
import type { WorkedCheck } from './explain-check.ts';
import { sameFactCheck } from './work-out.ts';

type Outcome = Rows['outcomes'][number];

/**
 * Facts that a report tells twice: outcomes under one indicator with the same unit, period, dimension and
 * population, none of which is part of another, and which no curator has set beside each other.
 */
export function findTellings(
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
    .flatMap((told) => sameFactCheck(told[0] ? slugOf(told[0]) : '', told) ?? []);
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
