import type { FigureReading } from '../reading/mentions.ts';
import { wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import type { OwnWords } from './own-words.ts';

/** What by itself names something that has a figure. */
const measured = /(?:率|度|面|数|量|额|值|比重|比例|时限|时间|收入|投资|面积|人次|利润|价格|水平)$/;

/** 满意率、办结率均为100%: each of them has the figure (O7); one label or none where it is not told of several. */
export function labelsOfEach(
  { masked }: FigureReading,
  own: OwnWords,
  label: FigureLabel,
): string[] {
  if (!own.isShared || label.rule !== 'label-before') return [label.text];
  const items = wordsOf(masked, own.head).split(
    /、|和(?=[^,、]{1,8}率$)|及(?!时)(?=[^,、]{1,8}率$)/,
  );
  const [first = '', ...others] = items;
  if (others.length === 0 || !items.every((item) => measured.test(item))) return [label.text];
  return [first, ...others.map((item) => `${sharedLead(first, item)}${item}`)];
}

/** 热线诉求响应率、回访率: what only the first one says of both. */
function sharedLead(first: string, item: string): string {
  const isShort = item.length <= 4 && first.length >= item.length + 3;
  return isShort && item.endsWith('率') && first.endsWith('率') ? first.slice(0, -item.length) : '';
}
