import { median } from '../measure.ts';
import type { Standard } from './measure-standard.ts';
import type { MeasuredPage } from './random-pages.ts';
import { comparisons, headOfComparison } from './sides.ts';
import type { Comparison, SideName } from './sides.ts';

/** A question, and by how many times more processor time one takes for it than another. */
type Ratio = { title: string; ratio: number };

/**
 * What is asked, and how far it was reached, in processor time. Whoever gave up a page that the other gave took
 * any number of times as long for it.
 */
export function describeBars(
  standard: readonly Standard[],
  random: readonly MeasuredPage[],
): string[] {
  return [
    'Bars, in processor time:',
    '',
    ...comparisons.map((comparison: Comparison) => {
      const ofStandard = standard.map((row): Ratio => ({
        title: row.question.title,
        ratio: row[comparison.of].cpu / row[comparison.by].cpu,
      }));
      const ofRandom = random.flatMap((page) => ratioOf(comparison, page) ?? []);
      const reached =
        'most' in comparison
          ? describeMost(comparison.most, [...ofStandard, ...ofRandom])
          : describeLeast(comparison.least, ofStandard, ofRandom);
      return `- ${headOfComparison(comparison)}: ${reached}`;
    }),
  ];
}

function ratioOf(
  { of, by }: Comparison,
  { question, ...times }: { question: { title: string } } & Record<SideName, number | null>,
): Ratio | null {
  // Neither is known of a page that both gave up.
  const ratio = (times[of] ?? Infinity) / (times[by] ?? Infinity);
  return Number.isNaN(ratio) ? null : { title: question.title, ratio };
}

function describeLeast(
  least: { standard: number; random: number },
  standard: readonly Ratio[],
  random: readonly Ratio[],
): string {
  const [lowest] = standard.toSorted((a, b) => a.ratio - b.ratio);
  const middle = median(random.map(({ ratio }) => ratio));
  return [
    `at least ${least.standard} on each standard question (the lowest is ${lowest?.ratio.toFixed(2)}: ${lowest?.title})`,
    `and ${least.random} at the median of the random pages (it is ${middle.toFixed(2)}).`,
  ].join(' ');
}

function describeMost(most: number, ratios: readonly Ratio[]): string {
  const [highest] = ratios.toSorted((a, b) => b.ratio - a.ratio);
  const beyond = ratios.filter(({ ratio }) => ratio > most).length;
  return `at most ${most} on each question (${beyond} of ${ratios.length} are beyond; the highest is ${highest?.ratio.toFixed(2)}: ${highest?.title}).`;
}
