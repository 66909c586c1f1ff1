import { chmodSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whileUnused } from '../../db/client.ts';
import { pointerName, readPointer } from '../../db/snapshot/pointer.ts';
import type { Pointer } from '../../db/snapshot/pointer.ts';
import { flush } from './flush.ts';
import { unfinishedVocabulary } from '../snapshot/kept-vocabulary.ts';
import { unfinishedDigests } from '../snapshot/known-digests.ts';
import { unfinishedHistory } from './write-history.ts';

const temporary = `${pointerName}.new`;

/** What is renamed as soon as it is written. */
const unfinished = new Set([temporary, unfinishedHistory, unfinishedDigests, unfinishedVocabulary]);

/** The next file name of a data folder, higher than every one that was ever published in it. */
export function nextName(data: string): string {
  const names = [...readdirSync(data), ...namedBy(readPointer(data))];
  const highest = Math.max(0, ...names.map((name) => Number(numberIn(name) ?? 0)));
  return `kb-${String(highest + 1).padStart(6, '0')}.sqlite`;
}

const numberIn = (name: string) => /^kb-(\d{6,})\.sqlite/.exec(name)?.[1];

const namedBy = (pointer: Pointer | null): string[] =>
  [
    pointer?.file,
    pointer?.before?.file,
    ...(pointer?.earlier ?? []).map(({ file }) => file),
    pointer?.withdrawn,
  ].filter((name) => name !== undefined);

/**
 * Makes a verified snapshot the one that is served: read-only and on the disk first, then named by
 * the pointer in one step. Whoever is killed between leaves the old pointer and a stray file.
 */
export function publish(data: string, pointer: Pointer): void {
  const path = join(data, pointer.file);
  chmodSync(path, 0o444);
  flush(path);
  flush(data);
  point(data, pointer);
}

/** Moves the pointer in one step: whoever reads it finds the old one or the new one. */
export function point(data: string, pointer: Pointer): void {
  const next = join(data, temporary);
  writeFileSync(next, `${JSON.stringify(pointer, null, 2)}\n`);
  flush(next);
  renameSync(next, join(data, pointerName));
  flush(data);
}

/**
 * What killed imports have left behind, and snapshots that the pointer does not name any more. Where there is
 * no pointer that can be understood, finished snapshots stay: it may have named any.
 */
export function sweepable(data: string): string[] {
  const pointer = readPointer(data);
  const staying = new Set(namedBy(pointer));
  return readdirSync(data).flatMap((name) => {
    const path = join(data, name);
    const isUnfinished = unfinished.has(name);
    const ours = numberIn(name) !== undefined || isUnfinished;
    return !ours || staying.has(name) || (pointer === null && isFinished(path)) ? [] : path;
  });
}

/**
 * Removes what is to be swept.
 * @param largest finished snapshots of more bytes are left to a later sweep: to remove them takes long
 */
export function sweep(data: string, largest = Number.POSITIVE_INFINITY): void {
  removeAll(sweepable(data).filter((path) => !isFinished(path) || statSync(path).size <= largest));
}

export function removeAll(paths: readonly string[]): void {
  for (const path of paths) {
    if (isFinished(path)) removeUnlessUsed(path);
    else rmSync(path, { force: true });
  }
}

/**
 * Removes a finished snapshot, unless a process answers from it: that one may have other processes open
 * it by its name. It is then left to the next sweep.
 */
function removeUnlessUsed(path: string): void {
  const remove = () => {
    rmSync(path, { force: true });
  };
  try {
    // A lock that keeps readers out is only given to whoever may write.
    chmodSync(path, 0o644);
    if (!whileUnused(path, remove)) chmodSync(path, 0o444);
  } catch {
    // What is no database, or belongs to another user, cannot be asked.
    remove();
  }
}

/** A snapshot is made read-only when it has been verified. */
function isFinished(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && path.endsWith('.sqlite') && (found.mode & 0o222) === 0;
}
