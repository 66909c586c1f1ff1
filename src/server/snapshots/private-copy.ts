import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openFile } from '../../db/snapshot/open-published.ts';
import type { SnapshotOpening, Options } from '../../db/snapshot/open-published.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';

/** Copies of snapshots that have lost their file, in folders that only this user may enter. */
export type PrivateCopies = {
  /**
   * Writes a copy and opens it, if what was written is what was published.
   * @throws where there is no room for it
   */
  open: (
    content: Iterable<Buffer>,
    entry: PublishedEntry,
    options: Options,
  ) => Promise<SnapshotOpening>;
  /** Removes all of them. */
  remove: () => void;
};

export function createPrivateCopies(): PrivateCopies {
  const folders: string[] = [];
  function remove(): void {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
  return {
    remove,
    async open(content, entry, options) {
      if (folders.length === 0) process.once('exit', remove);
      const folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
      folders.push(folder);
      const path = join(folder, entry.file);
      await write(path, content);
      return openFile(path, entry, { ...options, wholly: true });
    },
  };
}

async function write(path: string, content: Iterable<Buffer>): Promise<void> {
  const descriptor = openSync(path, 'wx', 0o400);
  try {
    for (const piece of content) {
      for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
      // oxlint-disable-next-line no-await-in-loop -- others have their turn in between
      await setImmediate();
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
