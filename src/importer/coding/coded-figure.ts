import { sliceCodePoints } from '../../text/code-points.ts';
import type { Numeral } from '../../text/numerals/numeral.ts';
import type { Path } from '../read/parse-source.ts';
import type { CodingFacts } from '../read/shapes/coding.ts';
import type { Passage } from '../read/shapes/terms.ts';
import type { ReportProblem } from '../read/source-file.ts';
import { keyOfPeriod } from '../resolve/periods.ts';
import { quoted } from '../resolve/quotes.ts';
import type { Quoted, Span } from '../resolve/quotes.ts';
import type { CodedFigure } from './coding.ts';

/** What the parts of a coding share. */
export type CoderReading = {
  text: string;
  numerals: readonly Numeral[];
  find: (passage: Passage, at: Path) => Quoted | null;
  report: ReportProblem;
};

type FigureOfCoder = Pick<
  CodingFacts['targets'][number],
  'quote' | 'value' | 'change' | 'baseline'
>;

/** The words of a fact and its figure, as far as they can be found in the text. */
export function resolveFigure(
  reading: CoderReading,
  { value, change, baseline, ...facts }: FigureOfCoder,
  at: Path,
): Omit<CodedFigure, 'measure'> | null {
  const quote = reading.find(facts.quote, [...at, 'quote']);
  if (!quote) return null;
  const figure = value ?? change;
  const place =
    figure === undefined ? null : figureIn(reading, quote, figure, { at, field: 'value' });
  if (baseline !== undefined) {
    const before = { start: quote.start, end: place ?? quote.end };
    figureIn(reading, before, baseline, { at: [...at, 'baseline'], field: 'baseline' });
  }
  return {
    words: quote.exact,
    spans: [quote],
    figure: place,
    kind: value !== undefined ? 'QUANTITY' : change !== undefined ? 'CHANGE' : 'STATEMENT',
    value: figure ?? null,
    baseline: baseline ?? null,
  };
}

/** The words of a time in one spelling, which stand in the text up to the end of the fact; empty without any. */
export function wordsOfTime(
  { text, report }: CoderReading,
  time: string | undefined,
  { spans }: Pick<CodedFigure, 'spans'>,
  at: Path,
): string {
  if (time === undefined) return '';
  if (!sliceCodePoints(text, 0, spans[0]?.end ?? 0).includes(time)) {
    report(
      at,
      'period-not-in-text',
      `${quoted(time)} does not stand in the text up to the end of the quote.`,
      'Copy the words of the time from the text (seed/CODEBOOK.md, P1, P2, T4).',
    );
  }
  return keyOfPeriod({ text: time });
}

/** Where the figure stands that words are about: the last of its value, as parts follow their whole. */
function figureIn(
  { numerals, report }: CoderReading,
  words: Span,
  value: number,
  { at, field }: { at: Path; field: 'value' | 'baseline' },
): number | null {
  const found = numerals.findLast(
    ({ quantity, start, end }) =>
      quantity !== null &&
      start >= words.start &&
      end <= words.end &&
      quantity.value === Math.abs(value),
  );
  if (found?.quantity) return found.quantity.number.start;
  const where = field === 'value' ? 'in the quote' : 'in the quote, before its value';
  const message = `${value} cannot be read ${where}.`;
  report(
    at,
    `${field === 'value' ? 'figure' : 'baseline'}-not-in-quote`,
    message,
    'Quote the words that hold it.',
  );
  return null;
}
