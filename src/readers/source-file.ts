import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { limits, readerBounds } from '../limits.ts';
import type { FileKind } from './kind.ts';
import { UnreadableFile } from './unreadable.ts';

/** Bytes that a file of this kind may have: those of a text are those of the text that is stored. */
const mostBytes = (kind: FileKind) =>
  kind === 'plain' ? limits.fileBytes.value : readerBounds.fileBytes;

/** Runs work on an open file, which is closed whatever happens. What has no end is never waited for. */
function withFile<Result>(path: string, kind: FileKind, work: (handle: number) => Result): Result {
  let handle: number;
  try {
    // A pipe without a writer would be waited for.
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnreadableFile(
      'missing-file',
      code === 'ENOENT' ? 'There is no such file.' : `It cannot be opened (${code}).`,
      'Name a file that can be read.',
    );
  }
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) {
      const what = found.isDirectory() ? 'a folder' : 'a pipe or a device';
      throw new UnreadableFile('not-a-file', `It is ${what}.`, 'Name an ordinary file.');
    }
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
