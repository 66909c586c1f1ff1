import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeReport } from './compose.ts';
import { maximumCounties } from './place.ts';
import { countyOf } from './scene.ts';
import { writeVocabulary } from './vocabulary.ts';

/** What is to be written: report k of a seed is the same in a corpus of any size. */
export type CorpusRequest = {
  reports: number;
  seed: number;
  /** A folder that is not there yet, or is empty. */
  out: string;
  /** The vocabulary whose units, indicators and frameworks the reports use. */
  vocabulary: string;
  onReport?: (written: number) => void;
};

/**
 * Writes a seed folder of synthetic reports, one after the other.
 * @throws where the folder holds something already, and where so many reports cannot be told apart
 */
export function writeCorpus({ reports, seed, out, vocabulary, onReport }: CorpusRequest): void {
  if (countyOf(reports - 1) >= maximumCounties) {
    throw new Error(`there are places for ${maximumCounties * 5} reports only`);
  }
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new Error(`${out} is not empty; name a folder that is, or one that is not there yet`);
  }
  writeVocabulary(vocabulary, join(out, 'vocabulary'), reports);
  for (let index = 0; index < reports; index += 1) {
    const { code, text, facts } = composeReport(index, seed);
    const folder = join(out, 'reports', code);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'report.txt'), text);
    writeFileSync(join(folder, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
    onReport?.(index + 1);
  }
}
