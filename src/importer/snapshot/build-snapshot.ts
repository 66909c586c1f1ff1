import { addReports, shapeVocabulary } from './add-reports.ts';
import type { ImportJob } from './add-reports.ts';
import { addCounts } from '../convert/row-codec.ts';
import type { TableCounts } from '../convert/row-codec.ts';
import { countRows, emptyRows } from '../rows/rows.ts';
import { keepBeside } from './kept-vocabulary.ts';
import { verifySnapshot } from './verify-snapshot.ts';
import { startSnapshot } from './write-rows.ts';

/**
 * Builds and verifies a snapshot of a whole seed.
 * @returns how many rows of each kind it holds
 */
export async function buildSnapshot(
  making: ImportJob,
): Promise<{ counts: TableCounts; copy: null }> {
  const { path, plan, vocabulary, jobs, problems, tell } = making;
  const counts = countRows(emptyRows());
  const shaped = shapeVocabulary(vocabulary, problems);
  const writer = startSnapshot(path);
  try {
    const once = { code: '', place: 0, numbers: 0 };
    writer.addSource({ ...once, kind: 'RULES', sha256: plan.rules, rowsSha256: '' });
    if (problems.length === 0) {
      const { rowsSha256, counts: own } = shaped.piece;
      addCounts(counts, own, 1);
      writer.add(shaped.piece, 0);
      writer.addSource({ ...once, kind: 'VOCABULARY', sha256: plan.vocabulary, rowsSha256 });
    }
    await addReports(making, shaped.known, writer, (_code, own) => {
      addCounts(counts, own, 1);
    });
    plan.digests.keep();
    if (problems.length === 0) {
      writer.index(tell);
      addCounts(counts, writer.settle(tell).all, 1);
      writer.finish(tell);
    }
  } finally {
    writer.close();
  }
  if (problems.length === 0) {
    await verifySnapshot(path, counts, jobs, tell);
    keepBeside(path, plan, shaped.known);
  }
  return { counts, copy: null };
}
