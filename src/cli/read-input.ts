import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { limits } from '../limits.ts';

/**
 * The text of a file that was named, or of standard input for `-`.
 * @throws where there is no such file, it is a folder, it is not UTF-8 or has no end within `fileBytes`
 */
export function readInput(file: string): string {
  if (file !== '-' && statSync(file).isDirectory()) {
    throw new Error(`${file} is a folder; name a file`);
  }
  const name = file === '-' ? 'standard input' : file;
  const bytes = file === '-' ? readBounded(0) : readFile(file);
  if (!bytes) {
    const { value } = limits.fileBytes;
    throw new Error(`${name} has more than ${value} bytes (fileBytes); give less at once`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not valid UTF-8; save it in UTF-8`);
  }
}

function readFile(file: string): Buffer | null {
  const descriptor = openSync(file, 'r');
  try {
    return readBounded(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** All that is there to read; null where that is more than may be. What has no size may have no end. */
function readBounded(descriptor: number): Buffer | null {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= limits.fileBytes.value;) {
    const piece = Buffer.allocUnsafe(1 << 16);
    const read = readSync(descriptor, piece);
    if (read === 0) return Buffer.concat(pieces);
    pieces.push(piece.subarray(0, read));
    length += read;
  }
  return null;
}

/**
 * A folder that must be there.
 * @throws where it is not
 */
export function existingFolder(path: string): string {
  if (!statSync(path).isDirectory()) throw new Error(`${path} is no folder; name one`);
  return path;
}
