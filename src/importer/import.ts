import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { snapshotBounds } from '../limits.ts';
import { openSnapshot } from '../db/database.ts';
import { openCurrent } from '../db/snapshot/pointer.ts';
import type { Opened } from '../db/snapshot/open-published.ts';
import { buildSnapshot } from './snapshot/build-snapshot.ts';
import { updateSnapshot } from './snapshot/update-snapshot.ts';
import { changedSources, compareSnapshots, reportsIn } from './snapshot/compare-snapshots.ts';
import type { Difference } from './snapshot/compare-snapshots.ts';
import { compareCodes, noneLost } from './snapshot/kept-codes.ts';
import type { LostCodes } from './snapshot/kept-codes.ts';
import { brokenInSnapshot } from './references/broken-in-snapshot.ts';
import { tellBroken } from './references/tell-broken.ts';
import type { SnapshotCopy } from './snapshot/copy-snapshot.ts';
import { describeSnapshot } from './publish/describe-snapshot.ts';
import { lock } from './publish/lock.ts';
import type { SignBounds } from './snapshot/known-digests.ts';
import { planImport } from './snapshot/import-plan.ts';
import type { ImportPlan } from './snapshot/import-plan.ts';
import { NoRoomError } from './snapshot/stretches.ts';
import type { ImportJob } from './snapshot/add-reports.ts';
import type { TableCounts } from './convert/row-codec.ts';
import { SeedError } from './read/problem.ts';
import type { Problem } from './read/problem.ts';
import type { OnStep } from './snapshot/progress.ts';
import { goForth, staying, toGoBackTo } from './publish/next-pointer.ts';
import { nextName, publish, sweep } from './publish/publish.ts';
import { addToHistory } from './publish/write-history.ts';
import { findFolders } from './read/read-seed.ts';

export type Imported = {
  /** Whether the seed is another one than that which the snapshot was made of. */
  outcome: 'imported' | 'unchanged';
  /** The version of the data: what identifies them (see `db/snapshot/data-version.ts`). */
  version: string;
  file: string;
  counts: Record<string, number>;
  difference: Difference;
  /** Codes that were cited until now and of which nothing is said any more. */
  lost: LostCodes;
  /** How a snapshot was carried on, and what putting it onto the disk and all else took; null where none was. */
  copied: (SnapshotCopy & { flushSeconds: number; otherSeconds: number }) | null;
};

export type ImportRequest = {
  seed: string;
  data: string;
  /** On how many threads reports are read; all cores if it is not said. */
  jobs?: number;
  /** How many snapshots stay to be read, the new one among them; two if it is not said. */
  keep?: number;
  onStep?: OnStep;
  /** Bytes of a snapshot that is read whole whenever it is opened; what tests set otherwise. */
  readAtOnceBytes?: number;
  /** When reports that did not change are known without being read; what tests set otherwise. */
  signs?: SignBounds;
};

/**
 * Imports a seed folder into a data folder: builds a new snapshot beside the old one, verifies it
 * and publishes it. What the old one holds already is carried on; a seed that it was made of publishes
 * nothing.
 * @throws SeedError with all that is wrong in the seed; nothing has then changed
 * @throws LockedError where another import is at work
 */
export async function importSeed(request: ImportRequest): Promise<Imported> {
  const { data, readAtOnceBytes = snapshotBounds.readAtOnceBytes } = request;
  mkdirSync(data, { recursive: true });
  const release = lock(data);
  try {
    sweep(data);
    const opened = openCurrent(data, { keepsStatements: true, readAtOnceBytes, isForImport: true });
    const current = opened.ok ? opened.snapshot : null;
    try {
      return await importOver(current, request);
    } finally {
      current?.close();
    }
  } finally {
    try {
      // Those that were large are removed when the new one is sealed.
      sweep(data, readAtOnceBytes);
    } finally {
      release();
    }
  }
}

