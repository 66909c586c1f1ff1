import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ownSeed } from './own-seed.ts';

export const factsFile = 'reports/xinghe-2023/facts.yaml';
export const textFile = 'reports/xinghe-2023/report.txt';

export type Copied = {
  seed: string;
  data: string;
  /** Replaces words in one of its files; they must stand in it. */
  change: (file: string, from: string | RegExp, to: string) => void;
  /** Where words stand in a file: line and column, from 1. */
  placeOf: (file: string, words: string, nth?: number) => string;
  remove: () => void;
};

/** The seed’s report, to the letter. */
export const readSeedText = () => readFileSync(join('seed', textFile), 'utf8');

/** A copy of the seed that a test may spoil, with an empty data folder beside it. */
export function copySeed(): Copied {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  cpSync(ownSeed, join(root, 'seed'), { recursive: true });
  return copiedIn(root);
}

/** A copy of such a copy, with what was imported of it. */
export const copyAgain = ({ seed }: Copied): Copied => copiedIn(copyAround(seed));

/** Copies the folder in which a seed stands, with the data folder beside it; gives where the copy is. */
export function copyAround(seed: string): string {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  cpSync(dirname(seed), root, { recursive: true });
  return root;
}

function copiedIn(root: string): Copied {
  const seed = join(root, 'seed');
  const read = (file: string) => readFileSync(join(seed, file), 'utf8');
  return {
    seed,
    data: join(root, 'data'),
    change(file, from, to) {
      const before = read(file);
      const now = before.replace(from, () => to);
      if (now === before) throw new Error(`${String(from)} does not stand in ${file}`);
      writeFileSync(join(seed, file), now);
    },
    placeOf(file, words, nth = 0) {
      const text = read(file);
      let at = text.indexOf(words);
      for (let skip = 0; skip < nth; skip += 1) at = text.indexOf(words, at + 1);
      const lines = text.slice(0, at).split('\n');
      return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Runs the command line as a person would. */
export function juzheng(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}
