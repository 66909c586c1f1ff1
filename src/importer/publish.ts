import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pointerName, readPointer, snapshotName } from '../db/pointer.ts';
import type { Pointer } from '../db/pointer.ts';

/** How many snapshots stay: the served one, and the one before it to go back to. */
const kept = 2;

const temporary = `${pointerName}.new`;

/** The next file name of a data folder, higher than every one that was ever there. */
export function nextName(data: string): string {
  const names = [...readdirSync(data), readPointer(data)?.file ?? ''];
  const highest = Math.max(0, ...names.map((name) => Number(numberIn(name) ?? 0)));
  return `kb-${String(highest + 1).padStart(6, '0')}.sqlite`;
}

const numberIn = (name: string) => /^kb-(\d{6,})\.sqlite/.exec(name)?.[1];

/**
 * Makes a verified snapshot the one that is served: read-only and on the disk first, then named by
 * the pointer in one step. Whoever is killed between leaves the old pointer and a stray file.
 */
export function publish(data: string, pointer: Pointer): void {
  const path = join(data, pointer.file);
  chmodSync(path, 0o444);
  flush(path);
  flush(data);
  const next = join(data, temporary);
  writeFileSync(next, `${JSON.stringify(pointer, null, 2)}\n`);
  flush(next);
  renameSync(next, join(data, pointerName));
  flush(data);
}

/** Removes what killed imports have left behind, and snapshots older than the one before. */
export function sweep(data: string): void {
  const current = readPointer(data)?.file;
  const all = readdirSync(data);
  const older = all
    .filter((name) => snapshotName.test(name) && current !== undefined && name <= current)
    .toSorted()
    .toReversed();
  const staying = new Set(older.slice(0, kept));
  for (const name of all) {
    const ours = numberIn(name) !== undefined || name === temporary;
    if (ours && !staying.has(name)) rmSync(join(data, name), { force: true });
  }
}

/** Puts a file, or a folder's list of names, onto the disk. */
function flush(path: string): void {
  if (!existsSync(path)) return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
