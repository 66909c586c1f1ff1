import cluster from 'node:cluster';
import type { Worker } from 'node:cluster';
import { once } from 'node:events';
import { collectMetricsFrom } from './collect-metrics.ts';
import { warn } from '../terminal.ts';
import { watchHeartbeat } from './heartbeat.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** A worker that ends sooner after its start than this, in milliseconds, has not really started. */
const soon = 10_000;

/** After so many that ended so, with none left at work, no more are started. */
const maximumInVain = 5;

/** How long to wait before the next try after so many in vain: 0.2 s, doubled up to 10 s. */
const patience = (inVain: number) => (inVain === 0 ? 0 : Math.min(100 * 2 ** inVain, 10_000));

export type Workers = {
  /** Where they answer. */
  url: string;
  /** Lets all of them finish their running requests. */
  stop: () => Promise<void>;
  /** Ends them at once. */
  kill: () => void;
};

/**
 * Answers are short-lived and small: a young generation of a few megabytes holds them, where V8 takes
 * up to 128 on a large machine and gives none back.
 */
const leanHeap = ['--max-semi-space-size=4'];

/**
 * Starts workers, each a process that runs this same command line, and replaces those that end.
 * Where none can serve any more, `giveUp` is told.
 * @throws what the first worker says against starting
 */
export async function startWorkers(count: number, giveUp: () => void): Promise<Workers> {
  let stopping = false;
  let inVain = 0;
  const atWork = new Set<Worker>();

  function keep(worker: Worker): void {
    const begun = performance.now();
    watchHeartbeat(worker, atWork.has(worker));
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'serving') atWork.add(worker);
      if (message.kind === 'failed') warn(`worker ${worker.id}: ${message.error.message}`);
      if (message.kind === 'gather') void tellAll(worker);
    });
    worker.on('exit', (code, signal) => {
      atWork.delete(worker);
      if (stopping) return;
      inVain = performance.now() - begun < soon ? inVain + 1 : 0;
      const ending = `worker ${worker.id} ended ${signal ? `by ${signal}` : `with exit code ${code}`}`;
      if (inVain >= maximumInVain && atWork.size === 0) {
        warn(`${ending}, as those before it; no other is started`);
        giveUp();
        return;
      }
      warn(`${ending}; it is replaced`);
      setTimeout(() => {
        if (!stopping) keep(cluster.fork());
      }, patience(inVain));
    });
  }

  async function tellAll(worker: Worker): Promise<void> {
    const several = await collectMetricsFrom([...atWork].filter((one) => one.isConnected()));
    if (worker.isConnected()) worker.send({ kind: 'gathered', several } satisfies ToWorker);
  }

  // The first goes ahead: what keeps it from serving would keep all the others too.
  cluster.setupPrimary({ execArgv: [...process.execArgv, ...leanHeap] });
  const first = cluster.fork();
  const url = await serving(first);
  // The others answer where the first one does, which may have taken any port that was free.
  const args = [...process.argv.slice(2), '--port', new URL(url).port];
  cluster.setupPrimary({ args });
  atWork.add(first);
  keep(first);
  for (let n = 1; n < count; n += 1) keep(cluster.fork());
  return {
    url,
    async stop() {
      stopping = true;
      const workers = living();
      const ended = workers.map((worker) => once(worker, 'exit'));
      for (const worker of workers) worker.send({ kind: 'stop' } satisfies ToWorker);
      await Promise.all(ended);
    },
    kill() {
      for (const worker of living()) worker.process.kill('SIGKILL');
    },
  };
}

const living = () =>
  Object.values(cluster.workers ?? {}).filter(
    (worker): worker is Worker => worker?.isConnected() ?? false,
  );

/** Where a worker answers, once it does. */
function serving(worker: Worker): Promise<string> {
  return new Promise((serves, fails) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'serving') serves(message.url);
      if (message.kind === 'failed') fails(Object.assign(new Error(), message.error));
    });
    worker.once('exit', (code) => {
      fails(new Error(`the first worker ended with exit code ${code}`));
    });
  });
}
