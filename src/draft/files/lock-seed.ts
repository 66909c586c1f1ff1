import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lockName = '.draft.lock';

/** Whether a process of that number runs. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The number of the process that holds a lock; null where it is gone. */
function holderOf(path: string): number | null {
  const pid = Number(readFileSync(path, 'utf8'));
  return Number.isSafeInteger(pid) && pid > 0 && runs(pid) ? pid : null;
}

/** Makes the lock with its holder's number in it, so that nobody reads one without; false where there is one. */
function takeLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Keeps other drafts out of a seed until the function that it gives is called: two that write at once would
 * give two reports one code. The lock of a process that is gone is taken over.
 * @throws where another draft writes into it
 */
export function lockSeed(seed: string): () => void {
  const path = join(seed, lockName);
  for (let attempt = 0; ; attempt += 1) {
    if (takeLock(path)) return () => rmSync(path, { force: true });
    const holder = holderOf(path);
    if (holder !== null || attempt > 2) {
      throw new Error(
        `another draft writes into ${seed} (process ${holder ?? 'unknown'}); wait until it is done, or name another folder with --out`,
      );
    }
    rmSync(path, { force: true });
  }
}
