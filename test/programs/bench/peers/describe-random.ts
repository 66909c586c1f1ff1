import { inThousands, tableOf } from '../describe.ts';
import { median } from '../measure.ts';
import { listingOf } from '../../../../src/fields/listing.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import type { MeasuredPage, RandomPages } from './random-pages.ts';
import { ratiosOf } from './ratios.ts';
import type { Ratio } from './ratios.ts';
import { comparisons, headOfComparison, others, sideNames, titles } from './sides.ts';
import type { Comparison } from './sides.ts';

const named = 15;

export function describeRandom(random: RandomPages): string[] {
  const { measured, different } = random;
  const groups = [
    ...Map.groupBy(measured, ({ question }) => kindOf(question)),
    ['all', measured] as const,
  ];
  const heads = comparisons.flatMap((comparison) => [
    `${headOfComparison(comparison)}, p10 / median / p90`,
    boundOf(comparison),
  ]);
  return [
    describeAsked(random),
    '',
    ...tableOf(
      ['pages', 'count', ...sideNames.map((side) => titles[side]), ...heads],
      groups.map(([kind, pages]) => [kind, pages.length, ...figuresOf(pages)]),
    ),
    ...comparisons.flatMap((comparison) => describeAgainst(comparison, measured)),
    ...others.flatMap((other) => describeDifferent(titles[other], different[other])),
  ];
}

/** How they were asked, and whose answers were others or none. */
function describeAsked({ measured, untranslated, compared, different }: RandomPages): string {
  const reasons = [...untranslated].map(([reason, count]) => `${count} for ${reason}`);
  const count = [...untranslated.values()].reduce((sum, each) => sum + each, 0);
  const givenUp = sideNames.map(
    (side) => `${measured.filter((page) => page[side] === Infinity).length} by ${titles[side]}`,
  );
  const differing = others.map(
    (other) => `${different[other].length} of ${compared[other]} by ${titles[other]}`,
  );
  return [
    'Random pages of 20 under filters and an order, one at a time, warm, the median of five: microseconds of processor time at the median, and how many times those of the second of two the first takes.',
    `For ${count} of them PostGraphile cannot be asked (${reasons.join(', ') || 'none'}): they stand only where Juzheng is compared with itself.`,
    `Given up after ten seconds: ${givenUp.join(', ')}. With other rows than from the file: ${differing.join(', ')}.`,
  ].join(' ');
}

/** Times at the median are of the pages for which all were asked. */
const figuresOf = (pages: readonly MeasuredPage[]): (string | number)[] => [
  ...sideNames.map((side) => {
    const shared = pages.filter(({ postgraphile }) => postgraphile !== null);
    return inThousands(median(shared.flatMap((page) => page[side] ?? [])));
  }),
  ...comparisons.flatMap((comparison) => {
    const found = ratiosOf(comparison, pages);
    const ratios = found.map(({ ratio }) => ratio);
    const parts = [0.1, 0.5, 0.9].map((part) => quantile(ratios, part).toFixed(2));
    return [parts.join(' / '), found.filter(isAgainst(comparison)).length];
  }),
];

/** Which ratios speak against us. */
const boundOf = (comparison: Comparison) =>
  'most' in comparison ? `beyond ${comparison.most}` : 'below 1';

const isAgainst =
  (comparison: Comparison) =>
  ({ ratio }: Ratio) =>
    'most' in comparison ? ratio > comparison.most : ratio < 1;

/** The pages that speak most against us. */
function describeAgainst(comparison: Comparison, pages: readonly MeasuredPage[]): string[] {
  const sign = 'most' in comparison ? -1 : 1;
  const against = ratiosOf(comparison, pages)
    .filter(isAgainst(comparison))
    .toSorted((a, b) => sign * (a.ratio - b.ratio));
  if (against.length === 0) return [];
  const lines = against
    .slice(0, named)
    .map(
      ({ title, of, by, ratio }) =>
        `- ${ratio.toFixed(2)} (${inThousands(of)} µs against ${inThousands(by)}): ${title}`,
    );
  return ['', `${headOfComparison(comparison)} ${boundOf(comparison)}:`, '', ...lines];
}

const describeDifferent = (title: string, pages: readonly string[]) =>
  pages.length === 0
    ? []
    : ['', `Other answers by ${title}:`, '', ...pages.slice(0, named).map((page) => `- ${page}`)];

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function kindOf({ table, variables: { filter } }: PageQuestion): string {
  const rules = listingOf(table)?.rules ?? {};
  const names = Object.keys(filter);
  if (names.some((name) => 'other' in (rules[name]?.input ?? {}))) return 'across a relation';
  return names.length === 1 ? 'one filter' : 'two filters';
}
