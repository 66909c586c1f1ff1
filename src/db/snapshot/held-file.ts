import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, read, readSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A file that is open: whatever becomes of its name, this is what was opened. */
export type HeldFile = {
  /** Bytes of the file as it is now. */
  size: () => number;
  /**
   * Changes whenever the file is written, truncated, renamed, linked, deleted or given other rights:
   * the system's own time of change cannot be set back.
   */
  identity: () => string;
  /** SHA-256 of what it holds now, in hexadecimal. */
  digest: () => string;
  /**
   * The same, piece by piece, so that nothing else is kept waiting; null where it was released
   * meanwhile.
   * @param pause milliseconds to rest after each piece of a megabyte
   */
  digestMeanwhile: (pause?: number) => Promise<string | null>;
  /** All that it holds now, a megabyte at a time; the same memory is used for each piece. */
  pieces: () => Iterable<Buffer>;
  release: () => void;
};

const pieceBytes = 1 << 20;
const readPiece = promisify(read);

/**
 * By file: its open descriptors and how many still need them. The system drops all locks of a process
 * on a file as soon as the process closes any descriptor of it, and the locks by which SQLite shows
 * others that a snapshot is in use would go unnoticed. So they are closed together, at the end.
 */
const open = new Map<string, { descriptors: number[]; holders: number }>();

/**
 * Opens an ordinary file to read and holds it.
 * @throws the system's error; with code ENOTFILE for a folder, a pipe or a device, which is never waited for
 */
export function holdFile(path: string): HeldFile {
  const descriptor = openOrdinary(path);
  const key = keyOf(fstatSync(descriptor));
  enter(key, descriptor);
  let released = false;
  return {
    size: () => fstatSync(descriptor).size,
    identity: () => identityFrom(fstatSync(descriptor)),
    digest() {
      const hash = createHash('sha256');
      for (const piece of piecesOf(descriptor)) hash.update(piece);
      return hash.digest('hex');
    },
    async digestMeanwhile(pause) {
      if (released) return null;
      // A descriptor that is being read must not be closed.
      enter(key);
      try {
        return await digestSlowly(descriptor, () => released, pause);
      } finally {
        leave(key);
      }
    },
    pieces: () => piecesOf(descriptor),
    release() {
      if (released) return;
      released = true;
      leave(key);
    },
  };
}

/** What a name stands for now, to be compared with what is held; null where it stands for nothing. */
export function identityAt(path: string): string | null {
  try {
    return identityFrom(statSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Which file an identity is of, how long it is and when it was written; not whether its name or its rights changed. */
export const writingOf = (identity: string) => identity.split(':', 4).join(':');

/** Which file an identity is of, whatever was done to it. */
export const fileOf = (identity: string) => identity.split(':', 2).join(':');

/**
 * Opens an ordinary file to read; a pipe without a writer is not waited for.
 * @returns a descriptor, to be closed
 * @throws the system's error; with code ENOTFILE where it is no ordinary file
 */
export function openOrdinary(path: string): number {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  const error = new Error(`${path} is a folder, a pipe or a device, and no ordinary file`);
  throw Object.assign(error, { code: 'ENOTFILE', path });
}

function enter(key: string, descriptor?: number): void {
  const entry = open.get(key) ?? { descriptors: [], holders: 0 };
  entry.holders += 1;
  if (descriptor !== undefined) entry.descriptors.push(descriptor);
  open.set(key, entry);
}

function leave(key: string): void {
  const entry = open.get(key);
  if (!entry) return;
  entry.holders -= 1;
  if (entry.holders > 0) return;
  open.delete(key);
  for (const descriptor of entry.descriptors) closeSync(descriptor);
}

const keyOf = ({ dev, ino }: Stats) => `${dev}:${ino}`;

const identityFrom = (stats: Stats) =>
  `${keyOf(stats)}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}`;

/** The same memory is used for each piece. */
function* piecesOf(descriptor: number): Generator<Buffer> {
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ;) {
    const length = readSync(descriptor, piece, 0, pieceBytes, at);
    if (length === 0) return;
    at += length;
    yield piece.subarray(0, length);
  }
}

async function digestSlowly(
  descriptor: number,
  isOver: () => boolean,
  pause?: number,
): Promise<string | null> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a digest has one order
    const { bytesRead } = await readPiece(descriptor, piece, 0, pieceBytes, at);
    if (isOver()) return null;
    if (bytesRead === 0) return hash.digest('hex');
    at += bytesRead;
    hash.update(piece.subarray(0, bytesRead));
    // oxlint-disable-next-line no-await-in-loop -- others shall have the disk and the processor
    if (pause !== undefined) await wait(pause, undefined, { ref: false });
    if (isOver()) return null;
  }
}
