import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Draft } from '../../../src/draft/draft.ts';
import type { Vocabulary } from '../../../src/importer/read/read-seed.ts';

/** What is known of a report before its text is read; null for what only the text can tell. */
export type DraftFrame = {
  readonly vocabulary: Vocabulary;
  readonly place: string | null;
  readonly year: number | null;
  readonly kind: string | null;
};

/** Drafts what a text says, from the text alone. */
export type DraftFromText = (text: string, frame: DraftFrame) => Draft;

const entry = new URL('../../../src/draft/draft-report.ts', import.meta.url);

/** @throws where the project has no rules yet that draft a report */
export async function loadDraftFromText(): Promise<DraftFromText> {
  if (!existsSync(fileURLToPath(entry))) {
    throw new Error('There is no src/draft/draft-report.ts yet: nothing drafts a report.');
  }
  const { draftReport } = (await import(entry.href)) as { draftReport: DraftFromText };
  return draftReport;
}
