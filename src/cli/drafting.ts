import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJudge } from '../draft/facts/judge.ts';
import type { Judge } from '../draft/facts/judge.ts';
import { readDraftVocabulary } from '../draft/facts/vocabulary.ts';
import { draftFiles } from '../draft/files/draft-files.ts';
import type { DraftedFile } from '../draft/files/draft-files.ts';
import type { DraftTask } from '../draft/files/draft-worker.ts';
import type { JsonDraft, JsonFailure } from '../draft/files/json-draft.ts';
import { lockSeed } from '../draft/files/lock-seed.ts';
import { copyFolder, restoreLeft } from '../draft/files/replace-folder.ts';
import { conclude, refuseUnknownPlace } from './draft-messages.ts';
import type { Fates } from './draft-messages.ts';
import { followProgress } from './progress.ts';
import { rulesVersion, takeDraft } from './take-draft.ts';
import { alignColumns, say, warn } from './terminal.ts';

/** What is wanted of the files, as the command line says it. */
export type DraftOptions = {
  out: string;
  place?: string;
  year?: number;
  kind?: string;
  json?: true;
  jobs?: number;
};

/** Drafts files into a seed, or prints what was found in them, and says what became of each. */
export async function draftInto(files: string[], options: DraftOptions): Promise<void> {
  const { out, place = null, year = null, kind = null, jobs = availableParallelism() } = options;
  const isJson = options.json === true;
  if (place !== null) refuseUnknownPlace(place);
  const unlock = isJson ? () => {} : openSeed(out);
  try {
    const vocabulary = isJson ? vocabularyOf(out) : join(out, 'vocabulary');
    const task = { vocabulary, version: rulesVersion, given: { place, year, kind }, isJson };
    await draftAll(files, { out, task, jobs });
  } finally {
    unlock();
  }
}

/** Makes a seed ready to be written into, and keeps other drafts out; gives what lets them in again. */
function openSeed(out: string): () => void {
  // Asked for all folders above too, Node tries for ever where the system lets nobody make one, as in /proc.
  if (!existsSync(out)) mkdirSync(out, { recursive: !existsSync(dirname(resolve(out))) });
  const unlock = lockSeed(out);
  try {
    restoreLeft(out);
    const folder = join(out, 'vocabulary');
    if (!existsSync(folder)) copyFolder(programVocabulary, folder);
    return unlock;
  } catch (error) {
    unlock();
    throw error;
  }
}

type Work = { readonly out: string; readonly task: DraftTask; readonly jobs: number };

async function draftAll(files: readonly string[], { out, task, jobs }: Work): Promise<void> {
  const progress = followProgress();
  const counted: string[][] = [];
  const fates: Fates = { done: 0, asked: 0, failed: 0, left: 0 };
  const writing = { out, fates, judge: judgeOf(task.vocabulary), isStopped: false };
  let done = 0;
  try {
    for await (const drafted of draftFiles(files, task, jobs)) {
      done += 1;
      progress.tell({ phase: 'draft', done, total: files.length });
      const line = task.isJson ? print(drafted, fates) : takeDraft(drafted, writing);
      if (line) counted.push(line);
      if (writing.isStopped) break;
    }
  } finally {
    progress.close();
  }
  fates.left = files.length - done;
  if (counted.length > 0) {
    const head = ['report', 'written', 'measures', 'figures', 'claimed', 'to review', 'conflicts'];
    for (const line of alignColumns([head, ...counted])) say(line);
  }
  conclude(fates);
}

/** What the importer takes under a vocabulary; read when it is first asked, which is seldom. */
function judgeOf(vocabulary: string): () => Judge {
  let judge: Judge | null = null;
  return () => (judge ??= createJudge(readDraftVocabulary(vocabulary).known));
}

/** Prints what was found in a file, or why nothing was, one object a file. */
function print(drafted: DraftedFile, fates: Fates): null {
  const { file } = drafted;
  if ('failure' in drafted) {
    fates.failed += 1;
    warn(`juzheng: ${drafted.failure}`);
    say(JSON.stringify({ file, error: drafted.failure } satisfies JsonFailure));
  } else if (drafted.result.outcome === 'JSON') {
    fates.done += 1;
    say(JSON.stringify({ file, ...drafted.result.json } satisfies JsonDraft));
  }
  return null;
}

const programVocabulary = fileURLToPath(new URL('../../seed/vocabulary', import.meta.url));

/** The vocabulary of a seed or, where it has none, the program's own. */
const vocabularyOf = (seed: string) =>
  existsSync(join(seed, 'vocabulary')) ? join(seed, 'vocabulary') : programVocabulary;
