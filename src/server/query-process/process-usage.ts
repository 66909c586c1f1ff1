import { readFileSync } from 'node:fs';

/** Clock ticks in a second, as Linux tells them to programs. */
const ticksPerSecond = 100;

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Milliseconds of a processor that the main thread of a process has had; null where not told. */
function fromSchedule(pid: number): number | null {
  const nanoseconds = Number(read(`/proc/${pid}/schedstat`)?.split(' ')[0]);
  return nanoseconds > 0 ? nanoseconds / 1e6 : null;
}

/** The same of all its threads, in steps of ten milliseconds. */
function fromTicks(pid: number): number | null {
  // The name of the program stands in brackets and may hold anything.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  const ticks = Number(fields?.[11]) + Number(fields?.[12]);
  return Number.isNaN(ticks) ? null : (ticks * 1000) / ticksPerSecond;
}

/**
 * A clock that runs only while a process has a processor, in milliseconds. Where the system does not
 * tell, it is an ordinary clock.
 */
export function processorClockOf(pid: number): () => number {
  const source = [fromSchedule, fromTicks].find((readUsage) => readUsage(pid) !== null);
  if (!source) return () => performance.now();
  let last = 0;
  return () => (last = source(pid) ?? last);
}
