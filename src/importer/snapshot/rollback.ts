import { openPublished } from '../../db/snapshot/open-published.ts';
import type { PublishedEntry } from '../../db/snapshot/open-published.ts';
import { pointerName, readPointer } from '../../db/snapshot/pointer.ts';
import { join } from 'node:path';
import { lock } from './lock.ts';
import { nothingChanged } from './changed-reports.ts';
import { point } from './publish.ts';
import { addToHistory } from './write-history.ts';

/**
 * Goes back to the snapshot that was served before. Both files stay; the one gone back from is swept
 * by the next import, which makes a new file of whatever the seed then says.
 * @returns from which one to which one
 * @throws where there is none before, or it is not what was published; nothing has then changed
 * @throws LockedError where an import is at work
 */
export function rollBack(data: string): { from: PublishedEntry; to: PublishedEntry } {
  const release = lock(data);
  try {
    const from = readPointer(data);
    if (!from) throw new Error(`${join(data, pointerName)} names no snapshot; nothing was changed`);
    const { before: to, earlier, withdrawn, file, sha256, counts } = from;
    if (!to) {
      const why = withdrawn === undefined ? '' : `: ${withdrawn} was rolled back already`;
      throw new Error(`there is no snapshot before ${file}${why}; nothing was changed`);
    }
    const opened = openPublished(data, to);
    if (!opened.ok) throw new Error(`${opened.reason}; nothing was changed`);
    opened.snapshot.close();
    const withdrawnEntry = { file, sha256, counts };
    const told = addToHistory(data, {
      event: 'WITHDRAWN',
      at: new Date().toISOString(),
      version: sha256,
      before: to.sha256,
      ...nothingChanged,
    });
    point(data, { ...to, ...(earlier && { earlier }), withdrawn: file, withdrawnEntry, told });
    return { from, to };
  } finally {
    release();
  }
}
