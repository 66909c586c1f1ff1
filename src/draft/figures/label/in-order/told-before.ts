import type { FigureLabel } from '../figure-label.ts';
import { isAmountOfChange, longestList } from '../label-context.ts';
import type { LabelContext } from '../label-context.ts';

/** 同比分别下降: the last figures before that are no changes. */
export function toldBefore(
  { reading, labels, mention }: LabelContext,
  first: number,
  size: number,
): FigureLabel[] | null {
  const levels: FigureLabel[] = [];
  const { sentence, point } = mention.clause;
  const least = Math.max(0, first - longestList);
  for (let at = first - 1; at >= least && levels.length < size; at -= 1) {
    const before = reading.mentions[at];
    const label = labels[at];
    if (before?.clause.sentence !== sentence || before.clause.point !== point) break;
    if (label === undefined) break;
    if (!isAmountOfChange(before)) levels.unshift(label);
  }
  if (levels.length < size) return null;
  return levels.map((label) => ({
    ...label,
    end: mention.end,
    rule: 'label-respectively-carried',
    review: null,
  }));
}
