import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/**
 * Keeps other drafts out of a seed until the function that it gives is called: two that write at once would
 * give two reports one code. The lock of a process that is gone is taken over.
 * @throws where another draft writes into it
 */
export function lockSeed(seed: string): () => void {
  const path = join(seed, lockName);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = openSync(path, 'wx');
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder !== null || attempt > 2) {
      throw new Error(
        `another draft writes into ${seed} (process ${holder ?? 'unknown'}); wait until it is done, or name another folder with --out`,
      );
    }
    rmSync(path, { force: true });
  }
}
