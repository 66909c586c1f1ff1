import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { shapeVocabulary } from './snapshot/add-reports.ts';
import { addProblems, inOrder } from './read/problem.ts';
import type { Problem } from './read/problem.ts';
import type { OnStep } from './snapshot/progress.ts';
import { findFolders } from './read/read-seed.ts';
import { convertReport } from './convert/convert-report.ts';
import { brokenBetween, reportOf } from './references/reference.ts';
import type { ReferableReport } from './references/reference.ts';
import { tellBroken } from './references/tell-broken.ts';
import { indexVocabulary } from './rows/vocabulary-index.ts';
import type { VocabularyIndex } from './rows/vocabulary-index.ts';
import { shapeReports } from './convert/convert-reports.ts';
import { fields } from './snapshot/renumber.ts';
import { addSummary, emptySummary } from './convert/summary.ts';
import type { Summary } from './convert/summary.ts';

/** Reads a seed, or one report of it, and makes all rows without writing anything. */
export async function checkSeed(
  seed: string,
  { jobs = availableParallelism(), onStep = () => {} }: { jobs?: number; onStep?: OnStep } = {},
): Promise<{ problems: Problem[]; summary: Summary }> {
  const problems: Problem[] = [];
  const summary = emptySummary();
  const folders = findFolders(seed, problems);
  const shaped = shapeVocabulary(folders.vocabulary, problems);
  addSummary(summary, { ...emptySummary(), counts: shaped.piece.counts });
  const total = folders.reports.length;
  const referable: ReferableReport[] = [];
  let done = 0;
  const task = { known: shaped.known, order: { wanted: 'SUMMARY' as const, fields } };
  for await (const report of shapeReports(folders.reports, task, jobs)) {
    done += 1;
    onStep({ phase: 'read', done, total });
    if (!addProblems(problems, report.problems)) break;
    if (report.summary) addSummary(summary, report.summary);
    if (report.referable) referable.push(report.referable);
  }
  const known = indexVocabulary(shaped.known);
  tellBroken(
    brokenBetween([...referable, ...besideThem(referable, folders.reports, known)]),
    folders.reports,
    problems,
  );
  return { problems: inOrder(problems), summary };
}

/** The reports that are referred to and lie in the same folder, where not all of it is checked. */
function besideThem(
  checked: readonly ReferableReport[],
  folders: readonly string[],
  terms: VocabularyIndex,
): ReferableReport[] {
  const [folder] = folders;
  const held = new Set(folders.map((each) => basename(each)));
  const named = checked.flatMap(({ references }) => references.map(({ to }) => reportOf(to)));
  return [...new Set(named)].flatMap((code) => {
    const beside = join(dirname(folder ?? ''), code);
    if (held.has(code) || !existsSync(beside)) return [];
    const { referable } = convertReport(beside, terms, { wanted: 'SUMMARY', fields });
    return referable ? [{ ...referable, references: [] }] : [];
  });
}
