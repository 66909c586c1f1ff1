import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { limitsSet } from '../../limits.ts';
import { privateBytesOf } from '../../private-bytes.ts';
import { publicOrigin } from '../../public-origin.ts';
import type { FromQueryProcess, Job, Result, SnapshotName } from './messages.ts';
import { startLinked } from './start/link.ts';
import { watchProcess } from './watch.ts';
import type { WatchBounds, Watch } from './watch.ts';

/**
 * Why a process was ended in the middle of a question: beyond a bound, for want of room in the memory of all,
 * or because nobody waits any more.
 */
type StopBound = keyof WatchBounds | 'clock' | 'room' | 'left';

type JobResult = Result | { outcome: 'stopped'; bound: StopBound };

/** How a job ended, with the milliseconds of a processor that it took. */
export type Finished = JobResult & { milliseconds: number };

export type QueryProcess = {
  /** Undefined until it is ready. */
  readonly pid: number | undefined;
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
  /** Lets others have the processor before it, from now on; one that yields to more goes on to do so. */
  yieldTo: (whom: Yielding) => void;
  /** Whether others have it whenever they want it. */
  yields: () => boolean;
};

const bytesOf = (pid: number | undefined) => (pid ? (privateBytesOf(pid) ?? 0) : 0);

/**
 * Beside two that work at 10 whoever wakes up waits four milliseconds for a processor once in a hundred times, beside
 * two at 15 or 19 one (Linux 6.18, two processors).
 */
const priorities = { A_LITTLE: 5, SERVING: 15, ALL: constants.priority.PRIORITY_LOW };

/** To whoever serves, or also to processes that answer what is short; or so that it still has a part beside all others. */
type Yielding = keyof typeof priorities;

/** All threads of a process: Linux gives each a priority of its own, and those that collect garbage are there from the start. */
function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [pid];
  }
}

function yieldingOf(pidOf: () => number | undefined): Pick<QueryProcess, 'yieldTo' | 'yields'> {
  let priority = 0;
  return {
    yieldTo(whom) {
      const pid = pidOf();
      if (priority >= priorities[whom] || pid === undefined) return;
      try {
        for (const thread of threadsOf(pid)) setPriority(thread, priorities[whom]);
        priority = priorities[whom];
      } catch {
        // Then it competes with the others as any process does.
      }
    },
    yields: () => priority >= priorities.SERVING,
  };
}

const withBody = (result: Result, body: Uint8Array): Result =>
  result.outcome === 'answer' ? { ...result, body } : result;

/** Starts a process that answers questions from the snapshots of a data folder. */
export function startQueryProcess(data: string): QueryProcess {
  const isReady = Promise.withResolvers<void>();
  const hasEnded = Promise.withResolvers<void>();
  let ready = false;
  let executor = false;
  let memory = 0;
  let running: { finish: (finished: Finished) => void; watch: Watch | null } | null = null;

  const link = startLinked({ onHeard: hear, onGone: gone });
  link.tell({ kind: 'begin', data, limits: limitsSet(), publicOrigin: publicOrigin() });

  function finish(result: JobResult, measured = 0) {
    const done = running;
    running = null;
    const watched = done?.watch?.end() ?? 0;
    memory = bytesOf(link.pid());
    done?.finish({ ...result, milliseconds: measured || watched });
  }

  function end(bound: StopBound = 'left'): void {
    link.kill();
    ready = false;
    finish({ outcome: 'stopped', bound });
  }

  function gone(): void {
    ready = false;
    finish({ outcome: 'broken' });
    hasEnded.resolve();
  }

  function hear(message: FromQueryProcess, body: Uint8Array): void {
    if (message.kind === 'done')
      return finish(withBody(message.result, body), message.milliseconds);
    ready = true;
    if (message.kind === 'ready') return isReady.resolve();
    executor = true;
    running?.watch?.begin();
  }

  return {
    get pid() {
      return link.pid();
    },
    ready: isReady.promise,
    ended: hasEnded.promise,
    isReady: () => ready,
    hasExecutor: () => executor,
    memory: () => memory,
    open: (snapshot) => link.tell({ kind: 'open', snapshot }),
    run(job, bounds, onMemory = () => {}) {
      const { promise, resolve } = Promise.withResolvers<Finished>();
      const looked = (bytes: number) => onMemory((memory = bytes));
      const hooks = { onBeyond: end, onMemory: looked };
      const pid = link.pid();
      const watch = pid === undefined ? null : watchProcess(pid, bounds, hooks);
      running = { finish: resolve, watch };
      // Loading the executor is no fault of the question that needs it.
      if (job.kind === 'statement' || executor) watch?.begin();
      link.tell({ kind: 'run', job });
      return promise;
    },
    end,
    ...yieldingOf(link.pid),
  };
}
