import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFile, openReader, readIntegrity } from '../../db/client.ts';
import type { Reader } from '../../db/client.ts';
import {
  digestOf,
  entriesOf,
  isIntact,
  lookUpPointer,
  readPointer,
} from '../../db/snapshot/pointer.ts';
import type { Pointer } from '../../db/snapshot/pointer.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';
import { lock } from './lock.ts';
import { point, removeAll, sweepable } from './publish.ts';

/** What was found of a snapshot when it was read whole. */
type Seal = Pick<PublishedEntry, 'sha256' | 'doubt'>;

const isOpen = ({ sha256, doubt }: PublishedEntry) => sha256 === undefined && doubt === undefined;

/** Whether a data folder names snapshots that nobody has read whole, or holds such as are to be removed. */
export function isLeftToSeal(data: string): boolean {
  const found = lookUpPointer(data);
  return found.ok && (entriesOf(found.pointer).some(isOpen) || sweepable(data).length > 0);
}

/**
 * Reads all published snapshots whole that were not yet, the older ones first, and notes their digests in the
 * pointer; what a large import leaves to be removed is removed. Whoever ends it before loses nothing: the next
 * import begins it again.
 */
export function sealSnapshots(data: string): void {
  removeAll(holding(data, () => sweepable(data)));
  const release = lockFile(join(data, 'SEALING.sqlite'));
  // Whoever is at it already also seals what has been published since it began.
  if (!release) return;
  try {
    const tried = new Set<string>();
    for (;;) {
      const pointer = readPointer(data);
      const entries = pointer ? entriesOf(pointer) : [];
      const entry = entries.findLast((each) => isOpen(each) && !tried.has(each.file));
      if (!entry) return;
      tried.add(entry.file);
      const seal = readSeal(data, entry, entries);
      if (seal) holding(data, () => noteSeal(data, entry, seal));
    }
  } finally {
    release();
  }
}

/** Does it in a process of its own, which goes on when this one has ended. */
export function sealBehind(data: string): void {
  const entry = fileURLToPath(new URL('seal-child.ts', import.meta.url));
  const child = fork(entry, [], {
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Where it cannot be begun the next import does it.
  child.once('error', () => {});
  child.send(data, () => {
    if (child.connected) child.disconnect();
  });
  child.unref();
}

function holding<Result>(data: string, act: () => Result): Result {
  const release = lock(data, { isBrief: true });
  try {
    return act();
  } finally {
    release();
  }
}

/** As long as a snapshot is open no import removes it; null where that has been done, or it cannot be read. */
function openIfThere(path: string): Reader | null {
  try {
    return openReader(path);
  } catch {
    return null;
  }
}

function readSeal(
  data: string,
  { file, bytes, madeOf }: PublishedEntry,
  others: readonly PublishedEntry[],
): Seal | null {
  const path = join(data, file);
  const reader = openIfThere(path);
  if (!reader) return null;
  try {
    const base = others.find((each) => each.file === madeOf);
    const isSpoiled = base && (base.doubt !== undefined || !isIntact(data, base));
    if (isSpoiled) return { doubt: `was made of ${base.file}, which is damaged` };
    if (!isIntact(data, { file, ...(bytes !== undefined && { bytes }) }))
      return { doubt: 'has not the length that was published' };
    if (readIntegrity(path) !== 'ok') return { doubt: 'is damaged: its integrity check fails' };
    return { sha256: digestOf(path) };
  } finally {
    reader.close();
  }
}

/** Notes it in the pointer as that is now, wherever it still names the snapshot. */
function noteSeal(data: string, { file, version }: PublishedEntry, seal: Seal): void {
  const pointer = readPointer(data);
  if (!pointer) return;
  const sealed = (entry: PublishedEntry): PublishedEntry => {
    if (entry.file !== file || entry.version !== version) return entry;
    const { madeOf: _read, ...rest } = entry;
    return { ...rest, ...seal };
  };
  const { before, earlier, withdrawnEntry } = pointer;
  point(data, {
    ...(sealed(pointer) as Pointer),
    ...(before && { before: sealed(before) }),
    ...(earlier && { earlier: earlier.map(sealed) }),
    ...(withdrawnEntry && { withdrawnEntry: sealed(withdrawnEntry) }),
  });
}
