import { spawnSync } from 'node:child_process';

/** Runs a program of the system; whether it did what it should. */
const runs = (command: string, ...args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Mounts a small file system in memory over a folder; null where that is not allowed here. */
export function mountSmall(folder: string, bytes: number): (() => void) | null {
  if (!runs('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)) return null;
  return () => void runs('umount', '-l', folder);
}

/** Mounts a folder over itself so that nobody may write into it; null where that is not allowed. */
export function mountReadOnly(folder: string): (() => void) | null {
  if (!runs('mount', '--bind', folder, folder)) return null;
  const undo = () => void runs('umount', '-l', folder);
  if (runs('mount', '-o', 'remount,bind,ro', folder)) return undo;
  undo();
  return null;
}

/**
 * What is put before a command so that file modes bind it as they bind any user: nothing where they
 * do already, for root a program that gives its privileges away; null where there is none.
 */
export function asOrdinaryUser(): string[] | null {
  if (process.getuid?.() !== 0) return [];
  const bounded = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'];
  return runs('setpriv', ...bounded.slice(1), 'true') ? bounded : null;
}
