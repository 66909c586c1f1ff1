import { quantileOf } from '../in-process/quantile.ts';
import type { PageQuestion } from './draw-questions.ts';
import type { Best } from './oracle.ts';

export type MeasuredPage = {
  /** `pairs` of a filter and an order, `triples` of two filters and an order, or `deep` for a filter across a relation. */
  kind: string;
  question: PageQuestion;
  /** Milliseconds by the way that was chosen, warm and at the worst of the times before. */
  warm: number;
  first: number;
  /** The same, warm, where rows that cost much to find are recalled, as the server does. */
  recalled: number;
  /** The best of all plans, where that could matter. */
  best: Best | null;
};

/** What is asked of any other plan, in milliseconds: below this, none could be much better. */
export const allowed = { times: 3, more: 0.3 };

/** So many of the worst are named. */
const named = 25;

const isSlower = (milliseconds: number, best: Best | null) =>
  best !== null && milliseconds > allowed.times * best.milliseconds + allowed.more;

const isBeyond = ({ warm, best }: MeasuredPage) => isSlower(warm, best);

type MeasuredOver = {
  counts: Readonly<Record<string, number>>;
  seed: number;
  /** How often each page was asked for before it was warm. */
  asked: number;
};

/** The figures of each kind of page and of each list, and the worst pages by their names, as Markdown. */
export function describePlans(
  measured: readonly MeasuredPage[],
  { counts, seed, asked }: MeasuredOver,
): string {
  const groups = [
    ...Map.groupBy(measured, ({ kind }) => kind),
    ...Map.groupBy(measured, ({ kind, question }) => `${kind}, ${question.table}`),
    ['all', measured] as const,
  ];
  const rows = groups.map(([name, pages]) => [
    name,
    pages.length,
    ...[0.5, 0.9, 0.99, 1].map((part) => quantile(pages, part, 'warm').toFixed(2)),
    quantile(pages, 0.99, 'first').toFixed(2),
    pages.filter(({ warm }) => warm > 3).length,
    pages.filter(({ warm }) => warm > 10).length,
    pages.filter(isBeyond).length,
    ...[0.99, 1].map((part) => quantile(pages, part, 'recalled').toFixed(2)),
    pages.filter(({ recalled, best }) => isSlower(recalled, best)).length,
  ]);
  const head =
    'pages,asked,median,p90,p99,worst,p99 at first,over 3 ms,over 10 ms,beyond the best,p99 recalled,worst recalled,recalled beyond the best';
  const worst = measured.toSorted((a, b) => b.warm - a.warm).slice(0, named);
  const beyond = measured
    .filter(isBeyond)
    .toSorted((a, b) => b.warm - (b.best?.milliseconds ?? 0) - a.warm + (a.best?.milliseconds ?? 0))
    .slice(0, named);
  return `${[
    `${counts['reports'] ?? 0} reports, ${counts['outcomes'] ?? 0} outcomes; pages of 20, drawn with seed ${seed}; milliseconds of processor time, warm, of five runs. At first: the longest of the ${asked} times before, of which the first ones look for the best way. Beyond the best: slower than ${allowed.times} × the best of all plans + ${allowed.more} ms. All of that by the way that is chosen; recalled: as the server answers, which finds rows that cost much once and recalls them.`,
    '',
    `| ${head.replaceAll(',', ' | ')} |`,
    `| ---${' | --:'.repeat(head.split(',').length - 1)} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    'The slowest:',
    '',
    ...worst.map(line),
    '',
    'The furthest beyond the best:',
    '',
    ...beyond.map(line),
  ].join('\n')}\n`;
}

const line = ({ question, warm, best }: MeasuredPage) =>
  `- ${warm.toFixed(2)} ms${best ? `, best ${best.milliseconds.toFixed(2)} (${best.by})` : ''}: ${question.title}`;

const quantile = (
  pages: readonly MeasuredPage[],
  part: number,
  of: 'warm' | 'first' | 'recalled',
): number =>
  quantileOf(
    pages.map((page) => page[of]),
    part,
  );
