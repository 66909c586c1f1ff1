import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { writeCorpus } from '../../../../src/corpus/write-corpus.ts';
import { reportFiles } from '../../../../src/importer/read/read-seed.ts';
import type { Vocabulary } from '../../../../src/importer/read/read-seed.ts';
import type { Source } from '../bars.ts';
import type { Expected } from './expected.ts';
import { factsReader } from './of-facts.ts';
import { readGold } from './of-gold.ts';
import { ownVocabulary, withVocabulary } from './vocabulary-folder.ts';

/** A text with what is right of it. */
export type Example = {
  readonly name: string;
  readonly source: Source;
  readonly text: string;
  /** What is known of it before it is read; null where only the text can tell the year. */
  readonly frame: { readonly vocabulary: Vocabulary; readonly year: number | null };
  readonly expected: Expected;
};

/**
 * The texts of a folder: a seed, one report of a seed, or a folder of `NN.txt` with `NN.json` beside.
 * @param isGiven whether the year of curated reports is told to the drafter, as by a person
 * @throws where the folder holds nothing of the kind
 */
export function examplesOf(folder: string, { isGiven }: { isGiven: boolean }): Example[] {
  if (reportFiles.some((name) => existsSync(join(folder, name)))) {
    return curated([folder], join(dirname(dirname(folder)), 'vocabulary'), {
      isGiven,
      source: 'CURATED',
    });
  }
  const reports = join(folder, 'reports');
  if (existsSync(reports)) {
    const folders = readdirSync(reports).toSorted();
    return curated(
      folders.map((name) => join(reports, name)),
      join(folder, 'vocabulary'),
      { isGiven, source: 'CURATED' },
    );
  }
  const texts = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, goldOf(name))))
    : [];
  if (texts.length === 0) {
    throw new Error(
      `${folder} holds nothing to score: name a seed, a report of a seed, or a folder of NN.txt with NN.json beside.`,
    );
  }
  const { vocabulary } = factsReader(ownVocabulary);
  return texts.toSorted().map((name) => ({
    name: `${basename(folder)}/${name.replace(/\.txt$/, '')}`,
    source: 'GOLD',
    text: readFileSync(join(folder, name), 'utf8'),
    frame: { vocabulary, year: null },
    expected: readGold(join(folder, goldOf(name))),
  }));
}

/** The name of the file that says what is right of a text; of no text, one that is not there. */
const goldOf = (name: string) => (name.endsWith('.txt') ? name.replace(/\.txt$/, '.json') : '\0');

/** Synthetic reports of a seed number, written and read as an import would read them. */
export function syntheticExamples(
  seed: number,
  count: number,
  { isGiven }: { isGiven: boolean },
): Example[] {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-score-'));
  try {
    const out = join(root, 'seed');
    writeCorpus({ reports: count, seed, out, vocabulary: ownVocabulary });
    const folders = readdirSync(join(out, 'reports')).toSorted();
    return curated(
      folders.map((name) => join(out, 'reports', name)),
      join(out, 'vocabulary'),
      { isGiven, source: 'MADE_UP' },
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function curated(
  folders: readonly string[],
  vocabularyFolder: string,
  { isGiven, source: origin }: { isGiven: boolean; source: Source },
): Example[] {
  const { vocabulary, read } = withVocabulary(vocabularyFolder, factsReader);
  return folders.map((folder) => {
    const { source, expected } = read(folder);
    const year = isGiven ? /\d{4}/.exec(source.facts.report.period?.edtf ?? '')?.[0] : undefined;
    return {
      name: source.code,
      // Statutory reports that people made up for tests are held to what synthetic ones are.
      source: source.code.startsWith('made-up-') ? 'MADE_UP' : origin,
      text: source.text,
      frame: { vocabulary, year: year === undefined ? null : Number(year) },
      expected,
    };
  });
}
