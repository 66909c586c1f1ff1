import { parentPort, workerData } from 'node:worker_threads';
import { convertReport } from './convert-report.ts';
import type { ConversionOrder } from './convert-report.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';
import type { KnownCodes } from '../rows/vocabulary-index.ts';

/** What a worker is started with. */
export type WorkerTask = { known: KnownCodes; order: ConversionOrder };

const { known, order } = workerData as WorkerTask;
const terms = indexVocabulary(known);

parentPort?.on('message', (folders: string[]) => {
  parentPort?.postMessage(folders.map((folder) => convertReport(folder, terms, order)));
});
