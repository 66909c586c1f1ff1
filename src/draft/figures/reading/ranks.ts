import type { Numeral, Quantity } from '../../../text/numerals/numeral.ts';
import { rankOf } from '../../../text/numerals/names/rank-value.ts';

/** Words that lead to a place in a ranking, and what it is a ranking of: 居全市, 排名全省县区. */
export const leadsToRank =
  /(?:位居|稳居|跃居|(?<!安|定|新|移|隐|旧|同)居(?!民)|位列|名列|(?<!系|开|陈|排|序)列|排名|排位|名次|位次|排在|(?<!安|编)排(?![查放除水污涝险练])|跻身|进入|挺进|迈入|(?:跃|上|提|晋)?升(?=[至到]))(?:在|于|至|到|为|了)*[一-鿿]{0,12}$/;
const longestLead = 20;

/** The place that an ordinal names where its clause says that something has it: 居全市第2位; null elsewhere. */
export function rankQuantity(
  text: string,
  index: number,
  { kind, text: words, start, end }: Pick<Numeral, 'kind' | 'text' | 'start' | 'end'>,
): Quantity | null {
  const rank = kind === 'ORDINAL' ? rankOf(words) : null;
  if (rank === null || !leadsToRank.test(text.slice(Math.max(0, index - longestLead), index)))
    return null;
  const unit = /[位名]$/.exec(words)?.[0] ?? '';
  const behind = text.charAt(index + words.length);
  if (unit === '' && !/^[\s,，。;；、:：)）]?$/.test(behind)) return null;
  return { ...rank, unit, perHead: false, change: null, number: { start, end } };
}
