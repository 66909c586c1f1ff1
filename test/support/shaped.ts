import { inOrder } from '../../src/importer/read/problem.ts';
import type { Problem } from '../../src/importer/read/problem.ts';
import { findFolders, readReport, readVocabulary } from '../../src/importer/read/read-seed.ts';
import { rowsOfReport } from '../../src/importer/rows/report-rows.ts';
import { emptyRows } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import { indexVocabulary } from '../../src/importer/rows/vocabulary-index.ts';
import { addVocabulary } from '../../src/importer/rows/vocabulary-rows.ts';

/**
 * What is wrong with a seed of one report, and the rows of that report.
 * @param vocabulary what was read before of a vocabulary that stays as it is
 */
export function shapeSeed(
  seed: string,
  vocabulary?: ReturnType<typeof readVocabulary>,
): { problems: Problem[]; rows: Rows } {
  const problems: Problem[] = [];
  const folders = findFolders(seed, problems);
  const words = vocabulary ?? readVocabulary(folders.vocabulary, problems);
  const [folder] = folders.reports;
  const source = readReport(folder!, problems);
  const known = addVocabulary(words, emptyRows());
  const rows = source ? rowsOfReport(source, indexVocabulary(known)) : emptyRows();
  return { problems: inOrder(problems), rows };
}
