import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openSnapshot } from '../db/database.ts';
import { digestOf, isIntact, openCurrent, readPointer } from '../db/snapshot/pointer.ts';
import type { Pointer } from '../db/snapshot/pointer.ts';
import type { PublishedEntry, Opened } from '../db/snapshot/open-published.ts';
import { buildSnapshot } from './snapshot/build-snapshot.ts';
import { updateSnapshot } from './snapshot/update-snapshot.ts';
import { compareSnapshots } from './snapshot/compare-snapshots.ts';
import type { Difference } from './snapshot/compare-snapshots.ts';
import { compareCodes, noneLost } from './snapshot/kept-codes.ts';
import type { LostCodes } from './snapshot/kept-codes.ts';
import { brokenInSnapshot } from './references/broken-in-snapshot.ts';
import { tellBroken } from './references/tell-broken.ts';
import { lock } from './snapshot/lock.ts';
import { planImport } from './snapshot/import-plan.ts';
import { NoRoomError } from './snapshot/stretches.ts';
import type { ImportJob } from './snapshot/add-reports.ts';
import type { TableCounts } from './convert/row-codec.ts';
import type { SeedFolders } from './read/read-seed.ts';
import { SeedError } from './read/problem.ts';
import type { Problem } from './read/problem.ts';
import type { OnStep } from './snapshot/progress.ts';
import { nextName, point, publish, sweep } from './snapshot/publish.ts';
import { addToHistory } from './snapshot/write-history.ts';
import { findFolders } from './read/read-seed.ts';

export type Imported = {
  /** Whether the seed is another one than that which the snapshot was made of. */
  outcome: 'imported' | 'unchanged';
  /** SHA-256 of the snapshot: the version of the data. */
  version: string;
  file: string;
  counts: Record<string, number>;
  difference: Difference;
  /** Codes that were cited until now and of which nothing is said any more. */
  lost: LostCodes;
};

export type ImportRequest = {
  seed: string;
  data: string;
  /** On how many threads reports are read; all cores if it is not said. */
  jobs?: number;
  /** How many snapshots stay to be read, the new one among them; two if it is not said. */
  keep?: number;
  onStep?: OnStep;
};

/**
 * Imports a seed folder into a data folder: builds a new snapshot beside the old one, verifies it
 * and publishes it. What the old one holds already is carried on; a seed that it was made of publishes
 * nothing.
 * @throws SeedError with all that is wrong in the seed; nothing has then changed
 * @throws LockedError where another import is at work
 */
export async function importSeed(request: ImportRequest): Promise<Imported> {
  const { data } = request;
  mkdirSync(data, { recursive: true });
  const release = lock(data);
  try {
    sweep(data);
    const opened = openCurrent(data, { keepsStatements: true });
    const current = opened.ok ? opened.snapshot : null;
    try {
      return await importOver(current, request);
    } finally {
      current?.close();
    }
  } finally {
    try {
      sweep(data);
    } finally {
      release();
    }
  }
}

async function importOver(current: Opened | null, request: ImportRequest): Promise<Imported> {
  const { seed, data, jobs = availableParallelism(), onStep: tell = () => {} } = request;
  const problems: Problem[] = [];
  const folders = findFolders(seed, problems);
  const plan = planImport(folders, current?.db ?? null, tell);
  if (plan.way === 'NOTHING' && current) {
    if (problems.length > 0) throw new SeedError(problems);
    const { version, file, counts } = current;
    goForth(data);
    return { outcome: 'unchanged', version, file, counts, difference: [], lost: noneLost() };
  }
  const file = nextName(data);
  const path = join(data, file);
  const making = { path, plan, vocabulary: folders.vocabulary, jobs, problems, tell };
  const counts =
    plan.way === 'CHANGE' && current
      ? await updateOrBuild(making, folders, join(data, current.file), current.counts)
      : await buildSnapshot(making);
  if (problems.length > 0) throw new SeedError(problems);
  tell({ phase: 'publish', done: 0, total: 1 });
  const version = digestOf(path);
  const snapshot = openSnapshot(path, { keepsStatements: true });
  const lost = compareCodes(current?.db ?? null, snapshot.db, folders.reports, problems);
  tellBroken(brokenInSnapshot(snapshot.db), folders.reports, problems);
  const { difference, change } = compareSnapshots(current?.db ?? null, snapshot.db, counts, tell);
  snapshot.close();
  if (problems.length > 0) throw new SeedError(problems);
  const others = staying(data, toGoBackTo(data, current), request.keep);
  const told = addToHistory(data, {
    event: 'PUBLISHED',
    at: new Date().toISOString(),
    version,
    before: current?.version ?? null,
    ...change,
  });
  publish(data, { file, sha256: version, counts, ...others, told });
  return { outcome: 'imported', version, file, counts, difference, lost };
}

/** Carries a snapshot on or, where a report finds no room between others, builds one anew. */
async function updateOrBuild(
  making: ImportJob,
  folders: SeedFolders,
  from: string,
  before: Readonly<TableCounts>,
): Promise<TableCounts> {
  try {
    return await updateSnapshot(making, from, before);
  } catch (error) {
    if (!(error instanceof NoRoomError)) throw error;
    rmSync(making.path, { force: true });
    return buildSnapshot({ ...making, plan: planImport(folders, null, making.tell) });
  }
}

/** The snapshot that was served until now; where its file is spoiled, the one before that. */
function toGoBackTo(data: string, current: Opened | null): PublishedEntry | undefined {
  const pointer = readPointer(data);
  if (!pointer) return undefined;
  const { file, sha256, counts, before } = pointer;
  return current || isIntact(data, pointer) ? { file, sha256, counts } : before;
}

/** The snapshots that stay beside a new one: that to go back to, and as many earlier ones as are kept. */
function staying(
  data: string,
  before: PublishedEntry | undefined,
  keep = 2,
): Pick<Pointer, 'before' | 'earlier'> {
  if (!before) return {};
  const { before: second, earlier = [] } = readPointer(data) ?? {};
  const older = [...(second ? [second] : []), ...earlier]
    .filter(({ file }) => file !== before.file)
    .slice(0, keep - 2);
  return { before, ...(older.length > 0 && { earlier: older }) };
}

/** Whoever imports the seed of the snapshot that was gone back to, wants that one from now on. */
function goForth(data: string): void {
  const { withdrawn, withdrawnEntry: _goneBackFrom, ...pointer } = readPointer(data) ?? {};
  if (withdrawn !== undefined && 'file' in pointer) point(data, pointer);
}
