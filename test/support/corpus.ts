import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyAround } from './copied.ts';
import { writeCorpus } from '../../src/corpus/write-corpus.ts';

export type Corpus = {
  seed: string;
  data: string;
  /** The folders of its reports, in the order of their codes. */
  folders: string[];
  /** Replaces words in a file; they must stand in it. */
  change: (file: string, from: string | RegExp, to: string) => void;
  remove: () => void;
};

/** A seed of synthetic reports that a test may spoil, with an empty data folder beside it. */
export function makeCorpus(reports: number, draw = 1): Corpus {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  writeCorpus({ reports, seed: draw, out: join(root, 'seed'), vocabulary: 'seed/vocabulary' });
  return corpusIn(root);
}

/** The same once more, with what was imported of it. */
export const copyCorpus = ({ seed }: Corpus): Corpus => corpusIn(copyAround(seed));

function corpusIn(root: string): Corpus {
  const seed = join(root, 'seed');
  return {
    seed,
    data: join(root, 'data'),
    folders: readdirSync(join(seed, 'reports'))
      .toSorted()
      .map((code) => join(seed, 'reports', code)),
    change(file, from, to) {
      const before = readFileSync(file, 'utf8');
      const now = before.replace(from, () => to);
      if (now === before) throw new Error(`${String(from)} does not stand in ${file}`);
      writeFileSync(file, now);
    },
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
