import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, openCurrent, openPublished } from '../db/pointer.ts';
import { compareSnapshots } from './difference.ts';
import type { Difference } from './difference.ts';
import { lock } from './lock.ts';
import { SeedError, inOrder } from './problem.ts';
import type { Problem } from './problem.ts';
import { nextName, publish, sweep } from './publish.ts';
import { readSeed } from './read.ts';
import { addReport } from './report-rows.ts';
import { countRows, emptyRows } from './rows.ts';
import type { Rows } from './rows.ts';
import { verifySnapshot } from './verify.ts';
import { addVocabulary } from './vocabulary-rows.ts';
import { writeSnapshot } from './write.ts';

export type Imported = {
  /** Whether the seed gave other data than those that were there. */
  outcome: 'imported' | 'unchanged';
  /** SHA-256 of the snapshot: the version of the data. */
  version: string;
  file: string;
  counts: Record<string, number>;
  difference: Difference;
};

/** Reads a seed and works out all rows, without writing anything. */
export function checkSeed(seed: string): { problems: Problem[]; rows: Rows } {
  const problems: Problem[] = [];
  const rows = emptyRows();
  const read = readSeed(seed, problems);
  if (read) {
    const terms = addVocabulary(read.vocabulary, rows);
    for (const report of read.reports) addReport(report, terms, rows);
  }
  return { problems: inOrder(problems), rows };
}

/**
 * Imports a seed folder into a data folder: builds a new snapshot beside the old one, verifies it
 * and publishes it. A seed that gives the same data as before publishes nothing.
 * @throws SeedError with all that is wrong in the seed; nothing has then changed
 * @throws LockedError where another import is at work
 */
export function importSeed({ seed, data }: { seed: string; data: string }): Imported {
  const { problems, rows } = checkSeed(seed);
  if (problems.length > 0) throw new SeedError(problems);

  mkdirSync(data, { recursive: true });
  const release = lock(data);
  try {
    sweep(data);
    const built = build(data, rows);
    if (built.outcome === 'imported') publish(data, pointerOf(built));
    sweep(data);
    return built;
  } finally {
    release();
  }
}

const pointerOf = ({ file, version, counts }: Imported) => ({ file, sha256: version, counts });

/** Builds and verifies a snapshot beside the current one, and says how it differs. */
function build(data: string, rows: Rows): Imported {
  const file = nextName(data);
  const path = join(data, file);
  const counts = countRows(rows);
  const current = openCurrent(data);
  try {
    writeSnapshot(path, rows);
    verifySnapshot(path, counts);
    const version = digestOf(path);
    if (current.ok && current.snapshot.version === version) {
      rmSync(path);
      return { outcome: 'unchanged', version, file: current.snapshot.file, counts, difference: [] };
    }
    const opened = openPublished(data, { file, sha256: version, counts });
    if (!opened.ok) throw new Error(opened.reason);
    const before = current.ok ? current.snapshot.db : null;
    const difference = compareSnapshots(before, opened.snapshot.db);
    opened.snapshot.close();
    return { outcome: 'imported', version, file, counts, difference };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    if (current.ok) current.snapshot.close();
  }
}
