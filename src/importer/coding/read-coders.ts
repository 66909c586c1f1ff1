import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countCodePoints } from '../../text/code-points.ts';
import { findNumerals } from '../../text/numerals/numeral-scanner.ts';
import type { Path } from '../read/parse-source.ts';
import type { Problem } from '../read/problem.ts';
import { quoted, resolveQuote } from '../resolve/quotes.ts';
import type { Passage } from '../read/shapes/terms.ts';
import { readShaped } from '../read/source-file.ts';
import type { ReportProblem } from '../read/source-file.ts';
import type {
  CodedAnswer,
  CodedMeasure,
  CodedOutcome,
  CodedProblem,
  CodedTarget,
  Coding,
} from './coding.ts';
import { resolveFigure, wordsOfTime } from './coded-figure.ts';
import type { CoderReading } from './coded-figure.ts';
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

function resolveCoding(text: string, facts: CodingFacts, report: ReportProblem): Coding {
  const find = (passage: Passage, at: Path) => resolveQuote(text, passage, { at, report });
  const reading: CoderReading = { text, numerals: findNumerals(text), find, report };
  const measures: CodedMeasure[] = [];
  const outcomes: CodedOutcome[] = [];
  const targets: CodedTarget[] = [];
  facts.measures.forEach(({ stage, ...measure }, index) => {
    const at: Path = ['measures', index];
    const quotes = measure.quotes.flatMap(
      (quote, nth) => find(quote, [...at, 'quotes', nth]) ?? [],
    );
    measures.push({ words: quotes.map(({ exact }) => exact).join(' … '), spans: quotes, stage });
    measure.outcomes.forEach((outcome, nth) => {
      outcomes.push(...resolveOutcome(reading, outcome, [...at, 'outcomes', nth], index));
    });
    measure.targets.forEach((target, nth) => {
      targets.push(...resolveTarget(reading, target, [...at, 'targets', nth], index));
    });
  });
  facts.targets.forEach((target, nth) => {
    targets.push(...resolveTarget(reading, target, ['targets', nth], -1));
  });
  const coded = facts.coded?.flatMap(({ from, to }, index) => {
    const first = find(from, ['coded', index, 'from']);
    const last = find(to, ['coded', index, 'to']);
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  const whole = { start: 0, end: countCodePoints(text) };
  const told = {
    measures,
    outcomes,
    targets,
    ...resolveProblems(reading, facts.problems, measures),
  };
  return { coder: facts.coder, coded: coded ?? [whole], ...told };
}

type OutcomeOfCoder = CodingFacts['measures'][number]['outcomes'][number];

function resolveOutcome(
  reading: CoderReading,
  outcome: OutcomeOfCoder,
  at: Path,
  measure: number,
): CodedOutcome[] {
  const figure = resolveFigure(reading, outcome, at);
  if (!figure) return [];
  const { level, basis, periodBasis } = outcome;
  const period = wordsOfTime(reading, outcome.period, figure, [...at, 'period']);
  const isTold = period !== '';
  return [{ ...figure, level, basis, period, periodBasis: isTold ? periodBasis : 'NONE', measure }];
}

function resolveTarget(
  reading: CoderReading,
  target: CodingFacts['targets'][number],
  at: Path,
  measure: number,
): CodedTarget[] {
  const figure = resolveFigure(reading, target, at);
  if (!figure) return [];
  const due = wordsOfTime(reading, target.due, figure, [...at, 'due']);
  return [{ ...figure, due, dueBasis: due === '' ? 'NONE' : target.dueBasis, measure }];
}

/** The problems of a coding, and which of its planned measures are set against them. */
function resolveProblems(
  { find, report }: CoderReading,
  facts: CodingFacts['problems'],
  measures: readonly CodedMeasure[],
): Pick<Coding, 'problems' | 'answers'> {
  const problems: CodedProblem[] = [];
  const answers: CodedAnswer[] = [];
  facts.forEach(({ quote, cause, answeredBy }, index) => {
    const at: Path = ['problems', index];
    const words = find(quote, [...at, 'quote']);
    const because = cause === undefined ? null : find(cause, [...at, 'cause']);
    if (!words) return;
    answeredBy.forEach(({ measure, basis }, nth) => {
      const here: Path = [...at, 'answeredBy', nth, 'measure'];
      const named = find(measure, here);
      if (!named) return;
      const place = measures.findIndex(
        ({ stage, spans }) =>
          stage === 'PLANNED' &&
          spans.some((span) => span.start < named.end && named.start < span.end),
      );
      if (place >= 0) answers.push({ problem: problems.length, measure: place, basis });
      else {
        report(
          here,
          'answer-not-coded',
          `${quoted(named.exact)} stands in the quotes of no planned measure.`,
          'Quote words of a measure of this coding with stage: PLANNED.',
        );
      }
    });
    problems.push({ words: words.exact, spans: [words], cause: because });
  });
  return { problems, answers };
}
