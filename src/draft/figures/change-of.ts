import type { DraftFigure } from '../draft.ts';
import type { Mention } from './reading/mentions.ts';

/** 高于全省平均水平2.1个百分点 compares with another place, and not with another time. */
const distance = /(?:高于|低于|高出|超出|快于|慢于|高过|优于|领先|相差)[^,]*$/;

/** 减少一半, 下降三分之一: a part of what was before. */
const partOfWhole = /半|分之|\//;

/** Whether a figure tells a level, by how much it changed, or at which rate, and which way. */
export function changeOf(
  masked: string,
  { quantity, before, numeral }: Mention,
): Pick<DraftFigure, 'change' | 'direction'> {
  const { change, unit } = quantity;
  const direction = change?.direction ?? null;
  if (/百分点$|^个点$|基点$/.test(unit)) {
    const isDistance = change === null && distance.test(masked.slice(before.start, before.end));
    return { change: isDistance ? 'LEVEL' : 'BY', direction };
  }
  if (change?.role !== 'BY') return { change: 'LEVEL', direction };
  const isRate = /^[%％‰‱倍成番]$/.test(unit) || (unit === '' && partOfWhole.test(numeral.text));
  return { change: isRate ? 'RATE_OF_CHANGE' : 'BY', direction };
}
