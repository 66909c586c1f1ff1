import { sliceCodePoints } from '../../../text/code-points.ts';
import { sentenceEnd } from '../../../text/clause.ts';
import type { ReportContext } from '../report-context.ts';
import type { Rows } from '../rows.ts';

/** How far words are looked at, in code points: before a figure and behind it. */
type Reach = { before: number; behind: number };

/** The words before the figure of an outcome, in its sentence, and those right behind it; empty where it has none. */
export function wordsAround(
  { figures, text }: ReportContext,
  { id, value }: Rows['outcomes'][number],
  reach: Reach,
): { sentence: string; behind: string } {
  const own = figures.numeralsOf(id ?? 0);
  const numeral = own.find(({ quantity }) => quantity?.value === value) ?? own.at(-1);
  if (!numeral) return { sentence: '', behind: '' };
  const { start, end } = numeral;
  const before = sliceCodePoints(text, Math.max(0, start - reach.before), start);
  return {
    sentence: before.split(sentenceEnd).at(-1) ?? '',
    behind: sliceCodePoints(text, end, end + reach.behind),
  };
}
