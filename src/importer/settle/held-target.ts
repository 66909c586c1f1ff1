import type { Additivity } from '../../vocabulary.ts';
import type { Rows } from '../rows/rows.ts';
import type { HeldTarget } from './held-report.ts';

type Terms = {
  indicator: Pick<Rows['indicators'][number], 'direction' | 'additivity'> | null;
  /** Of its unit; null for words. */
  additivity: Additivity | null;
};

/** A target with what the vocabulary says of it. */
export function heldTarget(row: HeldTarget['row'], { indicator, additivity }: Terms): HeldTarget {
  const kind = indicator?.additivity ?? additivity;
  return {
    row,
    direction: indicator?.direction ?? null,
    isAmount: kind === 'ADDITIVE' || kind === 'OVERLAPPING',
  };
}
