import type { Bar, Bars } from './bars.ts';
import { precisionOf, recallOf, scored } from './compare/tally.ts';
import type { Count, Miss, Scored, Tally } from './compare/tally.ts';

const names = Object.keys(scored) as Scored[];

/** What a score says of one thing; shares from 0 to 1. */
export type Line = {
  name: Scored;
  right: number;
  wanted: number;
  given: number | null;
  recall: number | null;
  precision: number | null;
  f1: number | null;
  bar: Bar | null;
  isBelow: boolean;
};

/** The lines of a score, in the order of `scored`; what nobody asked for has none. */
export function linesOf(tally: Tally, bars: Bars): Line[] {
  return names.flatMap((name) => {
    const count = tally.get(name);
    if (!count) return [];
    const { right, wanted, given } = count;
    const [recall, precision] = [recallOf(count), precisionOf(count)];
    const bar = bars[name] ?? null;
    return [
      {
        name,
        right,
        wanted,
        given,
        recall,
        precision,
        f1: f1Of(count),
        bar,
        isBelow: isBelow(recall, bar?.recall) || isBelow(precision, bar?.precision),
      },
    ];
  });
}

const isBelow = (share: number | null, least: number | undefined) =>
  least !== undefined && share !== null && share < least;

const f1Of = ({ right, wanted, given }: Count) =>
  given === null || wanted + given === 0 ? null : (2 * right) / (wanted + given);

/** A score as a table, and what is below its bar. */
export function tableOf(lines: readonly Line[]): string[] {
  const head = row(['', 'right', 'of', 'given', 'recall', 'precis.', 'F1', 'bar']);
  return [
    head,
    ...lines.map(({ name, right, wanted, given, recall, precision, f1, bar, isBelow: below }) =>
      row([
        name,
        String(right),
        String(wanted),
        given === null ? '' : String(given),
        share(recall),
        share(precision),
        share(f1),
        `${toldBar(bar)}${below ? '  below' : ''}`,
      ]),
    ),
  ];
}

const widths = [16, 6, 6, 6, 7, 8, 7];

const row = (cells: readonly string[]) =>
  cells
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      return index === 0 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join(' ')
    .trimEnd();

const share = (value: number | null) => (value === null ? '' : value.toFixed(3));

function toldBar(bar: Bar | null): string {
  if (!bar) return '';
  const { recall, precision } = bar;
  const told = [recall, precision].map((each) => (each === undefined ? '–' : each.toFixed(2)));
  return precision === undefined ? `  ≥ ${told[0]}` : `  ≥ ${told.join(' / ')}`;
}

/** The first misses of each thing, a line each: what was wanted, and what was given in its place. */
export function missesOf(tally: Tally, most: number): string[] {
  return names.flatMap((name) => {
    const misses = tally.get(name)?.misses ?? [];
    if (misses.length === 0) return [];
    const more = misses.length > most ? [`  … and ${misses.length - most} more`] : [];
    return ['', `${name}: ${scored[name]}`, ...misses.slice(0, most).map(toldMiss), ...more];
  });
}

function toldMiss({ report, at, words, wanted, given }: Miss): string {
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return `  ${report}:${at} ${short.replaceAll('\n', '⏎')} | wanted ${wanted ?? 'nothing'} | given ${given ?? 'nothing'}`;
}
