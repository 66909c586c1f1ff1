import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applicationId, tablesVersion } from './client.ts';
import type { OnStatement } from './client.ts';
import { openSnapshot } from './database.ts';
import type { Connection } from './database.ts';
import { readStatistics } from './statistics.ts';
import type { Statistics } from './statistics.ts';

/** A snapshot as it was published. */
export type Entry = {
  /** The snapshot's file name, such as `kb-000012.sqlite`. */
  file: string;
  /** SHA-256 of that file, in hexadecimal: the version of the data. */
  sha256: string;
  /** How many rows of each kind it holds. */
  counts: Record<string, number>;
};

/** What `CURRENT` in a data folder says: the snapshot to serve, and where to go from it. */
export type Pointer = Entry & {
  /** The one that was served before it; it stays, to be gone back to. */
  before?: Entry;
  /** The file that was gone back from; as long as it is named, only an import asked for goes forth. */
  withdrawn?: string;
};

/** A snapshot that is open and has passed its check. */
export type Opened = Connection & {
  version: string;
  file: string;
  counts: Record<string, number>;
  statistics: Statistics;
};

export const pointerName = 'CURRENT';
const snapshotName = /^kb-(\d{6,})\.sqlite$/;

/** The pointer of a data folder; null where there is none, or none that can be understood. */
export function readPointer(data: string): Pointer | null {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(data, pointerName), 'utf8'));
  } catch {
    return null;
  }
  return isPointer(content) ? content : null;
}

function isPointer(content: unknown): content is Pointer {
  const { before, withdrawn } = (content ?? {}) as Partial<Record<keyof Pointer, unknown>>;
  return (
    isEntry(content) &&
    (before === undefined || isEntry(before)) &&
    (withdrawn === undefined || (typeof withdrawn === 'string' && snapshotName.test(withdrawn)))
  );
}

function isEntry(content: unknown): content is Entry {
  const { file, sha256, counts } = (content ?? {}) as Partial<Record<keyof Entry, unknown>>;
  return (
    typeof file === 'string' &&
    snapshotName.test(file) &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof counts === 'object' &&
    counts !== null &&
    Object.values(counts).every((count) => Number.isSafeInteger(count))
  );
}

type Options = { onStatement?: OnStatement };
type Result = { ok: true; snapshot: Opened } | { ok: false; reason: string };

/** Opens the snapshot that the pointer names, or says why it cannot be served. */
export function openCurrent(data: string, options: Options = {}): Result {
  const pointer = readPointer(data);
  if (!pointer) return { ok: false, reason: `${join(data, pointerName)} names no snapshot` };
  return openPublished(data, pointer, options);
}

/** The same, without keeping requests waiting while a large file is read for its digest. */
export async function openCurrentMeanwhile(data: string, options: Options = {}): Promise<Result> {
  const pointer = readPointer(data);
  if (!pointer) return { ok: false, reason: `${join(data, pointerName)} names no snapshot` };
  const digest = await digestMeanwhile(join(data, pointer.file)).catch(() => null);
  return openPublished(data, pointer, { ...options, ...(digest !== null && { digest }) });
}

/**
 * Opens what the pointer names or, where that cannot be served, the snapshot that was served before
 * it: it was good, and data that were answered from yesterday are better than none.
 * @returns with it, as `problem`, why it is not the newest one; null where it is
 */
export function openServable(
  data: string,
  options: Options = {},
): { ok: true; snapshot: Opened; problem: string | null } | { ok: false; reason: string } {
  const newest = openCurrent(data, options);
  if (newest.ok) return { ...newest, problem: null };
  const before = readPointer(data)?.before;
  const older = before && openPublished(data, before, options);
  return older?.ok ? { ...older, problem: newest.reason } : newest;
}

/** Whether the file of a snapshot is there and is the one that was published. */
export function isIntact(data: string, { file, sha256 }: Entry): boolean {
  try {
    return digestOf(join(data, file)) === sha256;
  } catch {
    return false;
  }
}

/** Tells a published snapshot, and its file as it lies there, from any other. */
export function markOf(data: string, pointer: Entry | null): string {
  const found = pointer && statSync(join(data, pointer.file), { throwIfNoEntry: false });
  return JSON.stringify([pointer?.file, pointer?.sha256, found?.ino, found?.size, found?.mtimeMs]);
}

/** Opens the snapshot of a pointer, after its digest, its kind and its version have been checked. */
export function openPublished(
  data: string,
  { file, sha256, counts }: Entry,
  { digest, ...options }: Options & { digest?: string } = {},
): Result {
  const path = join(data, file);
  try {
    if ((digest ?? digestOf(path)) !== sha256) {
      return {
        ok: false,
        reason: `${file} is not the file that was published: its digest differs`,
      };
    }
    const connection = openSnapshot(path, options);
    const reason = foreignTo(connection);
    if (reason === null) {
      const statistics = readStatistics(connection.db, counts);
      const snapshot = { ...connection, version: sha256, file, counts, statistics };
      return { ok: true, snapshot };
    }
    connection.close();
    return { ok: false, reason: `${file} ${reason}` };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      ok: false,
      reason: code === 'ENOENT' ? `${file} is missing` : `${file} cannot be opened (${code})`,
    };
  }
}

/** Why a database is no snapshot of ours; null where it is. */
export function foreignTo({ pragma }: Connection): string | null {
  if (pragma('application_id') !== applicationId) return 'is no snapshot of Juzheng';
  const version = pragma('user_version');
  if (version !== tablesVersion) {
    return `has tables of version ${String(version)}; this software reads version ${tablesVersion}`;
  }
  return null;
}

/** SHA-256 of a file, in hexadecimal, read piece by piece. */
export function digestOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

async function digestMeanwhile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
  }
  return hash.digest('hex');
}
