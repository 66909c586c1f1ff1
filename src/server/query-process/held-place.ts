import { join } from 'node:path';
import { fileOf, identityAt } from '../../db/snapshot/held-file.ts';
import type { SnapshotName } from './messages.ts';

/** Where the file of a snapshot lies. */
const pathOf = (data: string, { file, place }: SnapshotName) => place?.path ?? join(data, file);

/** Tells an open file from any other. Whether it is still right, whoever asks knows. */
const keyOf = ({ version, place, base }: SnapshotName) =>
  JSON.stringify([version, base, ...(place ? [place.path, fileOf(place.identity)] : [])]);

/** Whether what was opened under a name is the file that the process which asks holds. */
const isThatFile = ({ place }: SnapshotName) =>
  !place || fileOf(identityAt(place.path) ?? '') === fileOf(place.identity);

type Closable = { close: () => void };

/**
 * Keeps the snapshot open that was asked for last; the one before is closed.
 * @returns what gives it; null where it cannot be opened, or is not the file that was checked
 */
export function keepOpen<Opened extends Closable, Kept>(options: {
  /** The folder in which snapshots lie. */
  data: () => string;
  openAt: (path: string, snapshot: SnapshotName) => Opened;
  /** What is read of it once it is known to be the file that was checked. */
  complete: (opened: Opened, snapshot: SnapshotName) => Kept;
}): (snapshot: SnapshotName) => Kept | null {
  const { data, openAt, complete } = options;
  let current: { kept: Kept; key: string; close: () => void } | null = null;

  function open(snapshot: SnapshotName, key: string): Kept | null {
    const opened = openAt(pathOf(data(), snapshot), snapshot);
    const { close } = opened;
    try {
      if (isThatFile(snapshot)) current = { kept: complete(opened, snapshot), key, close };
    } finally {
      if (!current) close();
    }
    return current?.kept ?? null;
  }

  return (snapshot) => {
    const key = keyOf(snapshot);
    if (current?.key === key) return current.kept;
    current?.close();
    current = null;
    try {
      return open(snapshot, key);
    } catch {
      return null;
    }
  };
}
