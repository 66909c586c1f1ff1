import { privateBytesOf } from '../../private-bytes.ts';
import { processorClockOf } from './process-usage.ts';

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
  /** Counts the processor’s time from now; until then only the clock on the wall and memory. */
  begin: () => void;
  /** Ends the watch; gives the milliseconds of a processor since it began to count. */
  end: () => number;
};

type WatchHooks = {
  /** Told once. */
  onBeyond: (bound: keyof WatchBounds) => void;
  /** Told each time of the bytes of memory that are its own, while they are within the bound. */
  onMemory: (bytes: number) => void;
};

/** How often to look, in milliseconds. */
const pace = 20;

/** Looks after a process while it answers a question, and says once what it takes too much of. */
export function watchProcess(
  pid: number,
  bounds: WatchBounds,
  { onBeyond, onMemory }: WatchHooks,
): Watch {
  const clock = processorClockOf(pid);
  const since = performance.now();
  let counted: number | null = null;

  const used = () => (counted === null ? 0 : clock() - counted);

  function boundBroken(): keyof WatchBounds | null {
    if (performance.now() - since > bounds.wall) return 'wall';
    if (counted !== null && used() > bounds.processor) return 'processor';
    const bytes = privateBytesOf(pid) ?? 0;
    if (bytes > bounds.memory) return 'memory';
    onMemory(bytes);
    return null;
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
