import { join } from 'node:path';
import { addVocabulary } from '../rows/vocabulary-rows.ts';
import type { Problem } from '../read/problem.ts';
import { keyOfPeriod } from '../resolve/periods.ts';
import type { Span } from '../resolve/quotes.ts';
import { findFolders, readReport, readVocabulary } from '../read/read-seed.ts';
import { rowsOfReport } from '../rows/report-rows.ts';
import { emptyRows } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';
import { readText } from '../read/source-file.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';
import type { CodedFigure, CodedOutcome, CodedProblem, CodedTarget, Coding } from './coding.ts';
import { readCoders } from './read-coders.ts';

/**
 * All codings of a report, those of coders in the order of their letters and last of all what was
 * agreed on. What cannot be read is told in `problems`.
 */
export function readCodings(folder: string, problems: Problem[]): Coding[] {
  const text = readText(join(folder, 'report.txt'), problems);
  if (text === null) return [];
  const codings = readCoders(folder, text, problems);
  const agreed = agreedCoding(folder, problems);
  return agreed ? [...codings, agreed] : codings;
}

/** What was agreed on, as a coding; null where the facts have problems. */
function agreedCoding(folder: string, problems: Problem[]): Coding | null {
  const own: Problem[] = [];
  const vocabulary = readVocabulary(findFolders(folder, own).vocabulary, own);
  const source = readReport(folder, own);
  const known = vocabulary && addVocabulary(vocabulary, emptyRows());
  const rows = source && known ? rowsOfReport(source, indexVocabulary(known)) : null;
  problems.push(...own);
  return rows && own.length === 0 ? codingOfRows(rows) : null;
}

function codingOfRows(rows: Rows): Coding {
  const evidences = new Map(rows.evidences.map((row) => [row.id, row]));
  const spanOf = (id: number) => evidences.get(id) ?? { start: 0, end: 0, exact: '' };
  const links = new Map(rows.links.toReversed().map((link) => [link.outcomeId, link]));
  const placeOf = (measureId: number | null | undefined) =>
    rows.measures.findIndex(({ id }) => id === measureId);
  const measures = rows.measures.map(({ id = 0, stage }) => {
    const spans = rows.measureActs
      .filter(({ measureId }) => measureId === id)
      .map(({ evidenceId }) => spanOf(evidenceId));
    return { words: spans.map(({ exact }) => exact).join(' … '), spans, stage };
  });
  const outcomes = rows.outcomes.map((row): CodedOutcome => {
    const link = links.get(row.id ?? 0);
    return {
      ...figureOf(row, spanOf(row.evidenceId)),
      level: row.level,
      basis: link?.basis ?? 'NONE',
      period: row.periodKey ?? '',
      periodBasis: row.periodBasis ?? 'NONE',
      measure: placeOf(link?.measureId),
    };
  });
  const targets = rows.targets.map((row): CodedTarget => ({
    ...figureOf(row, spanOf(row.evidenceId)),
    due: row.dueText == null ? '' : keyOfPeriod({ text: row.dueText }),
    dueBasis: row.dueBasis ?? 'NONE',
    measure: placeOf(row.measureId),
  }));
  const problems = rows.problems.map(({ evidenceId, causeEvidenceId }): CodedProblem => ({
    words: spanOf(evidenceId).exact,
    spans: [spanOf(evidenceId)],
    cause: causeEvidenceId == null ? null : spanOf(causeEvidenceId),
  }));
  const answers = rows.answers.map(({ problemId, measureId, basis }) => ({
    problem: rows.problems.findIndex(({ id }) => id === problemId),
    measure: placeOf(measureId),
    basis,
  }));
  const coded: Span[] = rows.reports.map(({ characters }) => ({ start: 0, end: characters }));
  return { coder: 'facts', coded, measures, outcomes, targets, problems, answers };
}

/** A fact with its figure, as a coder would have told it. */
function figureOf(
  row: Rows['outcomes'][number] | Rows['targets'][number],
  span: Span & { exact: string },
): Omit<CodedFigure, 'measure'> {
  return {
    words: span.exact,
    spans: [span],
    figure: row.valueType === 'STATEMENT' ? null : Number(row.textPlace.split('/')[0]),
    kind: row.valueType,
    baseline: row.baselineText == null ? null : (row.baselineValue ?? null),
    value: row.value ?? (row.valueType === 'CHANGE' ? (row.changeAbsolute ?? null) : null),
  };
}
