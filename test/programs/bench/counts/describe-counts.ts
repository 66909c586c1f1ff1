import { tableOf } from '../describe.ts';
import { quantileOf } from '../in-process/quantile.ts';
import { countKinds } from './draw-counts.ts';
import type { CountKind, CountQuestion } from './draw-counts.ts';

export type MeasuredCount = {
  question: CountQuestion;
  /** Milliseconds when it is asked for the first time, and from then on. */
  first: number;
  again: number;
  /** Whether it is answered from what was counted at import. */
  isStored: boolean;
};

/** How many questions of a kind are answered from what is stored, to how many a scan cannot be had, and how many were held against one. */
export type Compared = { kind: CountKind; stored: number; unasked: number; held: number };

/** In milliseconds; a search may take so many times what a filtered page takes. */
const bars = { groups: 30, facets: 10, totals: 10 };
const searchPages = 10;

/** So many of the slowest are named. */
const named = 15;

type MeasuredOver = {
  counts: Readonly<Record<string, number>>;
  seed: number;
  /** Milliseconds of a filtered page. */
  page: number;
  compared: readonly Compared[];
};

const turns = [
  ['first', 'at first'],
  ['again', 'again'],
] as const;
const times = ['median', 'p90', 'p99', 'worst', 'over'];

/** The figures of each kind of question, what was compared, and the slowest by their names, as Markdown. */
export function describeCounts(
  measured: readonly MeasuredCount[],
  { counts, seed, page, compared }: MeasuredOver,
): string {
  const barOf = { ...bars, searches: searchPages * page };
  const slowest = measured.toSorted((a, b) => b.first - a.first).slice(0, named);
  return `${[
    `${counts['reports'] ?? 0} reports, ${counts['outcomes'] ?? 0} outcomes; questions drawn with seed ${seed}; milliseconds of processor time, of five runs again. At first its statement is made, and what a process works out once is worked out: counts under a filter, and groups in the order of a figure; what is told as 4.00 then may be less, since the clock of the processor has ticks. A filtered page takes ${page.toFixed(2)} ms.`,
    ...countKinds.flatMap((kind) =>
      describeKind(
        kind,
        measured.filter(({ question }) => question.kind === kind),
        barOf[kind],
      ),
    ),
    '',
    'The slowest at first:',
    '',
    ...slowest.map(
      ({ question, first, again }) =>
        `- ${first.toFixed(2)} ms, again ${again.toFixed(2)}: ${question.title}`,
    ),
    '',
    `Held against a scan, all equal: ${compared.map(describeCompared).join('; ')}.`,
  ].join('\n')}\n`;
}

const describeCompared = ({ kind, stored, unasked, held }: Compared) =>
  `${held} of ${stored} ${kind} that are answered from what is stored${unasked > 0 ? ` (${unasked} of them no filter asks of the rows)` : ''}`;

function describeKind(kind: CountKind, questions: readonly MeasuredCount[], bar: number): string[] {
  const parts = [
    ['all', questions] as const,
    ...[...Map.groupBy(questions, ({ question }) => question.part)].toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  ];
  const rows = parts.map(([name, some]) => [
    name,
    some.length,
    ...turns.flatMap(([turn]) =>
      timesOf(
        some.map((each) => each[turn]),
        bar,
      ),
    ),
  ]);
  const head = [
    kind,
    'asked',
    ...turns.flatMap(([, when]) => times.map((name) => `${name} ${when}`)),
  ];
  return ['', `Over: more than ${bar.toFixed(1)} ms.`, '', ...tableOf(head, rows)];
}

const timesOf = (milliseconds: readonly number[], bar: number): (string | number)[] => [
  ...[0.5, 0.9, 0.99, 1].map((part) => quantileOf(milliseconds, part).toFixed(2)),
  milliseconds.filter((each) => each > bar).length,
];
