import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockFile } from '../../db/client.ts';

type Holder = { pid: number; host: string; since: string };

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
 * @returns what gives the lock back
 * @throws LockedError
 */
export function lock(data: string): () => void {
  accessSync(data, constants.W_OK);
  const unlock = lockFile(join(data, 'LOCK.sqlite'));
  const file = join(data, 'LOCK');
  if (!unlock) throw new LockedError(readHolder(file));
  const release = () => {
    try {
      rmSync(file, { force: true });
    } finally {
      unlock();
    }
  };
  try {
    const mine: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
    writeFileSync(file, JSON.stringify(mine));
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
