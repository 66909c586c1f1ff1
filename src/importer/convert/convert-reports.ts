import { startAskedWorker } from './asked-worker.ts';
import type { WorkerTask } from './convert-worker.ts';
import { convertReport } from './convert-report.ts';
import type { ConvertedReport } from './convert-report.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';

/** How many reports are sent to a worker at once, and how many such batches wait with each. */
const batch = 8;
const ahead = 2;

/** Fewer reports than this for each worker are made sooner than the worker starts. */
const worthAWorker = 24;

/** In MiB; what a worker holds is a few reports and the codes of the vocabulary. */
const workerMemory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 12 };

/**
 * Shapes reports on several threads and gives them in the order of their folders. Only few are ever
 * held at once: the next ones are begun when those before have been taken.
 */
export async function* shapeReports(
  folders: readonly string[],
  task: WorkerTask,
  jobs: number,
): AsyncGenerator<ConvertedReport> {
  const workers = Math.min(jobs, Math.floor(folders.length / worthAWorker));
  if (workers < 2) {
    const terms = indexVocabulary(task.known);
    for (const folder of folders) yield convertReport(folder, terms, task.order);
    return;
  }
  const crew = Array.from({ length: workers }, () => startWorker(task));
  try {
    const begun: Promise<ConvertedReport[]>[] = [];
    for (let start = 0; start < folders.length || begun.length > 0; start += batch) {
      const turn = crew[(start / batch) % workers];
      const some = folders.slice(start, start + batch);
      if (turn && some.length > 0) begun.push(turn.ask(some));
      if (begun.length < workers * ahead && start + batch < folders.length) continue;
      const next = begun.shift();
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      if (next) yield* await next;
    }
  } finally {
    await Promise.all(crew.map(({ stop }) => stop()));
  }
}

/** A worker that answers one batch after the other. */
const startWorker = (workerData: WorkerTask) =>
  startAskedWorker<string[], ConvertedReport[]>(new URL('./convert-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: workerMemory,
  });
