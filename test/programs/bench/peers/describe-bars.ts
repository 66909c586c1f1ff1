import { median } from '../measure.ts';
import type { Standard } from './measure-standard.ts';
import type { MeasuredPage } from './random-pages.ts';
import { ratiosOf } from './ratios.ts';
import type { Ratio, Times } from './ratios.ts';
import { bySide, comparisons, headOfComparison } from './sides.ts';
import type { Comparison } from './sides.ts';

/** What is asked, and how far it was reached. */
export function describeBars(
  standard: readonly Standard[],
  random: readonly MeasuredPage[],
): string[] {
  const times = standard.map((asked): Times => ({
    question: asked.question,
    ...bySide((side) => asked[side].cpu),
  }));
  const reached = (comparison: Comparison) => {
    const ratios = [times, random].map((questions) => ratiosOf(comparison, questions));
    return 'most' in comparison
      ? describeMost(comparison.most, ratios.flat())
      : describeLeast(comparison.least, ratios);
  };
  const lines = comparisons.map((each) => `- ${headOfComparison(each)}: ${reached(each)}`);
  return ['Bars, in processor time:', '', ...lines];
}

function describeLeast(
  least: { standard: number; random: number },
  [standard = [], random = []]: readonly Ratio[][],
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
