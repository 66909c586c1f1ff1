import cluster from 'node:cluster';
import { heartbeat } from './heartbeat.ts';
import type { Serving } from '../../server/serve.ts';
import type { Cluster } from '../../server/handler.ts';
import type { Series } from '../../server/metrics/series.ts';

/** Why a worker cannot start. */
type Failure = { message: string; code?: string; port?: number; path?: string };

/** What a worker tells the primary. */
export type FromWorker =
  | { kind: 'serving'; url: string }
  | { kind: 'failed'; error: Failure }
  /** Says that it is not stuck. */
  | { kind: 'alive' }
  /** Asks what all have counted. */
  | { kind: 'gather' }
  /** Says what this one has. */
  | { kind: 'counted'; series: Series };

/** What the primary tells a worker. */
export type ToWorker =
  | { kind: 'stop' }
  | { kind: 'count' }
  | { kind: 'gathered'; several: Series[] };

const tell = (message: FromWorker, then: () => void = () => {}) => process.send?.(message, then);

/**
 * Serves as one of several workers until the primary says stop. When the primary is gone, however
 * it went, Node ends the worker too: nobody could stop it any more.
 */
export async function runWorker(start: (siblings: Cluster) => Promise<Serving>): Promise<void> {
  let serving: Serving | null = null;
  const asking: ((several: Series[]) => void)[] = [];

  // Both a message and a signal may say so: a signal to all of a group reaches it too.
  async function finish(): Promise<void> {
    await serving?.drain();
    process.exit(0);
  }

  process.on('message', (message: ToWorker) => {
    if (message.kind === 'stop') void finish();
    if (message.kind === 'count') tell({ kind: 'counted', series: serving?.readMetrics() ?? {} });
    if (message.kind === 'gathered') {
      for (const answer of asking.splice(0)) answer(message.several);
    }
  });
  // A terminal signals to all processes at once; the primary passes it on.
  process.on('SIGINT', () => {});
  process.on('SIGHUP', () => {});
  process.on('SIGTERM', () => void finish());
  const gather = () =>
    new Promise<Series[]>((resolve) => {
      if (asking.push(resolve) === 1) tell({ kind: 'gather' });
    });
  try {
    serving = await start({ name: String(cluster.worker?.id), gather });
    tell({ kind: 'serving', url: serving.url });
    setInterval(() => tell({ kind: 'alive' }), heartbeat).unref();
  } catch (error) {
    const { message, code, port, path } = error as NodeJS.ErrnoException & { port?: number };
    const reason = { message, ...(code && { code }), ...(port && { port }), ...(path && { path }) };
    tell({ kind: 'failed', error: reason }, () => process.exit(1));
  }
}
