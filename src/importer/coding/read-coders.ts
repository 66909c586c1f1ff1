import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import { keyOfPeriod } from '../resolve/periods.ts';
import type { Path } from '../read/parse-source.ts';
import type { Problem } from '../read/problem.ts';
import { quoted, resolveQuote } from '../resolve/quotes.ts';
import type { Quoted, Span } from '../resolve/quotes.ts';
import type { Passage } from '../read/shapes/terms.ts';
import { readShaped } from '../read/source-file.ts';
import type { ReportProblem } from '../read/source-file.ts';
import type { CodedMeasure, CodedOutcome, Coding } from './coding.ts';
import { coding } from '../read/shapes/coding.ts';
import type { CodingFacts } from '../read/shapes/coding.ts';

/** `facts.coder-a.yaml`: the coding of coder a. */
const codingName = /^facts\.coder-([a-z])\.yaml$/;

/**
 * The codings of a report's coders in the order of their letters, their quotes found in its text. What is
 * wrong with them is told in `problems`.
 */
export function readCoders(folder: string, text: string, problems: Problem[]): Coding[] {
  const names = readdirSync(folder).filter((name) => codingName.test(name));
  return names.toSorted().flatMap((name) => {
    const file = join(folder, name);
    const shaped = readShaped(file, coding, problems, 'seed/coding.schema.json');
    if (!shaped) return [];
    const { value, report } = shaped;
    if (value.coder !== codingName.exec(name)?.[1]) {
      const help = 'Name both alike.';
      report(['coder'], 'coder-name', `The file is named for another coder: ${name}.`, help);
    }
    return [resolveCoding(text, value, report)];
  });
}

/** What the parts of a coding share. */
type CoderReading = {
  text: string;
  numerals: ReturnType<typeof findNumerals>;
  report: ReportProblem;
};

function resolveCoding(text: string, facts: CodingFacts, report: ReportProblem): Coding {
  const reading: CoderReading = { text, numerals: findNumerals(text), report };
  const find = (passage: Passage, at: Path) => resolveQuote(text, passage, { at, report });
  const measures: CodedMeasure[] = [];
  const outcomes: CodedOutcome[] = [];
  facts.measures.forEach((measure, index) => {
    const at: Path = ['measures', index];
    const quotes = measure.quotes.flatMap(
      (quote, nth) => find(quote, [...at, 'quotes', nth]) ?? [],
    );
    measures.push({ words: quotes.map(({ exact }) => exact).join(' … '), spans: quotes });
    measure.outcomes.forEach((outcome, nth) => {
      const here = [...at, 'outcomes', nth];
      const quote = find(outcome.quote, [...here, 'quote']);
      if (quote) outcomes.push(resolveOutcome(reading, outcome, { quote, at: here, index }));
    });
  });
  const coded = facts.coded?.flatMap(({ from, to }, index) => {
    const first = find(from, ['coded', index, 'from']);
    const last = find(to, ['coded', index, 'to']);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  const whole = { start: 0, end: countCodePoints(text) };
  return { coder: facts.coder, coded: coded ?? [whole], measures, outcomes };
}

function resolveOutcome(
  reading: CoderReading,
  outcome: CodingFacts['measures'][number]['outcomes'][number],
  { quote, at, index }: { quote: Quoted; at: Path; index: number },
): CodedOutcome {
  const { text, report } = reading;
  const { value, change, baseline, level, basis, period } = outcome;
  const figure = value ?? change;
  const place =
    figure === undefined ? null : figureIn(reading, quote, figure, { at, field: 'value' });
  if (baseline !== undefined) {
    const before = { start: quote.start, end: place ?? quote.end };
    figureIn(reading, before, baseline, { at: [...at, 'baseline'], field: 'baseline' });
  }
  const upToIt = sliceCodePoints(text, 0, quote.end);
  if (period !== undefined && !upToIt.includes(period)) {
    report(
      [...at, 'period'],
      'period-not-in-text',
      `${quoted(period)} does not stand in the text up to the outcome.`,
      'Copy the words of the period from the text (seed/CODEBOOK.md, P1, P2).',
    );
  }
  return {
    words: quote.exact,
    spans: [quote],
    figure: place,
    kind: value !== undefined ? 'QUANTITY' : change !== undefined ? 'CHANGE' : 'STATEMENT',
    value: figure ?? null,
    baseline: baseline ?? null,
    level,
    basis,
    period: period === undefined ? '' : keyOfPeriod({ text: period }),
    periodBasis: period === undefined ? 'NONE' : outcome.periodBasis,
    measure: index,
  };
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
