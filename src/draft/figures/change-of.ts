import type { DraftFigure } from '../draft.ts';
import type { Mention } from './reading/mentions.ts';

/** Whether a figure tells a level, by how much it changed, or at which rate, and which way. */
export function changeOf({ quantity }: Mention): Pick<DraftFigure, 'change' | 'direction'> {
  const { change, unit } = quantity;
  const direction = change?.direction ?? null;
  if (/百分点$|^个点$|基点$/.test(unit)) return { change: 'BY', direction };
  if (change?.role !== 'BY') return { change: 'LEVEL', direction };
  return { change: /^[%％‰‱倍成番]$/.test(unit) ? 'RATE_OF_CHANGE' : 'BY', direction };
}
