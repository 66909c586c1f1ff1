import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '../../db/client.ts';

type Holder = {
  pid: number;
  host: string;
  since: string;
  /** Whether it only moves the pointer, and is waited for. */
  isBrief?: boolean;
};

/** Milliseconds for which a lock that is held for moments is waited for, and between two tries. */
const usualPatience = 5000;
const betweenTries = 20;

/** Whether the lock is wanted for moments, and for how many milliseconds such a one is waited for. */
type LockOptions = { isBrief?: true; patience?: number };

/** Another import is at work in the same data folder. */
class LockedError extends Error {
  constructor(holder: Holder | null) {
    const who = holder
      ? ` since ${holder.since} (process ${holder.pid} on ${holder.host})`
      : ' (which one is not known)';
    super(`another import has been at work${who}; wait for it, or end it`);
    this.name = 'LockedError';
  }
}

/**
 * Keeps a second importer out of a data folder while one works. What is locked is a file that stays
 * when the lock is given back: removing it would let two in. `LOCK` beside it only says who is at work.
 * @param options whoever wants it for moments also waits for a while for any other
 * @returns what gives the lock back
 * @throws LockedError
 */
export function lock(data: string, options: LockOptions = {}): () => void {
  const { patience = usualPatience, ...brief } = options;
  accessSync(data, constants.W_OK);
  const file = join(data, 'LOCK');
  // Whoever has just taken it may not have said yet for how long.
  const isHeldBriefly = () => readHolder(file)?.isBrief ?? !existsSync(file);
  const unlock = lockPatiently(data, patience, () => brief.isBrief ?? isHeldBriefly());
  if (!unlock) throw new LockedError(readHolder(file));
  const release = () => {
    try {
      rmSync(file, { force: true });
    } finally {
      unlock();
    }
  };
  try {
    const since = new Date().toISOString();
    const mine: Holder = { pid: process.pid, host: hostname(), since, ...brief };
    writeFileSync(file, JSON.stringify(mine));
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

function lockPatiently(
  data: string,
  patience: number,
  isWorthWaiting: () => boolean,
): (() => void) | null {
  const until = performance.now() + patience;
  for (;;) {
    const unlock = lockFile(join(data, 'LOCK.sqlite'));
    if (unlock || !isWorthWaiting() || performance.now() > until) return unlock;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenTries);
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
