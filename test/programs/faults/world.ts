import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copySeed, factsFile } from '../../support/copied.ts';
import { makeCorpus } from '../../support/corpus.ts';

/** A seed that can be altered time and again, and a data folder for it. */
export type World = {
  seed: string;
  data: string;
  /** Alters the seed: its titles end in this number from now on. */
  alter: (nth: number) => void;
  remove: () => void;
};

/** `BUILD` where every alteration has all built anew, `CHANGE` where most is carried on. */
export type Way = 'BUILD' | 'CHANGE';

/** So many reports that one changed one is few among them. */
const reportsToCarryOn = 16;

export function makeWorld(way: Way): World {
  return way === 'BUILD' ? oneReport() : manyReports();
}

/** The real seed: its one report is all there is. Two titles far apart are altered together. */
function oneReport(): World {
  const copy = copySeed();
  return {
    ...copy,
    alter(nth) {
      copy.change(
        factsFile,
        / {4}en: '?Xinghe County named.*/,
        `    en: Xinghe County named ${nth}`,
      );
      copy.change(
        factsFile,
        /title: \{ zh: 结语, en: .* \}/,
        `title: { zh: 结语, en: End ${nth} }`,
      );
    },
  };
}

function manyReports(): World {
  const corpus = makeCorpus(reportsToCarryOn);
  const [first = ''] = corpus.folders;
  return {
    ...corpus,
    alter(nth) {
      // Its title, which every report has, in English or not.
      corpus.change(join(first, 'facts.json'), /(?<="zh": "【合成】.*报告)\d*"/, `${nth}"`);
    },
  };
}

/** Empties the data folder. */
export function startAnew({ data }: World): void {
  rmSync(data, { recursive: true, force: true });
}
