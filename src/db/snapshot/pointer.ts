import { closeSync, fstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdFile, openOrdinary } from './held-file.ts';
import { openPublished, unusable } from './open-published.ts';
import type { Opened, SnapshotOpening, Options, Unusable } from './open-published.ts';
import { readEntry, snapshotName } from './published-entry.ts';
import type { PublishedEntry } from './published-entry.ts';

/** What `CURRENT` in a data folder says: the snapshot to serve, and where to go from it. */
export type Pointer = PublishedEntry & {
  /** The one that was served before it; it stays, to be gone back to. */
  before?: PublishedEntry;
  /** Those before that, the newest first: they stay to be read. */
  earlier?: readonly PublishedEntry[];
  /** The file that was gone back from; as long as it is named, only an import asked for goes forth. */
  withdrawn?: string;
  /** The same with its version, by which it can still be read. */
  withdrawnEntry?: PublishedEntry;
  /** The number of the last entry of the history that is true. */
  told?: number;
};

export const pointerName = 'CURRENT';

/** What `CURRENT` says, or why it says nothing; the reason names no path, as anybody may read it. */
export type PointerRead = { ok: true; pointer: Pointer } | Unusable;

/** Looks up what a data folder has published. */
export function lookUpPointer(data: string): PointerRead {
  let text: string;
  try {
    text = readSmallFile(join(data, pointerName));
  } catch (error) {
    return withoutPointer(error as NodeJS.ErrnoException);
  }
  const pointer = pointerIn(parsed(text));
  return pointer ? { ok: true, pointer } : unusable(`${pointerName} names no snapshot`);
}

function withoutPointer(error: NodeJS.ErrnoException): Unusable {
  switch (error.code) {
    case 'ENOENT':
      return unusable(`${pointerName} names no snapshot`);
    case 'ENOTDIR':
      return unusable('the data folder is no folder');
    case 'ENOTFILE':
      return unusable(`${pointerName} is no ordinary file`);
    default:
      return unusable(`${pointerName} cannot be read (${error.code ?? error.message})`, error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** As much of a pointer is read, in bytes; ours have less than a thousandth of it. */
const maximumPointer = 1 << 20;

function readSmallFile(path: string): string {
  const descriptor = openOrdinary(path);
  try {
    return fstatSync(descriptor).size > maximumPointer ? '' : readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The pointer of a data folder; null where there is none, or none that can be understood.
 * @throws where it is there and cannot be read: nobody knows then what is published
 */
export function readPointer(data: string): Pointer | null {
  const found = lookUpPointer(data);
  if (found.ok) return found.pointer;
  if (found.error) throw found.error;
  return null;
}

function pointerIn(content: unknown): Pointer | null {
  const loose = (content ?? {}) as Partial<Record<keyof Pointer, unknown>>;
  const { withdrawn, earlier } = loose;
  const told = loose.told as number | undefined;
  const entry = readEntry(content);
  const others = {
    ...readIfGiven('before', loose),
    ...readIfGiven('withdrawnEntry', loose),
  };
  const listed = Array.isArray(earlier) ? earlier.map(readEntry) : earlier;
  const isSound =
    entry !== null &&
    !Object.values(others).includes(null) &&
    (listed === undefined || (Array.isArray(listed) && !listed.includes(null))) &&
    (told === undefined || Number.isSafeInteger(told)) &&
    (withdrawn === undefined || (typeof withdrawn === 'string' && snapshotName.test(withdrawn)));
  if (!isSound) return null;
  const pointer: Pointer = {
    ...entry,
    ...others,
    ...(listed !== undefined && { earlier: listed }),
    ...(withdrawn !== undefined && { withdrawn }),
    ...(told !== undefined && { told }),
  };
  return pointer;
}

const readIfGiven = (
  name: 'before' | 'withdrawnEntry',
  pointer: Partial<Record<keyof Pointer, unknown>>,
) => (pointer[name] === undefined ? {} : { [name]: readEntry(pointer[name]) });

/** All snapshots that a pointer names, the one that is served first. */
export const entriesOf = (pointer: Pointer): PublishedEntry[] => {
  const { before, earlier = [], withdrawnEntry } = pointer;
  return [pointer, ...[before, ...earlier, withdrawnEntry].filter((entry) => entry !== undefined)];
};

/** Opens the snapshot that the pointer names, or says why it cannot be served. */
export function openCurrent(data: string, options: Options = {}): SnapshotOpening {
  const found = lookUpPointer(data);
  return found.ok ? openPublished(data, found.pointer, options) : found;
}

/**
 * Opens what the pointer names or, where that cannot be served, the snapshot that was served before
 * it: it was good, and data that were answered from yesterday are better than none.
 * @returns with it, as `problem`, why it is not the newest one; null where it is
 */
export function openServable(
  data: string,
  options: Options = {},
): { ok: true; snapshot: Opened; problem: string | null } | Unusable {
  const found = lookUpPointer(data);
  if (!found.ok) return found;
  const newest = openPublished(data, found.pointer, options);
  if (newest.ok) return { ...newest, problem: null };
  const { before } = found.pointer;
  const older = before && openPublished(data, before, options);
  return older?.ok ? { ...older, problem: newest.reason } : newest;
}

/**
 * Whether the file of a snapshot is there and is the one that was published; of one that was never read
 * whole, whether it has its length.
 */
export function isIntact(
  data: string,
  { file, sha256, bytes }: Pick<PublishedEntry, 'file' | 'sha256' | 'bytes'>,
): boolean {
  const path = join(data, file);
  try {
    return sha256 === undefined ? statSync(path).size === bytes : digestOf(path) === sha256;
  } catch (error) {
    // Too many open files say nothing of this one.
    if (/^E[MN]FILE$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return false;
  }
}

/** Tells a published snapshot, and its file as it lies there, from any other. */
export function markOf(data: string, pointer: PublishedEntry | null): string {
  const found = pointer && statSync(join(data, pointer.file), { throwIfNoEntry: false });
  const { ino, size, mtimeMs, ctimeMs } = found ?? {};
  const { file, version, sha256 } = pointer ?? {};
  return JSON.stringify([file, version, sha256, ino, size, mtimeMs, ctimeMs]);
}

/** SHA-256 of a file, in hexadecimal, read piece by piece. */
export function digestOf(path: string): string {
  const held = holdFile(path);
  try {
    return held.digest();
  } finally {
    held.release();
  }
}
