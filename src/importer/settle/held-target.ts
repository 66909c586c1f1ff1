import { percentagePoint } from '../rows/derived/change-columns.ts';
import type { Rows } from '../rows/rows.ts';
import type { HeldTarget } from './held-report.ts';

type Terms = {
  indicator: Pick<Rows['indicators'][number], 'direction' | 'additivity'> | null;
  /** Its unit; null for words. */
  unit: Pick<Rows['units'][number], 'code' | 'additivity'> | null;
  /** The row of per cent; null where the vocabulary has none. */
  percentId: number | null;
};

/** What a level is multiplied by, and not what is added to it. */
const multiples: ReadonlySet<string> = new Set(['%', '[ppth]', '{fold}', '{doubling}']);

/** A target with what the vocabulary says of it. */
export function heldTarget(
  row: HeldTarget['row'],
  { indicator, unit, percentId }: Terms,
): HeldTarget {
  const kind = indicator?.additivity ?? unit?.additivity ?? null;
  const isOfPoints = unit?.code === percentagePoint;
  const ownUnitId = unit && !multiples.has(unit.code) ? (row.unitId ?? null) : null;
  return {
    row,
    direction: indicator?.direction ?? null,
    isAmount: kind === 'ADDITIVE' || kind === 'OVERLAPPING',
    levelUnitId: isOfPoints ? percentId : ownUnitId,
  };
}
