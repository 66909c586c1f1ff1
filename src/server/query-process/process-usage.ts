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

/** What the schedule of Linux tells of the main thread of a process, in milliseconds; null where it is not told. */
function scheduleOf(pid: number): { had: number; waited: number } | null {
  const [had = 0, waited = 0] = (read(`/proc/${pid}/schedstat`)?.split(' ') ?? []).map(Number);
  return had > 0 ? { had: had / 1e6, waited: waited / 1e6 } : null;
}

/** Milliseconds of a processor that the main thread of a process has had; null where not told. */
const fromSchedule = (pid: number): number | null => scheduleOf(pid)?.had ?? null;

/** The same of all its threads, in steps of ten milliseconds. */
function fromTicks(pid: number): number | null {
  // The name of the program stands in brackets and may hold anything.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  const ticks = Number(fields?.[11]) + Number(fields?.[12]);
  return Number.isNaN(ticks) ? null : (ticks * 1000) / ticksPerSecond;
}

/** Milliseconds for which the main thread of a process stood ready and had to wait for a processor; 0 where not told. */
export const waitedForProcessor = (pid: number): number => scheduleOf(pid)?.waited ?? 0;

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
