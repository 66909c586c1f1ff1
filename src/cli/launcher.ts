import { Worker } from 'node:worker_threads';

/** Where `juzheng.js` says at which file descriptor this process has a pipe to it. */
const variable = 'JUZHENG_LAUNCHER_FD';

/**
 * Ends this process when the one that handed over to it is gone: who kills `juzheng` by SIGKILL, which
 * nothing can pass on, means the program. Only that one counts, not the shell or npm before it.
 */
export function followLauncher(environment: Record<string, string | undefined>): void {
  const fd = environment[variable];
  // What this process starts has no such pipe.
  delete environment[variable];
  if (fd === undefined) return;
  const watch = new Worker(new URL('workers/launcher-watch.ts', import.meta.url), {
    workerData: fd,
    execArgv: [],
  });
  // Where there is no such pipe, the variable was set by somebody else.
  watch.on('error', () => {});
  watch.unref();
}
