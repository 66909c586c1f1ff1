import { countCodePoints, indexCodePoints } from '../../../../src/text/code-points.ts';
import { indexVocabulary } from '../../../../src/importer/rows/vocabulary-index.ts';
import { addVocabulary } from '../../../../src/importer/rows/vocabulary-rows.ts';
import { emptyRows } from '../../../../src/importer/rows/rows.ts';
import type { Rows } from '../../../../src/importer/rows/rows.ts';
import { rowsOfReport } from '../../../../src/importer/rows/report-rows.ts';
import { SeedError, inOrder } from '../../../../src/importer/read/problem.ts';
import type { Problem } from '../../../../src/importer/read/problem.ts';
import { readReport, readVocabulary } from '../../../../src/importer/read/read-seed.ts';
import type { ReportSource } from '../../../../src/importer/read/read-seed.ts';
import type { DraftSpan } from '../../../../src/draft/draft.ts';
import type { Expected, ExpectedPassage } from './expected.ts';
import { figuresOfRows } from './figures-of-rows.ts';
import { measureId, outcomeId } from './known.ts';
import type { Known } from './known.ts';

/**
 * Reads the reports of a seed by the vocabulary of the seed, as an import would.
 * @throws SeedError where a report or the vocabulary has faults: what is curated wrongly scores nothing
 */
export function factsReader(vocabularyFolder: string) {
  const problems: Problem[] = [];
  const vocabulary = readVocabulary(vocabularyFolder, problems);
  const known = emptyRows();
  const terms = indexVocabulary(addVocabulary(vocabulary, known));
  if (problems.length > 0) throw new SeedError(inOrder(problems));
  return {
    vocabulary,
    read(folder: string): { source: ReportSource; expected: Expected } {
      const found: Problem[] = [];
      const source = readReport(folder, found);
      const rows = source ? rowsOfReport(source, terms) : null;
      if (!source || !rows || found.length > 0) throw new SeedError(inOrder(found));
      return { source, expected: expectedOf(source.text, rows, { known, vocabulary }) };
    },
  };
}

/** The rows of a report as what a draft of its text should find. */
function expectedOf(text: string, rows: Rows, terms: Known): Expected {
  const evidences = new Map(rows.evidences.map((evidence) => [evidence.id, evidence]));
  const spanOf = (evidenceId: number): DraftSpan => {
    const { start = 0, end = 0 } = evidences.get(evidenceId) ?? {};
    return { start, end };
  };
  const passage = (id: string, evidenceId: number, words?: string | null): ExpectedPassage => {
    const span = words == null ? null : within(text, words, spanOf(evidenceId));
    const { start, end } = span ?? spanOf(evidenceId);
    return { id, start, end, optional: false, spans: [{ start, end }] };
  };
  const acts = new Map(rows.measures.map(({ id }) => [id, [] as DraftSpan[]]));
  for (const act of rows.measureActs) acts.get(act.measureId)?.push(spanOf(act.evidenceId));
  const measures = rows.measures.map(({ id, evidenceId, titleZh }) => ({
    ...passage(measureId(id), evidenceId),
    spans: acts.get(id) ?? [],
    label: [titleZh],
  }));
  const statements = [
    ...rows.outcomes.map((row) => ({ row, id: outcomeId(row.id), optional: false })),
    // What will be so is no result: a draft may tell it or not.
    ...rows.targets.map((row) => ({ row, id: `target-${row.id}`, optional: true })),
  ].flatMap(({ row, id, optional }) =>
    row.valueType === 'STATEMENT'
      ? [{ ...passage(id, row.evidenceId, row.statement), label: [row.labelZh], optional }]
      : [],
  );
  return {
    figures: figuresOfRows(text, rows, terms),
    acts: rows.measures.flatMap(({ id, stage }) =>
      (acts.get(id) ?? []).map((span) => ({ ...span, stage, optional: false })),
    ),
    measures,
    joinsActs: true,
    statements,
    links: rows.links.flatMap((link) =>
      link.basis === 'STATED'
        ? [{ measure: measureId(link.measureId), outcome: outcomeId(link.outcomeId) }]
        : [],
    ),
    problems: rows.problems.map(({ id, evidenceId, titleZh }) => ({
      ...passage(`problem-${id}`, evidenceId),
      label: [titleZh],
    })),
    documents: rows.documents.map((row) => passage(row.titleZh, row.evidenceId)),
    organizations: rows.reportOrganizations.map(({ organizationId, evidenceId }) =>
      passage(`organization-${organizationId}`, evidenceId),
    ),
    honours: rows.honours.map((row) => passage(row.nameZh, row.evidenceId)),
    headings: headingsOf(text, rows, acts),
    parts: rows.reportParts.flatMap(({ part, evidenceId }) =>
      evidenceId == null ? [] : [passage(part, evidenceId)],
    ),
  };
}

/** Where the words first stand in a stretch, or from its start on. */
function within(text: string, words: string, { start, end }: DraftSpan): DraftSpan | null {
  const { toIndex, toOffset } = indexCodePoints(text);
  const index = text.indexOf(words, toIndex(start));
  const at = toOffset(index);
  return index < 0 || at >= end ? null : { start: at, end: at + countCodePoints(words) };
}

function headingsOf(
  text: string,
  { sections, measures }: Rows,
  acts: ReadonlyMap<number | undefined, readonly DraftSpan[]>,
): ExpectedPassage[] {
  const heads = [
    ...sections.map(({ heading, start, end }) => ({ heading, start, end, optional: false })),
    ...measures.map(({ id, heading, sectionId }) => {
      const section = sections.find((each) => each.id === sectionId);
      const last = Math.max(0, ...(acts.get(id) ?? []).map(({ end }) => end));
      // Whether a point is a section of its own is the draft's to say.
      const end = Math.max(last, section?.end ?? 0);
      return { heading, start: section?.start ?? 0, end, optional: true };
    }),
  ];
  return heads.flatMap(({ heading, start, end, optional }) => {
    const span = heading == null ? null : within(text, heading, { start, end });
    return span ? [{ ...span, id: heading ?? '', optional, spans: [span] }] : [];
  });
}
