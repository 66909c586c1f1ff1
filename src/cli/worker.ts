import type { Serving } from '../server/serve.ts';

/** What a worker tells the primary: that it takes requests, or why it cannot. */
export type FromWorker =
  | { kind: 'serving'; url: string }
  | { kind: 'failed'; error: { message: string; code?: string; port?: number; path?: string } };

/** What the primary tells a worker. */
export type ToWorker = { kind: 'stop' };

const tell = (message: FromWorker, then: () => void = () => {}) => process.send?.(message, then);

/**
 * Serves as one of several workers until the primary says stop. When the primary is gone, however
 * it went, Node ends the worker too: nobody could stop it any more.
 */
export async function runWorker(start: () => Promise<Serving>): Promise<void> {
  let serving: Serving | null = null;
  const finish = async () => {
    await serving?.close();
    process.exit(0);
  };
  process.on('message', ({ kind }: ToWorker) => {
    if (kind === 'stop') void finish();
  });
  // A terminal signals to all processes at once; the primary passes it on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => void finish());
  try {
    serving = await start();
    tell({ kind: 'serving', url: serving.url });
  } catch (error) {
    const { message, code, port, path } = error as NodeJS.ErrnoException & { port?: number };
    const told = { message, ...(code && { code }), ...(port && { port }), ...(path && { path }) };
    tell({ kind: 'failed', error: told }, () => process.exit(1));
  }
}
