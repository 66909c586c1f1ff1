import type { Additivity } from '../../vocabulary.ts';
import type { Rows } from '../rows/rows.ts';
import type { HeldTarget, HeldUnit } from './held-report.ts';

type Terms = {
  indicator: Pick<Rows['indicators'][number], 'direction' | 'additivity'> | null;
  /** Null for words. */
  unit: (HeldUnit & { additivity: Additivity }) | null;
  /** The words that it rests on. */
  words: string;
};

/** A target with what the vocabulary says of it. */
export function heldTarget(row: HeldTarget['row'], { indicator, unit, words }: Terms): HeldTarget {
  const kind = indicator?.additivity ?? unit?.additivity;
  return {
    row,
    unit,
    words,
    direction: indicator?.direction ?? null,
    isAmount: kind === 'ADDITIVE' || kind === 'OVERLAPPING',
  };
}
