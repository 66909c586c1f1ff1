import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';

/** Puts a file, or a folder's list of names, onto the disk. */
export function flush(path: string): void {
  if (!existsSync(path)) return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
