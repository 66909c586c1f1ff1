import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { limits, readerBounds } from '../limits.ts';
import type { FileKind } from './kind.ts';
import { UnreadableFile } from './unreadable.ts';

/** Bytes that a file of this kind may have: those of a text are those of the text that is stored. */
const mostBytes = (kind: FileKind) =>
  kind === 'plain' ? limits.fileBytes.value : readerBounds.fileBytes;

const notThere = ({ code }: NodeJS.ErrnoException) =>
  new UnreadableFile(
    'missing-file',
    code === 'ENOENT' ? 'There is no such file.' : `It cannot be opened (${code}).`,
    code === 'EACCES' ? 'Give this user the right to read it.' : 'Name a file that can be read.',
  );

function refuseOther(found: { isFile: () => boolean; isDirectory: () => boolean }): void {
  if (found.isFile()) return;
  throw found.isDirectory()
    ? new UnreadableFile('not-a-file', 'It is a folder.', 'Name the files in it, each one report.')
    : new UnreadableFile('not-a-file', 'It is a pipe or a device.', 'Name an ordinary file.');
}

/**
 * Refuses what is no file before anything is asked of its name.
 * @throws {UnreadableFile}
 */
export function refuseNoFile(path: string): void {
  try {
    refuseOther(statSync(path));
  } catch (error) {
    throw error instanceof UnreadableFile ? error : notThere(error as NodeJS.ErrnoException);
  }
}

/** Runs work on an open file, which is closed whatever happens. What has no end is never waited for. */
function withFile<Result>(path: string, kind: FileKind, work: (handle: number) => Result): Result {
  let handle: number;
  try {
    // A pipe without a writer would be waited for.
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw notThere(error as NodeJS.ErrnoException);
  }
  try {
    const found = fstatSync(handle);
    refuseOther(found);
    if (found.size > mostBytes(kind)) {
      throw new UnreadableFile(
        'too-large',
        `It has ${found.size} bytes; at most ${mostBytes(kind)} are read.`,
        'Give the report alone, without pictures and annexes.',
      );
    }
    return work(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Looks whether a file can be read at all, before a process is given it.
 * @throws {UnreadableFile}
 */
export const checkFile = (path: string, kind: FileKind): void => withFile(path, kind, () => {});

/**
 * The bytes of a file within the bounds of its kind.
 * @throws {UnreadableFile}
 */
export const readBytes = (path: string, kind: FileKind): Uint8Array =>
  withFile(path, kind, (handle) => readFileSync(handle));

/** So many bytes tell whether a text is a page. */
const headBytes = 1024;

/**
 * The first bytes of a file within the bounds of its kind.
 * @throws {UnreadableFile}
 */
export const readHead = (path: string, kind: FileKind): Uint8Array =>
  withFile(path, kind, (handle) => {
    const head = Buffer.alloc(headBytes);
    return head.subarray(0, readSync(handle, head));
  });
