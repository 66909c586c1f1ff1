import { join } from 'node:path';
import { openSnapshot } from '../database.ts';
import type { Connection, SnapshotOptions } from '../database.ts';
import { holdFile, identityAt } from './held-file.ts';
import type { HeldFile } from './held-file.ts';
import { readStatistics } from '../statistics/statistics.ts';
import type { Statistics } from '../statistics/statistics.ts';
import { snapshotBounds } from '../../limits.ts';
import { foreignTo, otherDataThan, otherThan } from './check-file.ts';
import type { FoundFile } from './check-file.ts';
import { entryOf } from './published-entry.ts';
import type { PublishedEntry } from './published-entry.ts';
import { readWholeFile } from './whole-file.ts';

/** A snapshot that is open and has passed its check. */
export type Opened = Connection & {
  version: string;
  file: string;
  /** How the file is known that was published; without its SHA-256 while nobody has read it whole. */
  published: PublishedEntry;
  /** Whether the whole file was read and is what was published; otherwise it was opened by what it says of itself. */
  isReadWhole: boolean;
  /** Where its file lies. */
  path: string;
  held: HeldFile;
  /** What the file was when it was looked at. */
  identity: string;
  counts: Record<string, number>;
  statistics: Statistics;
  /** Under which path of this server the addresses in its answers stand. */
  base?: string | undefined;
};

/** Why something cannot be served. */
export type Unusable = {
  ok: false;
  reason: string;
  /** The system's error, where it may be gone at the next try. */
  error: NodeJS.ErrnoException | null;
};

export const unusable = (reason: string, error: NodeJS.ErrnoException | null = null): Unusable => ({
  ok: false,
  reason,
  error,
});

export type Options = SnapshotOptions & {
  /** Reads the whole file, however large it is. */
  wholly?: boolean;
  /** Bytes of a file that is read whole in any case; what tests set otherwise. */
  readAtOnceBytes?: number;
  /** Leaves the statistics until they are asked for: who answers questions has them before the first. */
  isForImport?: boolean;
};
export type SnapshotOpening = { ok: true; snapshot: Opened } | Unusable;

/**
 * Opens a snapshot that was published, after its kind, its length, the versions of its tables and of its data
 * and, where it is small or that is asked for, the digest of the whole file have been checked.
 */
export function openPublished(
  data: string,
  entry: PublishedEntry,
  options: Options = {},
): SnapshotOpening {
  return openFile(join(data, entry.file), entry, options);
}

/** The same, wherever the file lies. */
export function openFile(
  path: string,
  entry: PublishedEntry,
  options: Options = {},
): SnapshotOpening {
  return attempt(entry, () => {
    const held = holdFile(path);
    return orRelease(held, () => {
      const identity = held.identity();
      const found = { held, path, identity, digest: null };
      if (isOpenedBySigns(held, entry, options)) return openHeld(found, entry, options);
      return openHeld({ ...found, digest: held.digest() }, entry, options);
    });
  });
}

/** Older pointers say nothing of a file by which it would be known without being read. */
const isOpenedBySigns = (
  held: HeldFile,
  { bytes }: PublishedEntry,
  { wholly = false, readAtOnceBytes = snapshotBounds.readAtOnceBytes }: Options,
) => !wholly && bytes !== undefined && held.size() > readAtOnceBytes;

/** The same, without keeping requests waiting while a large file is read. */
export async function openPublishedMeanwhile(
  data: string,
  entry: PublishedEntry,
  options: Options = {},
): Promise<SnapshotOpening> {
  const path = join(data, entry.file);
  let held: HeldFile | null = null;
  try {
    held = holdFile(path);
    const found = { held, path, identity: held.identity(), digest: null };
    const digest = isOpenedBySigns(held, entry, options) ? null : await held.digestMeanwhile();
    const isUnproven = options.wholly === true && entry.sha256 === undefined;
    if (isUnproven && (await readWholeFile({ path, part: 'INTEGRITY' })) !== 'ok') {
      held.release();
      return unusable(`${entry.file} is damaged: its integrity check fails`);
    }
    return orRelease(held, () =>
      attempt(entry, () => openHeld({ ...found, digest }, entry, options)),
    );
  } catch (error) {
    held?.release();
    return notOpened(entry, error as NodeJS.ErrnoException);
  }
}

function attempt(entry: PublishedEntry, open: () => SnapshotOpening): SnapshotOpening {
  try {
    return open();
  } catch (error) {
    return notOpened(entry, error as NodeJS.ErrnoException);
  }
}

function orRelease(held: HeldFile, open: () => SnapshotOpening): SnapshotOpening {
  let result: SnapshotOpening | null = null;
  try {
    result = open();
    return result;
  } finally {
    if (!result?.ok) held.release();
  }
}

function openHeld(found: FoundFile, entry: PublishedEntry, options: Options): SnapshotOpening {
  const { held, path, identity, digest } = found;
  const { file, version, counts } = entry;
  const other = otherThan(entry, found);
  if (other !== null) return unusable(`${file} is not the file that was published: ${other}`);
  const connection = openSnapshot(path, options);
  try {
    const reason =
      identityAt(path) === identity
        ? (foreignTo(connection) ?? otherDataThan(entry, connection))
        : 'was changed while it was opened';
    if (reason !== null) {
      connection.close();
      return unusable(`${file} ${reason}`);
    }
    let known = options.isForImport ? null : readStatistics(connection, counts);
    return {
      ok: true,
      snapshot: {
        ...connection,
        version,
        file,
        published: entryOf(entry),
        isReadWhole: digest !== null && entry.sha256 !== undefined,
        path,
        held,
        identity,
        counts,
        get statistics() {
          return (known ??= readStatistics(connection, counts));
        },
        base: options.base,
        // SQLite first: what it holds must not be closed before it.
        close() {
          connection.close();
          held.release();
        },
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

function notOpened({ file }: PublishedEntry, error: NodeJS.ErrnoException): Unusable {
  switch (error.code) {
    case 'ENOENT':
      return unusable(`${file} is missing`);
    case 'ENOTFILE':
      return unusable(`${file} is no ordinary file`);
    default:
      return unusable(`${file} cannot be opened (${error.code ?? error.message})`, error);
  }
}
