import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyName, readHistory } from '../../db/snapshot/history.ts';
import type { HistoryEntry } from '../../db/snapshot/history.ts';
import { readPointer } from '../../db/snapshot/pointer.ts';
import { flush } from './flush.ts';

export const unfinishedHistory = `${historyName}.new`;

/** So many entries are kept; older ones go. */
const entriesKept = 100;

/**
 * Adds an entry to the history of a data folder and puts it onto the disk, before the pointer is moved: the
 * entry is told only when the pointer says so with its number. What was never published is dropped.
 * @returns the entry's number, for the pointer's `told`
 */
export function addToHistory(data: string, entry: Omit<HistoryEntry, 'number'>): number {
  const told = readHistory(data);
  const number = Math.max(readPointer(data)?.told ?? 0, told.at(-1)?.number ?? 0) + 1;
  const kept = [...told, { number, ...entry }].slice(-entriesKept);
  const next = join(data, unfinishedHistory);
  writeFileSync(next, kept.map((each) => `${JSON.stringify(each)}\n`).join(''));
  flush(next);
  renameSync(next, join(data, historyName));
  flush(data);
  return number;
}