async function importOver(current: Opened | null, request: ImportRequest): Promise<Imported> {
  const { seed, data, jobs = availableParallelism(), onStep: tell = () => {} } = request;
  const begun = performance.now();
  const problems: Problem[] = [];
  const folders = findFolders(seed, problems);
  const isSound = current?.published.doubt === undefined;
  const { signs } = request;
  const plan = planImport(folders, isSound ? (current?.db ?? null) : null, { data, signs, tell });
  if (plan.way === 'NOTHING' && current) {
    if (problems.length > 0) throw new SeedError(problems);
    const { version, file, counts } = current;
    goForth(data);
    const nothing = { difference: [], lost: noneLost(), copied: null };
    return { outcome: 'unchanged', version, file, counts, ...nothing };
  }
  const file = nextName(data);
  const path = join(data, file);
  const making = { path, plan, vocabulary: folders.vocabulary, jobs, problems, tell };
  const { from, counts, copy } = await makeSnapshot(
    making,
    plan.way === 'CHANGE' ? current : null,
    () => planImport(folders, null, { data, signs, tell }),
  );
  if (problems.length > 0) throw new SeedError(problems);
  tell({ phase: 'publish', done: 0, total: 1 });
  const made = { file, counts, from, folders: folders.reports };
  const { flushSeconds, ...published } = publishOver(current, made, request);
  const spent = (performance.now() - begun) / 1000;
  const otherSeconds = spent - flushSeconds - (copy?.seconds ?? 0);
  const copied = copy && { ...copy, flushSeconds, otherSeconds };
  return { outcome: 'imported', file, counts, ...published, copied };
}

/**
 * Carries a snapshot on or, where there is none or a report finds no room between others, builds one anew.
 * @param planWhole how all of the seed is built
 */
async function makeSnapshot(
  making: ImportJob,
  current: Opened | null,
  planWhole: () => ImportPlan,
): Promise<{ from: Opened | null; counts: TableCounts; copy: SnapshotCopy | null }> {
  if (!current) return { from: null, ...(await buildSnapshot(making)) };
  try {
    const path = join(dirname(making.path), current.file);
    return { from: current, ...(await updateSnapshot(making, path, current.counts)) };
  } catch (error) {
    if (!(error instanceof NoRoomError)) throw error;
    rmSync(making.path, { force: true });
    return { from: null, ...(await buildSnapshot({ ...making, plan: planWhole() })) };
  }
}

/** A snapshot that was written and verified. */
type MadeSnapshot = {
  file: string;
  counts: Record<string, number>;
  /** The one that it is a change of, if it is one. */
  from: Opened | null;
  /** Where its reports lie. */
  folders: readonly string[];
};

/** Holds a new snapshot against the one before and publishes it, if nothing is wrong between the two. */
function publishOver(
  current: Opened | null,
  { file, counts, from, folders }: MadeSnapshot,
  { data, keep, readAtOnceBytes, onStep: tell }: ImportRequest,
) {
  const problems: Problem[] = [];
  const snapshot = openSnapshot(join(data, file), { keepsStatements: true });
  const before = current?.db ?? null;
  const changed = changedSources(before, snapshot.db);
  const lost = compareCodes(before, snapshot.db, changed, { folders, problems });
  // What is carried on was published, and so it was sound.
  tellBroken(brokenInSnapshot(snapshot.db, from && reportsIn(changed)), folders, problems);
  const { difference, change } = compareSnapshots(before, snapshot.db, counts, {
    changed,
    tell,
  });
  const entry = describeSnapshot({ data, file, counts, from, readAtOnceBytes }, snapshot);
  snapshot.close();
  if (problems.length > 0) throw new SeedError(problems);
  const others = staying(data, toGoBackTo(data, current), keep);
  const { version } = entry;
  const at = new Date().toISOString();
  const publication = { version, before: current?.version ?? null, ...change };
  const told = addToHistory(data, { event: 'PUBLISHED', at, ...publication });
  const begun = performance.now();
  publish(data, { ...entry, ...others, told });
  const flushSeconds = (performance.now() - begun) / 1000;
  return { version, difference, lost, flushSeconds };
}
