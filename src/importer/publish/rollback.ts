import { openPublished } from '../../db/snapshot/open-published.ts';
import { entryOf } from '../../db/snapshot/published-entry.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';
import { pointerName, readPointer } from '../../db/snapshot/pointer.ts';
import { join } from 'node:path';
import { lock } from './lock.ts';
import { nothingChanged } from '../snapshot/changed-reports.ts';
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
    const { before: to, earlier, withdrawn, file } = from;
    if (!to) {
      const why = withdrawn === undefined ? '' : `: ${withdrawn} was rolled back already`;
      throw new Error(`there is no snapshot before ${file}${why}; nothing was changed`);
    }
    const fault = to.doubt === undefined ? faultOf(data, to) : `${to.file} ${to.doubt}`;
    if (fault !== null) throw new Error(`${fault}; nothing was changed`);
    const withdrawnEntry = entryOf(from);
    const told = addToHistory(data, {
      event: 'WITHDRAWN',
      at: new Date().toISOString(),
      version: from.version,
      before: to.version,
      ...nothingChanged,
    });
    point(data, { ...to, ...(earlier && { earlier }), withdrawn: file, withdrawnEntry, told });
    return { from, to };
  } finally {
    release();
  }
}

/** Why a snapshot is not to be gone back to, however large it is; null where all of it is as it was published. */
function faultOf(data: string, to: PublishedEntry): string | null {
  const opened = openPublished(data, to, { wholly: true });
  if (!opened.ok) return opened.reason;
  const { pragma, close } = opened.snapshot;
  try {
    return pragma('integrity_check(1)') === 'ok'
      ? null
      : `${to.file} is damaged: its integrity check fails`;
  } finally {
    close();
  }
}
