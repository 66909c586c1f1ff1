import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../../db/client.ts';

/** What is locked, for as long as a draft writes, and beside it who has locked it, for people to read. */
const lockName = '.draft.lock.sqlite';
const holderName = '.draft.lock';

/** So often the file that is locked may be another's by then: each time one draft has ended in between. */
const patience = 100;

/**
 * Keeps other drafts out of a seed until the function that it gives is called: two that write at once would
 * give two reports one code. It is the operating system's own lock, which ends with the process however that
 * ends: no draft is ever held up by one that is gone, and no two ever take a lock over at once.
 * @throws where another draft writes into it
 */
export function lockSeed(seed: string): () => void {
  accessSync(seed, constants.W_OK);
  const [path, holder] = [join(seed, lockName), join(seed, holderName)];
  for (let attempt = 0; attempt < patience; attempt += 1) {
    makeFile(path);
    const before = identityOf(path);
    const unlock = before === null ? null : lockFile(path);
    // Whoever gives the lock back takes the file away: what was locked here may be no longer the one that others find.
    const isSame = before !== null && identityOf(path) === before;
    if (isSame && unlock) return holding({ path, holder, unlock });
    unlock?.();
    if (isSame) break;
  }
  throw new Error(
    `another draft writes into ${seed}${namedIn(holder)}; wait until it is done, or name another folder with --out`,
  );
}

type Held = { readonly path: string; readonly holder: string; readonly unlock: () => void };

/** Says who holds the lock; gives what gives it back. */
function holding({ path, holder, unlock }: Held): () => void {
  const release = () => {
    try {
      rmSync(holder, { force: true });
      takeAway(path);
    } finally {
      unlock();
    }
  };
  try {
    writeFileSync(holder, String(process.pid));
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/** Takes the locked file away; Windows lets nobody do so, and there it stays. */
function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}

/** Makes an empty file where none is. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** What tells a file from every other that had or will have its name; null where none is. Numbers of files are given again. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? [found.dev, found.ino, found.birthtimeNs, found.ctimeNs].join(' ') : null;
}

/** The number of the process that holds the lock, in words; empty where it is not known. */
function namedIn(holder: string): string {
  try {
    return ` (process ${readFileSync(holder, 'utf8')})`;
  } catch {
    return '';
  }
}
