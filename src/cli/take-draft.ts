import { join } from 'node:path';
import type { Judge } from '../draft/facts/judge.ts';
import { addOrganization, addPlaces } from '../draft/files/add-places.ts';
import type { DraftedFile } from '../draft/files/draft-files.ts';
import { writeDraft } from '../draft/files/write-draft.ts';
import { describeFailure } from './describe-error.ts';
import { askForPlace, tellConflicts } from './draft-messages.ts';
import type { Fates } from './draft-messages.ts';
import { warn } from './terminal.ts';

/** Another version of the rules may say otherwise: it stands with every origin. */
export const rulesVersion = '1';

/** What the drafts of a run are written into. */
export type Writing = {
  readonly out: string;
  readonly fates: Fates;
  readonly judge: () => Judge;
  /** Whether no other report could be written either. */
  isStopped: boolean;
};

/** System errors that are no fault of one report: a full disk, or one that fails or may only be read. */
const ofDisk: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO']);

/** Writes what became of a file; gives its line of the summary, null where nothing was written. */
export function takeDraft(drafted: DraftedFile, writing: Writing): string[] | null {
  const { out, fates, judge } = writing;
  const { file } = drafted;
  if ('failure' in drafted) {
    fates.failed += 1;
    warn(`juzheng: ${drafted.failure}`);
    return null;
  }
  const { document, result } = drafted;
  if (result.outcome === 'ASK') {
    fates.asked += 1;
    warn(askForPlace(file, result.candidates));
  }
  if (result.outcome !== 'DRAFTED') return null;
  const { code, text, facts, counts, place } = result;
  try {
    const vocabulary = join(out, 'vocabulary');
    addPlaces(vocabulary, [place]);
    if (result.organization) addOrganization(vocabulary, result.organization);
    const draft = { file, document, facts, text, code, version: rulesVersion, judge };
    const written = writeDraft(out, draft);
    tellConflicts(written);
    fates.done += 1;
    const { measures, figures, claimed, toReview } = counts;
    const numbers = [measures, figures, claimed, toReview, written.conflicts.length];
    return [written.code, written.how.toLowerCase(), ...numbers.map(String)];
  } catch (error) {
    fates.failed += 1;
    writing.isStopped = ofDisk.has((error as NodeJS.ErrnoException).code);
    warn(`juzheng: ${file}: ${describeFailure(error)}`);
    return null;
  }
}
