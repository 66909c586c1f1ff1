import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removePartials } from './replace-file.ts';

/**
 * Puts files into a folder all at once: it is made beside, with what else stood there, and takes its place.
 * Where that fails, what stood there stands there again.
 */
export function replaceFolder(folder: string, files: Readonly<Record<string, string>>): void {
  makeWhole(folder, (next) => {
    if (existsSync(folder)) cpSync(folder, next, { recursive: true });
    else mkdirSync(next);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(next, name), text);
  });
}

/** Copies a folder to where none is, whole or not at all. */
export function copyFolder(from: string, to: string): void {
  makeWhole(to, (next) => cpSync(from, next, { recursive: true }));
}

/** Lets `make` fill a new folder, which then takes the place of another. */
function makeWhole(folder: string, make: (next: string) => void): void {
  const beside = mkdtempSync(join(besideOf(folder), prefix));
  const [next, old] = [join(beside, 'next'), join(beside, 'old', basename(folder))];
  let holds = true;
  try {
    make(next);
    if (existsSync(folder)) putInPlaceOf(folder, { next, old });
    else {
      renameSync(next, folder);
      // To look through it for what to take away would take longer than all the rest.
      rmdirSync(beside);
      holds = false;
    }
  } finally {
    if (holds) rmSync(beside, { recursive: true, force: true });
  }
}

/** Puts a folder in the place of another, which is kept until then. */
function putInPlaceOf(folder: string, { next, old }: { next: string; old: string }): void {
  mkdirSync(dirname(old));
  renameSync(folder, old);
  try {
    renameSync(next, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
}

const prefix = '.draft-';

/** Where a folder is made before it is put in place: among reports each folder would be taken for one. */
const besideOf = (folder: string): string => {
  const parent = dirname(folder);
  return basename(parent) === 'reports' ? dirname(parent) : parent;
};

/** Puts back what a draft had taken away that was ended before it was done, and takes away what it left. */
export function restoreLeft(seed: string): void {
  removePartials(join(seed, 'vocabulary'));
  for (const name of readdirSync(seed).filter((each) => each.startsWith(prefix))) {
    const old = join(seed, name, 'old');
    for (const code of existsSync(old) ? readdirSync(old) : []) {
      const folder = join(seed, 'reports', code);
      if (!existsSync(folder)) renameSync(join(old, code), folder);
    }
    rmSync(join(seed, name), { recursive: true, force: true });
  }
}
