import { availableParallelism } from 'node:os';
import { shapeVocabulary } from './snapshot/add-reports.ts';
import { addProblems, inOrder } from './read/problem.ts';
import type { Problem } from './read/problem.ts';
import type { OnStep } from './snapshot/progress.ts';
import { findFolders } from './read/read-seed.ts';
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
  let done = 0;
  const task = { known: shaped.known, order: { wanted: 'SUMMARY' as const, fields } };
  for await (const report of shapeReports(folders.reports, task, jobs)) {
    done += 1;
    onStep({ phase: 'read', done, total });
    if (!addProblems(problems, report.problems)) break;
    if (report.summary) addSummary(summary, report.summary);
  }
  return { problems: inOrder(problems), summary };
}
