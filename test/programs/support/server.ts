import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startProcess } from '../../support/started.ts';
import { processIds } from './process-tree.ts';

export type Server = {
  url: string;
  /** The process at the root of its tree. */
  pid: number;
  /** Faults of its own that it has logged: lines of the level error and above. */
  faults: () => string[];
  hasEnded: () => boolean;
  /** Ends all its processes at once; nothing is lost, for a server writes nothing. */
  stop: () => Promise<void>;
};

const running = new Set<ChildProcess>();

/** Has a process end with this one, whatever becomes of this one. */
export const endTogether = (child: ChildProcess) => running.add(child);

const endAll = () => {
  for (const child of running) killTree(child);
};
process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Starts the server as people do, over data that are there; it ends with this process. */
export async function startServer(
  data: string,
  { workers = 1, through = [] }: { workers?: number; through?: readonly string[] } = {},
): Promise<Server> {
  const started = await startProcess(
    { seed: 'seed', data },
    { workers, through, more: ['--no-import'] },
  );
  const { process: child, url, said } = started;
  endTogether(child);
  return {
    url,
    pid: child.pid ?? 0,
    faults: () =>
      said()
        .split('\n')
        .filter((line) => /"level":[56]0/.test(line)),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      running.delete(child);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      killTree(child);
      await ended;
    },
  };
}

function killTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  for (const each of processIds(pid)) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}
