import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mutate } from './mutant.ts';
import type { Mutant } from './mutant.ts';

/** A copy of the repository that may be spoiled. */
export type Scratch = {
  folder: string;
  /** What its processes are started with, so that they write nowhere else. */
  env: NodeJS.ProcessEnv;
  /** Plants a mutant; what is returned takes it out again. */
  plant: (mutant: Mutant) => () => void;
};

/** What tests read. The packages are linked. */
const copied = ['src', 'test', 'seed', 'migrations', '.github', 'package.json', 'README.md'];

/** Copies of the repository, side by side, which are gone when this process ends. */
export function makeScratches(count: number): Scratch[] {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-mutants-'));
  process.once('exit', () => {
    rmSync(root, { recursive: true, force: true });
  });
  // Beside the packages, which are not ours to write to, mutated sources would pile up.
  const cache = join(root, 'compiled');
  return Array.from({ length: count }, (_, nth) => makeScratch(join(root, `${nth}`), cache));
}

function makeScratch(folder: string, cache: string): Scratch {
  for (const part of copied) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  return {
    folder,
    env: { ...process.env, TMPDIR: temporary, NODE_COMPILE_CACHE: cache },
    plant({ changes }) {
      const whole = new Map<string, string>();
      for (const change of changes) {
        const path = join(folder, 'src', change.file);
        const text = readFileSync(path, 'utf8');
        if (!whole.has(path)) whole.set(path, text);
        writeFileSync(path, mutate(text, change));
      }
      return () => {
        for (const [path, text] of whole) writeFileSync(path, text);
      };
    },
  };
}
