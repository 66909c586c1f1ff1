import { readVocabulary } from '../../importer/read/read-seed.ts';
import { SeedError } from '../../importer/read/problem.ts';
import type { Problem } from '../../importer/read/problem.ts';
import { emptyRows } from '../../importer/rows/rows.ts';
import type { KnownCodes } from '../../importer/rows/vocabulary-index.ts';
import { addVocabulary } from '../../importer/rows/vocabulary-rows.ts';
import type { OutcomeLevel } from '../../vocabulary.ts';

/** An indicator as drafts look for it in texts. */
export type DraftIndicator = {
  readonly code: string;
  readonly phrases: readonly string[];
  readonly level: OutcomeLevel | null;
  readonly classifiers: readonly string[];
};

/** What a vocabulary says to drafts, as one thread can send it to another. */
export type DraftVocabulary = {
  readonly known: KnownCodes;
  readonly indicators: readonly DraftIndicator[];
  /** By its name in Chinese: the code of an organization. */
  readonly organizations: ReadonlyMap<string, string>;
};

/**
 * Reads a vocabulary folder for drafts.
 * @throws SeedError with all that is wrong in it
 */
export function readDraftVocabulary(folder: string): DraftVocabulary {
  const problems: Problem[] = [];
  const vocabulary = readVocabulary(folder, problems);
  if (problems.length > 0) throw new SeedError(problems);
  const units = new Map(vocabulary.units.value.map(({ code, classifiers }) => [code, classifiers]));
  const { organizations, indicators } = vocabulary;
  return {
    known: addVocabulary(vocabulary, emptyRows()),
    organizations: new Map(organizations.value.map(({ code, name }) => [name.zh, code])),
    indicators: indicators.value.map(({ code, phrases, level, unit }) => ({
      code,
      phrases,
      level: level ?? null,
      classifiers: units.get(unit) ?? [],
    })),
  };
}
