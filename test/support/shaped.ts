import { inOrder } from '../../src/importer/problem.ts';
import type { Problem } from '../../src/importer/problem.ts';
import { findFolders, readReport, readVocabulary } from '../../src/importer/read.ts';
import { rowsOfReport } from '../../src/importer/report-rows.ts';
import { emptyRows } from '../../src/importer/rows.ts';
import type { Rows } from '../../src/importer/rows.ts';
import { termsOf } from '../../src/importer/terms.ts';
import { addVocabulary } from '../../src/importer/vocabulary-rows.ts';

/** What is wrong with a seed of one report, and the rows of that report. */
export function shapeSeed(seed: string): { problems: Problem[]; rows: Rows } {
  const problems: Problem[] = [];
  const folders = findFolders(seed, problems);
  const vocabulary = readVocabulary(folders.vocabulary, problems);
  const [folder] = folders.reports;
  const source = readReport(folder!, problems);
  const known = addVocabulary(vocabulary, emptyRows());
  const rows = source ? rowsOfReport(source, termsOf(known)) : emptyRows();
  return { problems: inOrder(problems), rows };
}
