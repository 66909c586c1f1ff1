import { privateBytesOf, processorClockOf } from './process-usage.ts';

/** What a process may take for one question. */
export type WatchBounds = {
  /** Milliseconds of a processor. */
  processor: number;
  /** Milliseconds by the clock on the wall. */
  wall: number;
  /** Bytes of memory that are its own. */
  memory: number;
};

export type Watch = {
  /** Counts processor and memory from now; until then only the clock on the wall. */
  begin: () => void;
  /** Ends the watch; gives the milliseconds of a processor since it began to count. */
  end: () => number;
};

/** How often to look, in milliseconds. */
const pace = 20;

/** Looks after a process while it answers a question, and says once what it takes too much of. */
export function watchProcess(
  pid: number,
  bounds: WatchBounds,
  onBeyond: (bound: keyof WatchBounds) => void,
): Watch {
  const clock = processorClockOf(pid);
  const since = performance.now();
  let counted: number | null = null;

  const used = () => (counted === null ? 0 : clock() - counted);

  function boundBroken(): keyof WatchBounds | null {
    if (performance.now() - since > bounds.wall) return 'wall';
    if (counted === null) return null;
    if (used() > bounds.processor) return 'processor';
    return (privateBytesOf(pid) ?? 0) > bounds.memory ? 'memory' : null;
  }

  const timer = setInterval(() => {
    const bound = boundBroken();
    if (bound) onBeyond(bound);
  }, pace);
  return {
    begin() {
      counted = clock();
    },
    end() {
      clearInterval(timer);
      return used();
    },
  };
}
