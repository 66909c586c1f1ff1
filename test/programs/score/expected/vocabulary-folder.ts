import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabularyNames } from '../../../../src/importer/read/read-seed.ts';

/** The vocabulary for texts that bring none along. */
export const ownVocabulary = 'seed/vocabulary';

/**
 * Reads by a vocabulary. One that lacks some of its files only adds to the project's: made-up reports
 * bring their places and organizations along, and no units.
 */
export function withVocabulary<Read>(folder: string, read: (folder: string) => Read): Read {
  const own = vocabularyNames.filter((name) => existsSync(join(folder, `${name}.yaml`)));
  if (own.length === vocabularyNames.length) return read(folder);
  const whole = mkdtempSync(join(tmpdir(), 'juzheng-score-'));
  try {
    cpSync(ownVocabulary, whole, { recursive: true });
    for (const name of own) {
      const words = readFileSync(join(folder, `${name}.yaml`), 'utf8');
      appendFileSync(join(whole, `${name}.yaml`), `\n${words}`);
    }
    return read(whole);
  } finally {
    rmSync(whole, { recursive: true, force: true });
  }
}
