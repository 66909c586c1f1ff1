import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';
import { limits } from '../../limits.ts';

const maximumBytes = limits.fileBytes.value;

/** Why a file is not read. */
export type Unread = { ok: false; rule: string; message: string; help: string };

const unread = (rule: string, message: string, help: string): Unread => ({
  ok: false,
  rule,
  message,
  help,
});

/**
 * Reads a file of a seed: an ordinary one that is not too large and, where links lead to it, lies in
 * the folder in which it is named. Whatever else stands under its name is never waited for.
 */
export function readBytes(file: string): { ok: true; bytes: Buffer } | Unread {
  try {
    if (lstatSync(file).isSymbolicLink() && !isInside(file, dirname(file))) {
      return unread(
        'outside-folder',
        'The file is a link that leads out of its folder.',
        'Put the file itself here.',
      );
    }
    // A pipe without a writer would be waited for.
    const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readOpen(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT';
    return unread(
      missing ? 'missing-file' : 'unreadable-file',
      missing ? 'The file is not there.' : `The file cannot be read (${code ?? message}).`,
      'Every report needs report.txt and facts.yaml or facts.json; the vocabulary needs its five files.',
    );
  }
}

function readOpen(handle: number): { ok: true; bytes: Buffer } | Unread {
  const found = fstatSync(handle);
  if (!found.isFile()) {
    const kind = found.isDirectory() ? 'a folder' : 'a pipe or a device';
    return unread('not-a-file', `This is ${kind}.`, 'Put an ordinary file here.');
  }
  if (found.size > maximumBytes) {
    return unread(
      'too-large',
      `The file has ${found.size} bytes; at most ${maximumBytes} are read.`,
      'Give it as several reports.',
    );
  }
  return { ok: true, bytes: readFileSync(handle) };
}

/** Whether what a name stands for, links followed, lies inside of a folder. */
export function isInside(path: string, folder: string): boolean {
  return realpathSync(path).startsWith(`${realpathSync(folder)}${sep}`);
}
