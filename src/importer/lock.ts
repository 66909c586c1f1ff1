import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

type Holder = { pid: number; host: string; since: string };

/** Another import is at work in the same data folder. */
export class LockedError extends Error {
  constructor({ pid, host, since }: Holder) {
    super(
      `another import has been at work since ${since} (process ${pid} on ${host}); wait for it, or end it`,
    );
    this.name = 'LockedError';
  }
}

/**
 * Keeps a second importer out of a data folder while one works. A lock that a killed process left
 * behind on this machine is taken over.
 * @returns what gives the lock back
 * @throws LockedError
 */
export function lock(data: string): () => void {
  const file = join(data, 'LOCK');
  const mine: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  for (let attempt = 0; ; attempt += 1) {
    try {
      const handle = openSync(file, 'wx');
      writeFileSync(handle, JSON.stringify(mine));
      closeSync(handle);
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (attempt > 0 || (holder && isAlive(holder))) {
        throw new LockedError(holder ?? { pid: 0, host: 'an unknown machine', since: 'a while' });
      }
      rmSync(file, { force: true });
    }
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** A process of another machine counts as alive, as nothing can be known of it. */
function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
