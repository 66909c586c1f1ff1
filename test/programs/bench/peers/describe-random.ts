import { inThousands, tableOf } from '../describe.ts';
import { median } from '../measure.ts';
import { listingOf } from '../../../../src/fields/listing.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import type { MeasuredPage, RandomPages } from './random-pages.ts';
import { comparisons, headOfComparison, others, sideNames, titles } from './sides.ts';
import type { Comparison, SideName } from './sides.ts';

/** A page that all have given. */
type CompletePage = { question: PageQuestion } & Record<SideName, number>;

const named = 15;

const isComplete = (page: MeasuredPage): page is CompletePage =>
  sideNames.every((side) => page[side] !== null);

export function describeRandom(random: RandomPages): string[] {
  const { measured, different } = random;
  const complete = measured.filter(isComplete);
  const groups = [
    ...Map.groupBy(complete, ({ question }) => kindOf(question)),
    ['all', complete] as const,
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
    ...comparisons.flatMap((comparison) => describeAgainst(comparison, complete)),
    ...others.flatMap((other) => describeDifferent(titles[other], different[other])),
  ];
}

/** How they were asked, and whose answers were others or none. */
function describeAsked({ measured, untranslated, compared, different }: RandomPages): string {
  const reasons = [...untranslated].map(([reason, count]) => `${count} for ${reason}`);
  const count = [...untranslated.values()].reduce((sum, each) => sum + each, 0);
  const givenUp = sideNames.map(
    (side) => `${measured.filter((page) => page[side] === null).length} by ${titles[side]}`,
  );
  const differing = others.map(
    (other) => `${different[other].length} of ${compared[other]} by ${titles[other]}`,
  );
  return [
    'Random pages of 20 under filters and an order, one at a time, warm, the median of five: microseconds of processor time at the median, and how many times those of the second of two the first takes.',
    `${count} more cannot be asked of PostGraphile (${reasons.join(', ') || 'none'}).`,
    `Given up after ten seconds: ${givenUp.join(', ')}. With other rows than from the file: ${differing.join(', ')}.`,
  ].join(' ');
}

const figuresOf = (pages: readonly CompletePage[]): (string | number)[] => [
  ...sideNames.map((side) => inThousands(median(pages.map((page) => page[side])))),
  ...comparisons.flatMap((comparison) => {
    const ratios = pages.map((page) => ratioOf(comparison, page));
    const parts = [0.1, 0.5, 0.9].map((part) => quantile(ratios, part).toFixed(2));
    return [parts.join(' / '), ratios.filter((ratio) => isAgainst(comparison, ratio)).length];
  }),
];

const ratioOf = ({ of, by }: Comparison, page: CompletePage) => page[of] / page[by];

const isAgainst = (comparison: Comparison, ratio: number) =>
  'most' in comparison ? ratio > comparison.most : ratio < 1;

/** Which ratios speak against us. */
const boundOf = (comparison: Comparison) =>
  'most' in comparison ? `beyond ${comparison.most}` : 'below 1';

/** The pages that speak most against us. */
function describeAgainst(comparison: Comparison, pages: readonly CompletePage[]): string[] {
  const { of, by } = comparison;
  const sign = 'most' in comparison ? -1 : 1;
  const against = pages
    .filter((page) => isAgainst(comparison, ratioOf(comparison, page)))
    .toSorted((a, b) => sign * (ratioOf(comparison, a) - ratioOf(comparison, b)));
  if (against.length === 0) return [];
  const lines = against
    .slice(0, named)
    .map(
      (page) =>
        `- ${ratioOf(comparison, page).toFixed(2)} (${inThousands(page[of])} µs against ${inThousands(page[by])}): ${page.question.title}`,
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
