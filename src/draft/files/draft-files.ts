import { startAskedWorker } from '../../importer/convert/asked-worker.ts';
import type { ReadDocument } from '../../readers/document.ts';
import { createFileReader } from '../../readers/read-files.ts';
import { readDraftVocabulary } from '../facts/vocabulary.ts';
import { createDrafter } from './draft-document.ts';
import type { DraftedDocument } from './draft-document.ts';
import type { DraftTask, WorkerAnswer } from './draft-worker.ts';

/** What became of one file: a draft, a question, or why it could not be drafted. */
export type DraftedFile =
  | { readonly file: string; readonly document: ReadDocument; readonly result: DraftedDocument }
  | { readonly file: string; readonly failure: string };

/** Fewer files than this for each worker are drafted sooner than the worker starts. */
const worthAWorker = 8;

/** In MiB; a worker holds one text with its facts, and the vocabulary. */
const workerMemory = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 32 };

/** So many files are on their way for each worker. */
const ahead = 2;

/**
 * Reads and drafts files on several threads and gives them in their order. A file that cannot be read is told,
 * and the others go on.
 */
export async function* draftFiles(
  files: readonly string[],
  task: DraftTask,
  jobs: number,
): AsyncGenerator<DraftedFile> {
  const reader = createFileReader(jobs);
  const crew = startCrew(task, Math.min(jobs, Math.floor(files.length / worthAWorker)));
  try {
    const begun: Promise<DraftedFile>[] = [];
    for (let next = 0; next < files.length || begun.length > 0;) {
      while (next < files.length && begun.length < Math.max(1, crew.size) * ahead) {
        begun.push(draftFile(files[next] ?? '', reader.read, crew.draft));
        next += 1;
      }
      const first = begun.shift();
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      if (first) yield await first;
    }
  } finally {
    reader.close();
    await crew.stop();
  }
}

async function draftFile(
  file: string,
  read: (path: string) => Promise<ReadDocument>,
  draft: (document: ReadDocument) => Promise<WorkerAnswer>,
): Promise<DraftedFile> {
  try {
    const document = await read(file);
    const answer = await draft(document);
    return answer.ok
      ? { file, document, result: answer.document }
      : { file, failure: `${file}: ${answer.message}` };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file, failure: message.startsWith(file) ? message : `${file}: ${message}` };
  }
}

/** Threads that draft, in turn; none where that is not worth their start. */
function startCrew(task: DraftTask, size: number) {
  if (size < 2) {
    const draft = createDrafter(readDraftVocabulary(task.vocabulary), task.version);
    return {
      size: 1,
      draft: (document: ReadDocument): Promise<WorkerAnswer> =>
        // What is thrown is told with the name of the file.
        Promise.resolve().then(() => ({
          ok: true,
          document: draft(document, task.given, task.isJson),
        })),
      stop: () => Promise.resolve(),
    };
  }
  const workers = Array.from({ length: size }, () => startWorker(task));
  let turn = 0;
  return {
    size,
    draft(document: ReadDocument): Promise<WorkerAnswer> {
      turn = (turn + 1) % workers.length;
      const present = workers[turn];
      // What ended one thread, such as a text that takes too much memory, ends no other file.
      const worker = !present || present.isGone() ? startWorker(task) : present;
      workers[turn] = worker;
      return worker.ask(document);
    },
    stop: async () => {
      await Promise.all(workers.map(({ stop }) => stop()));
    },
  };
}

const startWorker = (workerData: DraftTask) =>
  startAskedWorker<ReadDocument, WorkerAnswer>(new URL('draft-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: workerMemory,
  });
