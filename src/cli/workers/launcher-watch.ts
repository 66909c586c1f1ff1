import { Socket } from 'node:net';
import { workerData } from 'node:worker_threads';

/**
 * A thread that waits for the end of the pipe to the process that handed over to this one. On the main
 * thread that could wait for as long as an import writes. Nobody writes into the pipe: it ends only when
 * its other end is gone, and so this process ends as that one did, at once and without a word.
 */
const end = () => process.kill(process.pid, 'SIGKILL');

new Socket({ fd: Number(workerData), readable: true, writable: false })
  .on('error', end)
  .on('close', end)
  .resume();
