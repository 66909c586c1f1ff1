import type { QueryProcess } from './query-process.ts';
import type { Supply } from './supply.ts';
import type { LaneName, Ticket } from './ticket.ts';
import type { Turns } from './turns.ts';
import type { Bounds } from './watch.ts';

export type Lane = {
  /** Goes on with the next question, if it can. */
  advance: () => void;
  /** Ends the process of a question that runs, since nobody waits for the answer. */
  abandon: (ticket: Ticket) => void;
  close: () => void;
};

/** Answers the questions of one lane, one after the other, each in its turn. */
export function createLane(options: {
  name: LaneName;
  supply: Supply;
  turns: Turns<LaneName, Ticket>;
  bounds: Bounds;
  /** After so many milliseconds without a question a process that has loaded the executor is ended. */
  idleMilliseconds: number;
}): Lane {
  const { name, supply, turns, bounds, idleMilliseconds } = options;
  let process: QueryProcess | null = null;
  let running: Ticket | null = null;
  let idle: NodeJS.Timeout | undefined;
  let pausing: NodeJS.Timeout | null = null;
  let closed = false;

  function letGo(): void {
    process = null;
  }

  function take(): QueryProcess {
    const taken = supply.take();
    if (name === 'LONG') taken.yieldProcessor();
    void taken.ready.then(advance);
    void taken.ended.then(() => replace(taken));
    return taken;
  }

  /** Goes on with another process, but not at once where none gets ready. */
  function replace(ended: QueryProcess): void {
    if (process !== ended) return;
    letGo();
    pausing = setTimeout(() => {
      pausing = null;
      advance();
    }, supply.patience()).unref();
  }

  function advance(): void {
    if (closed || pausing || running || turns.isEmpty(name)) return;
    clearTimeout(idle);
    process ??= take();
    if (!process.isReady()) return;
    running = turns.next(name);
    if (running) void run(process, running);
  }

  async function run(by: QueryProcess, ticket: Ticket): Promise<void> {
    ticket.begin();
    const finishing = by.run(ticket.job, bounds);
    supply.prepareSpare(ticket.job.snapshot);
    const finished = await finishing;
    running = null;
    const { outcome } = finished;
    if (process === by && (outcome === 'stopped' || outcome === 'broken')) letGo();
    ticket.finish(finished);
    advance();
    if (!running && process?.hasExecutor()) rest(process);
  }

  /** What the executor takes of memory is not kept for nobody. */
  function rest(resting: QueryProcess): void {
    idle = setTimeout(() => {
      letGo();
      resting.end();
    }, idleMilliseconds).unref();
  }

  return {
    advance,
    abandon(ticket) {
      if (ticket === running) process?.end('left');
    },
    close() {
      closed = true;
      clearTimeout(idle);
    },
  };
}
