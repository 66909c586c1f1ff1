import {
  constants,
  createWriteStream,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { existingFolder } from './read-input.ts';

/** Where something is written that was named on a command line. */
export type Target = {
  /** With symbolic links followed, where it is a file. */
  path: string;
  /** Whether it is, or becomes, an ordinary file; else a pipe, a terminal or a device, which is written into as it is. */
  isFile: boolean;
};

/** What these hold is no file of anybody’s, also where it leads to one: `/dev/stdout`. */
const ofTheSystem = /^\/(?:dev|proc\/.*)$/;
const mostLinks = 40;

/**
 * Where a name leads to that is written to. What stands there is never replaced, unless it is a file.
 * @throws where no file can be written there: in no folder, or in place of one
 */
export function targetOf(file: string): Target {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new Error(`${file} is a folder; name a file in it`);
  let path = file;
  for (let links = 0; links < mostLinks; links += 1) {
    existingFolder(dirname(path));
    const folder = realpathSync(dirname(path));
    if (stats && (!stats.isFile() || ofTheSystem.test(folder)))
      return { path: file, isFile: false };
    path = join(folder, basename(path));
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink())
      return { path, isFile: true };
    path = resolve(folder, readlinkSync(path));
  }
  throw new Error(`${file} is a symbolic link that leads to itself; name a file`);
}

/** Writes into what is no file, without taking its place. */
export async function writeInto({ path }: Target, content: Readable): Promise<void> {
  // Of a file that stands behind such a name only the end is written, as of one that a shell opened.
  const flags = constants.O_WRONLY | constants.O_APPEND;
  await pipeline(content, createWriteStream(path, { flags: flags as never }));
}

type WrittenFile = { target: Target; content: () => Readable | Promise<Readable> };

/** Writes files whole, one after the other, and then all in place; nothing half is left where that fails. */
export async function writeFiles(files: readonly WrittenFile[]): Promise<void> {
  const partials = files.map(({ target, content }) => ({
    content,
    path: target.path,
    partial: `${target.path}.${process.pid}.partial`,
  }));
  try {
    for (const { content, partial } of partials) {
      rmSync(partial, { force: true });
      // oxlint-disable-next-line no-await-in-loop -- what describes a table is known when it is written
      await pipeline(await content(), createWriteStream(partial, { flags: 'wx' }));
    }
    for (const { path, partial } of partials) renameSync(partial, path);
  } finally {
    for (const { partial } of partials) rmSync(partial, { force: true });
  }
}
