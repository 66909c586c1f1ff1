import { readHistory } from '../../db/snapshot/history.ts';
import type { HistoryEntry } from '../../db/snapshot/history.ts';
import { lookUpPointer } from '../../db/snapshot/pointer.ts';

/** What was published in a data folder, read again only after the pointer was moved. */
export function followHistory(data: string): () => readonly HistoryEntry[] {
  let read: { of: string; entries: readonly HistoryEntry[] } | null = null;
  return () => {
    const found = lookUpPointer(data);
    const of = found.ok ? JSON.stringify([found.pointer.file, found.pointer.told]) : '';
    if (read?.of !== of) read = { of, entries: readHistory(data) };
    return read.entries;
  };
}
