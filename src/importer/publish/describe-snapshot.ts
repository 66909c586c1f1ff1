import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../../db/database.ts';
import { dataVersionOf } from '../../db/snapshot/data-version.ts';
import { digestOf } from '../../db/snapshot/pointer.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';
import { snapshotBounds } from '../../limits.ts';

type NewSnapshot = {
  data: string;
  file: string;
  counts: Record<string, number>;
  /** The snapshot that it is a change of, if it is one, and whether the whole of that was read. */
  from: { file: string; isReadWhole: boolean } | null;
  /** Bytes of a file that is read whole before it is published. */
  readAtOnceBytes?: number | undefined;
};

/**
 * How a snapshot that was written is to be known again: its digest as well where it is small; that of a
 * large one is noted when it has been read whole (`seal.ts`).
 */
export function describeSnapshot(
  { data, file, counts, from, readAtOnceBytes = snapshotBounds.readAtOnceBytes }: NewSnapshot,
  connection: Pick<Connection, 'db' | 'pragma'>,
): PublishedEntry {
  const path = join(data, file);
  const bytes = statSync(path).size;
  const isProven = bytes <= readAtOnceBytes && (from?.isReadWhole ?? true);
  return {
    file,
    version: dataVersionOf(connection),
    bytes,
    ...(isProven && { sha256: digestOf(path) }),
    counts,
    ...(!isProven && from && { madeOf: from.file }),
  };
}
