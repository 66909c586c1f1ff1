import type { Worker } from 'node:cluster';
import type { Series } from '../../server/metrics/series.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** How long a worker that is busy is waited for, in milliseconds. */
const patience = 1000;

/** What each worker has counted; one that does not say so in time is left out. */
export async function collectMetricsFrom(workers: readonly Worker[]): Promise<Series[]> {
  const several = await Promise.all(workers.map(countedBy));
  return several.filter((series) => series !== null);
}

function countedBy(worker: Worker): Promise<Series | null> {
  return new Promise((resolve) => {
    const listen = (message: FromWorker) => {
      if (message.kind === 'counted') finish(message.series);
    };
    const timer = setTimeout(() => {
      finish(null);
    }, patience);
    const finish = (series: Series | null) => {
      clearTimeout(timer);
      worker.off('message', listen);
      resolve(series);
    };
    worker.on('message', listen);
    worker.send({ kind: 'count' } satisfies ToWorker);
  });
}
