import { join } from 'node:path';
import { applicationId } from '../client.ts';
import { tablesVersion } from './migrations.ts';
import { openSnapshot } from '../database.ts';
import type { Connection, SnapshotOptions } from '../database.ts';
import { holdFile, identityAt } from './held-file.ts';
import type { HeldFile } from './held-file.ts';
import { readStatistics } from '../statistics/statistics.ts';
import type { Statistics } from '../statistics/statistics.ts';

/** A snapshot as it was published. */
export type PublishedEntry = {
  /** The snapshot's file name, such as `kb-000012.sqlite`. */
  file: string;
  /** SHA-256 of that file, in hexadecimal: the version of the data. */
  sha256: string;
  /** How many rows of each kind it holds. */
  counts: Record<string, number>;
};

/** A snapshot that is open and has passed its check. */
export type Opened = Connection & {
  version: string;
  file: string;
  /** Where its file lies. */
  path: string;
  held: HeldFile;
  /** What the file was when its digest was taken. */
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

export type Options = SnapshotOptions;
export type SnapshotOpening = { ok: true; snapshot: Opened } | Unusable;

/** Opens a snapshot that was published, after its digest, its kind and its version have been checked. */
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
      return openHeld({ held, path, identity }, held.digest(), entry, options);
    });
  });
}

/** The same, without keeping requests waiting while a large file is read for its digest. */
export async function openPublishedMeanwhile(
  data: string,
  entry: PublishedEntry,
  options: Options = {},
): Promise<SnapshotOpening> {
  const path = join(data, entry.file);
  let held: HeldFile | null = null;
  try {
    held = holdFile(path);
    const identity = held.identity();
    const digest = (await held.digestMeanwhile()) ?? '';
    const found = { held, path, identity };
    return orRelease(held, () => attempt(entry, () => openHeld(found, digest, entry, options)));
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

type FoundFile = { held: HeldFile; path: string; identity: string };

function openHeld(
  found: FoundFile,
  digest: string,
  entry: PublishedEntry,
  options: Options,
): SnapshotOpening {
  const { held, path, identity } = found;
  const { file, sha256, counts } = entry;
  if (digest !== sha256) {
    return unusable(`${file} is not the file that was published: its digest differs`);
  }
  const connection = openSnapshot(path, options);
  try {
    const reason =
      identityAt(path) === identity ? foreignTo(connection) : 'was changed while it was opened';
    if (reason !== null) {
      connection.close();
      return unusable(`${file} ${reason}`);
    }
    const statistics = readStatistics(connection, counts);
    return {
      ok: true,
      snapshot: {
        ...connection,
        version: sha256,
        file,
        path,
        held,
        identity,
        counts,
        statistics,
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

/** Why a database is no snapshot of ours; null where it is. */
export function foreignTo({ pragma }: Connection): string | null {
  if (pragma('application_id') !== applicationId) return 'is no snapshot of Juzheng';
  const version = pragma('user_version');
  if (version !== tablesVersion) {
    return `has tables of version ${String(version)}; this software reads version ${tablesVersion}`;
  }
  return null;
}
