import type { Worker } from 'node:cluster';
import { limits } from '../../limits.ts';
import { warn } from '../terminal.ts';

/** How often a worker says that it lives, in milliseconds. */
export const heartbeat = 1000;

/**
 * Ends a worker from which nothing was heard for too long, whatever it is stuck in: another then
 * takes its place. The watch begins with its first message, as nobody knows how long it takes to start.
 */
export function watchHeartbeat(worker: Worker, hasSpoken: boolean): void {
  const milliseconds = limits.stuckMilliseconds.value;
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    warn(`worker ${worker.id} has not answered for ${milliseconds} ms; it is terminated`);
    worker.process.kill('SIGKILL');
  };
  const begin = () => {
    clearTimeout(timer);
    timer = setTimeout(end, milliseconds).unref();
  };
  if (hasSpoken) begin();
  worker.on('message', begin);
  worker.on('exit', () => {
    clearTimeout(timer);
  });
}
