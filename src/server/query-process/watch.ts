import { privateBytesOf } from '../../private-bytes.ts';
import { processorClockOf, waitedForProcessor } from './process-usage.ts';

/** What a process may take for one question. */
export type WatchBounds = {
  /** Milliseconds of a processor. */
  processor: number;
  /** Milliseconds for which it may wait for a processor, where that is ten times as long as it had one. */
  queued: number;
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

/**
 * One that waits for a processor so many times as long as it has one is left next to nothing. Beside others of its kind,
 * and more of them than processors, it waits five or six times as long.
 */
const leftLittle = 10;

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
  const waitedBefore = bounds.queued === Infinity ? 0 : waitedForProcessor(pid);
  let counted: number | null = null;

  const used = () => (counted === null ? 0 : clock() - counted);

  function isLeftLittle(): boolean {
    if (counted === null || bounds.queued === Infinity) return false;
    const waited = waitedForProcessor(pid) - waitedBefore;
    return waited > bounds.queued && waited > leftLittle * used();
  }

  function boundBroken(): keyof WatchBounds | null {
    if (performance.now() - since > bounds.wall) return 'wall';
    if (counted !== null && used() > bounds.processor) return 'processor';
    if (isLeftLittle()) return 'queued';
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
