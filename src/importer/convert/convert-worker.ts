import { parentPort, workerData } from 'node:worker_threads';
import { shapeReport } from './convert-report.ts';
import type { Order } from './convert-report.ts';
import { termsOf } from '../rows/vocabulary-index.ts';
import type { Known } from '../rows/vocabulary-index.ts';

/** What a worker is started with. */
export type WorkerTask = { known: Known; order: Order };

const { known, order } = workerData as WorkerTask;
const terms = termsOf(known);

parentPort?.on('message', (folders: string[]) => {
  parentPort?.postMessage(folders.map((folder) => shapeReport(folder, terms, order)));
});
