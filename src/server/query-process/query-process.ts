import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { limitsSet } from '../../limits.ts';
import { privateBytesOf } from '../../private-bytes.ts';
import { publicOrigin } from '../../public-origin.ts';
import type { FromQueryProcess, Job, Result, SnapshotName, ToQueryProcess } from './messages.ts';
import { watchProcess } from './watch.ts';
import type { WatchBounds, Watch } from './watch.ts';

/**
 * Why a process was ended in the middle of a question: beyond a bound, for want of room in the memory of all,
 * or because nobody waits any more.
 */
type StopBound = keyof WatchBounds | 'room' | 'left';

type JobResult = Result | { outcome: 'stopped'; bound: StopBound };

/** How a job ended, with the milliseconds of a processor that it took. */
export type Finished = JobResult & { milliseconds: number };

export type QueryProcess = {
  pid: number | undefined;
  /** Resolved once it can be given a job; never, where it ends before. */
  ready: Promise<void>;
  ended: Promise<void>;
  /** Whether it can be given a job. */
  isReady: () => boolean;
  /** Whether it has loaded the executor. */
  hasExecutor: () => boolean;
  /** Bytes of memory that are its own, as last looked at. */
  memory: () => number;
  open: (snapshot: SnapshotName) => void;
  /** One job at a time. While it runs, `onMemory` is told whenever the memory was looked at. */
  run: (job: Job, bounds: WatchBounds, onMemory?: (bytes: number) => void) => Promise<Finished>;
  /** Ends it at once, whatever it does: SQLite cannot be interrupted. */
  end: (bound?: StopBound) => void;
  /** Lets all others have the processor before it. */
  yieldProcessor: () => void;
};

const entry = fileURLToPath(new URL('child.ts', import.meta.url));

/** Keeps memory small: answers are soon gone. */
const execArgv = ['--max-semi-space-size=2'];

const bytesOf = (pid: number | undefined) => (pid ? (privateBytesOf(pid) ?? 0) : 0);

function startChild(data: string): ChildProcess {
  const child = fork(entry, [], { serialization: 'advanced', execArgv });
  const begin = { kind: 'begin', data, limits: limitsSet(), publicOrigin: publicOrigin() } as const;
  child.send(begin satisfies ToQueryProcess, () => {});
  return child;
}

function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Then it competes with the others as any process does.
  }
}

/** Starts a process that answers questions from the snapshots of a data folder. */
export function startQueryProcess(data: string): QueryProcess {
  const child = startChild(data);
  const isReady = Promise.withResolvers<void>();
  const hasEnded = Promise.withResolvers<void>();
  let ready = false;
  let executor = false;
  let memory = 0;
  let running: { finish: (finished: Finished) => void; watch: Watch | null } | null = null;

  // Where it cannot be told it is ending, which is heard otherwise.
  const tell = (message: ToQueryProcess) => child.send(message, () => {});

  function finish(result: JobResult, measured = 0) {
    const done = running;
    running = null;
    const watched = done?.watch?.end() ?? 0;
    memory = bytesOf(child.pid);
    done?.finish({ ...result, milliseconds: measured || watched });
  }

  function end(bound: StopBound = 'left'): void {
    child.kill('SIGKILL');
    ready = false;
    finish({ outcome: 'stopped', bound });
  }

  function gone(): void {
    ready = false;
    finish({ outcome: 'broken' });
    hasEnded.resolve();
  }

  function hear(message: FromQueryProcess): void {
    if (message.kind === 'done') return finish(message.result, message.milliseconds);
    ready = true;
    if (message.kind === 'ready') return isReady.resolve();
    executor = true;
    running?.watch?.begin();
  }

  child.on('message', hear);
  child.once('exit', gone);
  child.once('error', gone);

  return {
    pid: child.pid,
    ready: isReady.promise,
    ended: hasEnded.promise,
    isReady: () => ready,
    hasExecutor: () => executor,
    memory: () => memory,
    open: (snapshot) => tell({ kind: 'open', snapshot }),
    run(job, bounds, onMemory = () => {}) {
      const { promise, resolve } = Promise.withResolvers<Finished>();
      const looked = (bytes: number) => onMemory((memory = bytes));
      const hooks = { onBeyond: end, onMemory: looked };
      const watch = child.pid === undefined ? null : watchProcess(child.pid, bounds, hooks);
      running = { finish: resolve, watch };
      // Loading the executor is no fault of the question that needs it.
      if (job.kind === 'statement' || executor) watch?.begin();
      tell({ kind: 'run', job });
      return promise;
    },
    end,
    yieldProcessor: () => lowerPriority(child.pid),
  };
}
