import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Opened } from '../../db/snapshot/open-published.ts';
import { entriesOf, lookUpPointer } from '../../db/snapshot/pointer.ts';
import { readWholeFile } from '../../db/snapshot/whole-file.ts';

/** Milliseconds until a file is read again that could not be. */
const betweenTries = 60_000;

/** What the whole of a file came to: its SHA-256, or what is wrong with it. */
type ReadBehind = { sha256: string; fault: null } | { fault: string };

/**
 * Reads the whole of a large file that is served already, in a process that leaves the processor to all others:
 * it has to have the digest that was published or, while none was, has to be sound to SQLite.
 * @returns null where the signal came first
 */
export async function readBehind(opened: Opened, signal: AbortSignal): Promise<ReadBehind | null> {
  const { path } = opened;
  while (!signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- it is tried again until it is known
    const sha256 = await readWholeFile({ path, part: 'DIGEST' }, signal);
    // oxlint-disable-next-line no-await-in-loop -- the same
    const read = sha256 === null ? null : await judge(opened, sha256, signal);
    if (read) return read;
    // oxlint-disable-next-line no-await-in-loop -- the same
    await wait(betweenTries, undefined, { ref: false, signal }).catch(() => {});
  }
  return null;
}

async function judge(
  opened: Opened,
  sha256: string,
  signal: AbortSignal,
): Promise<ReadBehind | null> {
  const sealed = opened.published.sha256 ?? sealOf(opened);
  if (sealed !== undefined) {
    const isSame = sealed === sha256;
    return isSame
      ? { sha256, fault: null }
      : { fault: 'its digest differs from what was published' };
  }
  const told = await readWholeFile({ path: opened.path, part: 'INTEGRITY' }, signal);
  if (told === null) return null;
  return told === 'ok' ? { sha256, fault: null } : { fault: 'its integrity check fails' };
}

/** The digest that was published since the snapshot was opened; undefined where none was. */
function sealOf({ path, file, version }: Opened): string | undefined {
  const found = lookUpPointer(dirname(path));
  const entries = found.ok ? entriesOf(found.pointer) : [];
  return entries.find((entry) => entry.file === file && entry.version === version)?.sha256;
}
