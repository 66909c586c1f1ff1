import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countCodePoints } from '../../text/code-points.ts';
import { findNumerals } from '../../text/numeral-scanner.ts';
import { addVocabulary } from '../vocabulary-rows.ts';
import { keyOfPeriod } from '../periods.ts';
import type { Path } from '../parse-source.ts';
import type { Problem } from '../problem.ts';
import { resolveQuote } from '../quotes.ts';
import type { Quoted, Span } from '../quotes.ts';
import { findFolders, readReport, readVocabulary } from '../read.ts';
import { rowsOfReport } from '../report-rows.ts';
import { emptyRows } from '../rows.ts';
import type { Rows } from '../rows.ts';
import type { Passage } from '../shape-terms.ts';
import { readShaped, readText } from '../source-file.ts';
import type { Report } from '../source-file.ts';
import { termsOf } from '../terms.ts';
import type { CodedMeasure, CodedOutcome, Coding } from './coding.ts';
import { coding } from './coding-shape.ts';
import type { CodingFacts } from './coding-shape.ts';

/** `facts.coder-a.yaml`: the coding of coder a. */
const codingName = /^facts\.coder-([a-z])\.yaml$/;

/**
 * All codings of a report, those of coders in the order of their letters and last of all what was
 * agreed on. What cannot be read is told in `problems`.
 */
export function readCodings(folder: string, problems: Problem[]): Coding[] {
  const text = readText(join(folder, 'report.txt'), problems);
  if (text === null) return [];
  const names = readdirSync(folder).filter((name) => codingName.test(name));
  const codings = names.toSorted().flatMap((name) => {
    const file = join(folder, name);
    const shaped = readShaped(file, coding, problems);
    if (!shaped) return [];
    const { value, report } = shaped;
    if (value.coder !== codingName.exec(name)?.[1]) {
      const help = 'Name both alike.';
      report(['coder'], 'coder-name', `The file is named for another coder: ${name}.`, help);
    }
    return [resolveCoding(text, value, report)];
  });
  const agreed = agreedCoding(folder, problems);
  return agreed ? [...codings, agreed] : codings;
}

function resolveCoding(text: string, facts: CodingFacts, report: Report): Coding {
  const numerals = findNumerals(text);
  const whole = { start: 0, end: countCodePoints(text) };
  const find = (passage: Passage, at: Path) => resolveQuote(text, passage, undefined, at, report);
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
      if (!quote) return;
      const { value, change, level, basis, period } = outcome;
      const figure = value ?? change;
      outcomes.push({
        words: quote.exact,
        spans: [quote],
        figure: figure === undefined ? null : figureIn(numerals, quote, figure, here, report),
        kind: value !== undefined ? 'QUANTITY' : change !== undefined ? 'CHANGE' : 'STATEMENT',
        value: figure ?? null,
        level,
        basis,
        period: period === undefined ? '' : keyOfPeriod({ text: period }),
        periodBasis: period === undefined ? 'NONE' : outcome.periodBasis,
        measure: index,
      });
    });
  });
  const coded = facts.coded?.flatMap(({ from, to }, index) => {
    const first = find(from, ['coded', index, 'from']);
    const last = find(to, ['coded', index, 'to']);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  return { coder: facts.coder, coded: coded ?? [whole], measures, outcomes };
}

/** Where the figure stands that a quote is about: the last of its value, as parts follow their whole. */
function figureIn(
  numerals: ReturnType<typeof findNumerals>,
  quote: Quoted,
  value: number,
  at: Path,
  report: Report,
): number | null {
  const found = numerals.findLast(
    ({ quantity, start, end }) =>
      quantity !== null &&
      start >= quote.start &&
      end <= quote.end &&
      quantity.value === Math.abs(value),
  );
  if (found?.quantity) return found.quantity.number.start;
  const message = `${value} cannot be read in the quote.`;
  report(at, 'figure-not-in-quote', message, 'Quote the words that hold it.');
  return null;
}

/** What was agreed on, as a coding; null where the facts have problems. */
function agreedCoding(folder: string, problems: Problem[]): Coding | null {
  const own: Problem[] = [];
  const vocabulary = readVocabulary(findFolders(folder, own).vocabulary, own);
  const source = readReport(folder, own);
  const known = vocabulary && addVocabulary(vocabulary, emptyRows());
  const rows = source && known ? rowsOfReport(source, termsOf(known)) : null;
  problems.push(...own);
  return rows && own.length === 0 ? codingOfRows(rows) : null;
}

function codingOfRows(rows: Rows): Coding {
  const evidences = new Map(rows.evidences.map((row) => [row.id, row]));
  const spanOf = (id: number) => evidences.get(id) ?? { start: 0, end: 0, exact: '' };
  const links = new Map(rows.links.toReversed().map((link) => [link.outcomeId, link]));
  const measures = rows.measures.map(({ id = 0 }) => {
    const spans = rows.measureActs
      .filter(({ measureId }) => measureId === id)
      .map(({ evidenceId }) => spanOf(evidenceId));
    return { words: spans.map(({ exact }) => exact).join(' … '), spans };
  });
  const outcomes = rows.outcomes.map((row): CodedOutcome => {
    const link = links.get(row.id ?? 0);
    return {
      words: spanOf(row.evidenceId).exact,
      spans: [spanOf(row.evidenceId)],
      figure: row.valueType === 'STATEMENT' ? null : Number(row.textOrder.split('/').at(-1)),
      kind: row.valueType,
      value: row.value ?? (row.valueType === 'CHANGE' ? (row.changeAbsolute ?? null) : null),
      level: row.level,
      basis: link?.basis ?? 'NONE',
      period: row.periodKey ?? '',
      periodBasis: row.periodBasis ?? 'NONE',
      measure: rows.measures.findIndex(({ id }) => id === link?.measureId),
    };
  });
  const coded: Span[] = rows.reports.map(({ characters }) => ({ start: 0, end: characters }));
  return { coder: 'facts', coded, measures, outcomes };
}
