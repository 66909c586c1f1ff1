import { parentPort, workerData } from 'node:worker_threads';
import { shapeReport } from './shape-report.ts';
import type { Order } from './shape-report.ts';
import { termsOf } from './terms.ts';
import type { Known } from './terms.ts';

/** What a worker is started with. */
export type WorkerTask = { known: Known; order: Order };

const { known, order } = workerData as WorkerTask;
const terms = termsOf(known);

parentPort?.on('message', (folders: string[]) => {
  parentPort?.postMessage(folders.map((folder) => shapeReport(folder, terms, order)));
});
