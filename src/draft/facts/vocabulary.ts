import { readVocabulary } from '../../importer/read/read-seed.ts';
import type { Vocabulary } from '../../importer/read/read-seed.ts';
import { SeedError } from '../../importer/read/problem.ts';
import type { Problem } from '../../importer/read/problem.ts';
import { emptyRows } from '../../importer/rows/rows.ts';
import type { KnownCodes } from '../../importer/rows/vocabulary-index.ts';
import { addVocabulary } from '../../importer/rows/vocabulary-rows.ts';

/** What a vocabulary says to drafts. */
export type DraftVocabulary = {
  readonly vocabulary: Vocabulary;
  readonly known: KnownCodes;
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
  const known = addVocabulary(vocabulary, emptyRows());
  if (problems.length > 0) throw new SeedError(problems);
  const { organizations } = vocabulary;
  return {
    vocabulary,
    known,
    organizations: new Map(organizations.value.map(({ code, name }) => [name.zh, code])),
  };
}
