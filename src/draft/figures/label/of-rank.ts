import { isRank } from '../reading/placed-numerals.ts';
import { leadsToRank } from '../reading/ranks.ts';
import { carriedLevel } from './carried.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import type { LabelContext } from './label-context.ts';
import { trimBefore } from './own-words.ts';

/** 营商环境评价居全市第2位: what has the place stands before the words that lead to it, or was told last. */
export function labelOfRank(context: LabelContext): FigureLabel | null {
  const { mention, reading } = context;
  if (!isRank(mention.numeral)) return null;
  const { masked } = reading;
  const { start, end } = mention.before;
  const found = leadsToRank.exec(masked.slice(start, end));
  const head = trimBefore(masked, { start, end: found === null ? end : start + found.index });
  const { changeOf: _, ...carried } = carriedLevel(context) ?? { changeOf: undefined };
  if (isEmpty(head)) {
    return 'text' in carried
      ? { ...carried, noun: null, end: mention.end, rule: 'label-rank' }
      : null;
  }
  const text = wordsOf(masked, head).replace(/^在(.{2,})中$/, '$1');
  return {
    text,
    noun: null,
    start: head.start,
    end: mention.end,
    rule: 'label-rank',
    review: null,
  };
}
