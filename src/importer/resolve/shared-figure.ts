import { sentenceEnd } from '../../text/clause.ts';
import { sliceCodePoints } from '../../text/code-points.ts';
import { countWhile } from '../../text/count-while.ts';
import type { Numeral } from '../../text/numerals/numeral.ts';

/** The text of a report with its figures, in their order. */
export type FiguredText = { text: string; figures: readonly Numeral[] };

/** What gives one figure to each of several: 均, but not 平均 or 人均; 各, but not 各部门. */
const sharing =
  /(?<![平人年户月日])均(?![衡等匀值])|(?<!首)都(?!市)|皆|同为|双双|全部|分别|各(?!部门|单位|[级类项地村县区乡镇种界])/u;

/** The words between a figure and the one before it, as far as they stand in its sentence. */
function wordsBetween({ text, figures }: FiguredText, { start }: Numeral): string {
  const before = figures[countWhile(figures, ({ end }) => end <= start) - 1]?.end ?? 0;
  const words = sliceCodePoints(text, Math.max(before, start - 60), start);
  return words.split(sentenceEnd).at(-1) ?? '';
}

/** Whether the words before a figure give it to each of several facts: 满意率、办结率均为100%. */
export const isShared = (told: FiguredText, numeral: Numeral): boolean =>
  sharing.test(wordsBetween(told, numeral));

/** What stands between 分别 and its first figure, and between two of its figures. */
const lead = /^\p{Script=Han}{0,4}$/u;
const joint = /^\p{Script=Han}{0,4}[、,，和及与]$/u;

/** What 分别 tells in order, where a figure is one of its: 受理、办结分别为12件、8件. */
type Respective = { items: readonly string[]; nth: number };

/** As many things as figures, and the place of the figure among them; null where 分别 does not lead to it. */
function respectiveOf({ text, figures }: FiguredText, numeral: Numeral): Respective | null {
  const last = figures.indexOf(numeral);
  let first = last;
  const between = (nth: number) =>
    sliceCodePoints(text, figures[nth - 1]?.end ?? 0, figures[nth]?.start ?? 0);
  while (first > 0 && joint.test(between(first))) first -= 1;
  const words = wordsBetween({ text, figures }, figures[first] ?? numeral);
  const at = words.lastIndexOf('分别');
  if (at < 0 || !lead.test(words.slice(at + 2))) return null;
  let end = last + 1;
  while (end < figures.length && joint.test(between(end))) end += 1;
  const clause =
    words
      .slice(0, at)
      .split(/[，,：:]/u)
      .at(-1) ?? '';
  const items = clause.split(/[、和及与]/u);
  return items.length === end - first ? { items, nth: last - first } : null;
}

/**
 * The thing that 分别 gives a figure to, where the label names another of its things and not that one; null
 * where it names that one, or none. The first thing holds the words that all share, so only as many of its last
 * characters count as the shortest has.
 */
export function swappedWith(told: FiguredText, numeral: Numeral, label: string): string | null {
  const respective = respectiveOf(told, numeral);
  if (!respective) return null;
  const { items, nth } = respective;
  const shortest = Math.min(...items.map(({ length }) => length));
  if (shortest < 2) return null;
  const named = items.map((item) => sharesPair(item.slice(-shortest), label));
  return named[nth] === false && named.includes(true) ? (items[nth] ?? null) : null;
}

/** Whether two neighbouring characters of the words stand in the label. */
const sharesPair = (words: string, label: string) =>
  Array.from({ length: words.length - 1 }, (_, at) => words.slice(at, at + 2)).some((pair) =>
    label.includes(pair),
  );
