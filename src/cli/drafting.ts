import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addPlaces } from '../draft/files/add-places.ts';
import { draftFiles } from '../draft/files/draft-files.ts';
import type { DraftedFile } from '../draft/files/draft-files.ts';
import { writeDraft } from '../draft/files/write-draft.ts';
import type { WrittenDraft } from '../draft/files/write-draft.ts';
import { followProgress } from './progress.ts';
import { alignColumns, countOf, say, warn } from './terminal.ts';

/** Another version of the rules may say otherwise: it stands with every origin. */
const rulesVersion = '1';

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
  const vocabulary = isJson ? vocabularyOf(out) : ownVocabulary(out);
  const task = { vocabulary, version: rulesVersion, given: { place, year, kind }, isJson };
  const progress = followProgress();
  const counted: string[][] = [];
  const fates = { asked: 0, failed: 0 };
  let done = 0;
  try {
    for await (const drafted of draftFiles(files, task, jobs)) {
      done += 1;
      progress.tell({ phase: 'draft', done, total: files.length });
      const line = take(drafted, out, fates);
      if (line) counted.push(line);
    }
  } finally {
    progress.close();
  }
  if (counted.length > 0) {
    const head = ['report', 'written', 'measures', 'figures', 'claimed', 'to review', 'conflicts'];
    for (const line of alignColumns([head, ...counted])) say(line);
  }
  conclude(fates);
}

type Fates = { asked: number; failed: number };

/** Prints or writes what became of a file; gives its line of the summary. */
function take(drafted: DraftedFile, out: string, fates: Fates): string[] | null {
  const { file } = drafted;
  if ('failure' in drafted) {
    fates.failed += 1;
    warn(`juzheng: ${drafted.failure}`);
    return null;
  }
  const { document, result } = drafted;
  if (result.outcome === 'JSON') {
    say(JSON.stringify(result.json));
    return null;
  }
  if (result.outcome === 'ASK') {
    fates.asked += 1;
    warn(askForPlace(file, result.candidates));
    return null;
  }
  const { facts, counts } = result.drafted;
  try {
    addPlaces(join(out, 'vocabulary', 'places.yaml'), [facts.report.place]);
    const written = writeDraft(out, {
      file,
      document,
      drafted: result.drafted,
      text: result.text,
      code: result.code,
      version: rulesVersion,
    });
    tellConflicts(written);
    const { measures, figures, claimed, toReview } = counts;
    const numbers = [measures, figures, claimed, toReview, written.conflicts.length];
    return [written.code, written.how.toLowerCase(), ...numbers.map(String)];
  } catch (error) {
    fates.failed += 1;
    warn(`juzheng: ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function askForPlace(file: string, candidates: readonly string[]): string {
  const hint = 'Name it: --place with its code or its full name.';
  if (candidates.length === 0) return `${file}: nothing in it names its place. ${hint}`;
  const listed = candidates.slice(0, 20).map((candidate) => `  ${candidate}`);
  return [`${file}: its place may be one of ${candidates.length}. ${hint}`, ...listed].join('\n');
}

function tellConflicts({ code, conflicts }: WrittenDraft): void {
  for (const { at, why } of conflicts) warn(`${code}: ${at}: ${why}`);
}

/** What is not done has its exit code, once all files have been tried. */
function conclude({ asked, failed }: Fates): void {
  if (failed > 0) warn(`${countOf(failed, 'file')} could not be drafted; the others are`);
  if (asked > 0) warn(`${countOf(asked, 'file')} left, whose place is to be named`);
  if (failed + asked > 0) process.exitCode = failed > 0 ? 1 : 3;
}

const programVocabulary = fileURLToPath(new URL('../../seed/vocabulary', import.meta.url));

/** The vocabulary of a seed or, where it has none, the program's own. */
const vocabularyOf = (seed: string) =>
  existsSync(join(seed, 'vocabulary')) ? join(seed, 'vocabulary') : programVocabulary;

/** The vocabulary of a seed, which gets the program's own where it has none. */
function ownVocabulary(seed: string): string {
  const folder = join(seed, 'vocabulary');
  if (!existsSync(folder)) {
    mkdirSync(seed, { recursive: true });
    cpSync(programVocabulary, folder, { recursive: true });
  }
  return folder;
}
