import { setTimeout as wait } from 'node:timers/promises';
import { openReader } from '../../db/client.ts';
import type { Client } from '../../db/client.ts';
import { readHistoryUntil } from '../../db/snapshot/history.ts';
import type { HistoryEntry } from '../../db/snapshot/history.ts';
import type { Opened } from '../../db/snapshot/open-published.ts';
import { openPublished } from '../../db/snapshot/open-published.ts';
import { lookUpPointer } from '../../db/snapshot/pointer.ts';
import type { Pointer } from '../../db/snapshot/pointer.ts';
import { sealSnapshots } from '../publish/seal.ts';
import type { OnStep } from '../snapshot/progress.ts';

/** A snapshot that was verified, open to be copied from, with what its folder tells of it and those before. */
export type VerifiedSnapshot = Opened & { client: Client; history: readonly HistoryEntry[] };

/** Milliseconds between two looks at whether another process has read a snapshot whole. */
const pause = 500;

/**
 * Opens the snapshot of a data folder to copy it. The import has verified it before it was named there; here it
 * is seen to that the file is still that one: a large file was read whole since and has its length, version and
 * kind, any other is read whole now.
 * @throws where it is not what was published, or is damaged
 */
export async function openVerified(data: string, tell: OnStep): Promise<VerifiedSnapshot> {
  const pointer = await untilReadWhole(data, tell);
  if (pointer.doubt !== undefined) throw refused(`${pointer.file} ${pointer.doubt}`);
  const opened = openPublished(data, pointer, { keepsStatements: true });
  if (!opened.ok) throw refused(opened.reason);
  const { snapshot } = opened;
  const reader = openReader(snapshot.path);
  return {
    ...snapshot,
    client: reader.client,
    history: readHistoryUntil(data, pointer),
    close() {
      reader.close();
      snapshot.close();
    },
  };
}

const refused = (reason: string) =>
  new Error(`${reason}; nothing was published: import again, or go back with juzheng rollback`);

/** The pointer as soon as the snapshot that it names was read whole, by this process or by another one. */
async function untilReadWhole(data: string, tell: OnStep): Promise<Pointer> {
  for (let tries = 0; ; tries += 1) {
    const found = lookUpPointer(data);
    if (!found.ok) throw refused(found.reason);
    const { pointer } = found;
    const { sha256, bytes, doubt } = pointer;
    // Of older pointers the version is the digest of the file.
    if (sha256 !== undefined || doubt !== undefined || bytes === undefined) return pointer;
    if (tries === 0) tell({ phase: 'verify', done: 0, total: 1 });
    sealSnapshots(data);
    // oxlint-disable-next-line no-await-in-loop -- another process is at it
    if (tries > 0) await wait(pause);
  }
}
