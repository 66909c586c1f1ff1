import { chmodSync, constants, copyFileSync, rmSync, statSync } from 'node:fs';

/** How a snapshot came to be the beginning of the next one, how many bytes it has and the seconds that it took. */
export type SnapshotCopy = { isClone: boolean; bytes: number; seconds: number };

/**
 * Copies a snapshot to a file that may be written. Where the file system can (XFS, Btrfs), both share their
 * blocks until they are changed, which takes no time however large they are; ext4 cannot.
 */
export function copySnapshot(from: string, to: string): SnapshotCopy {
  const begun = performance.now();
  const isClone = tryClone(from, to);
  if (!isClone) copyFileSync(from, to);
  chmodSync(to, 0o644);
  return { isClone, bytes: statSync(to).size, seconds: (performance.now() - begun) / 1000 };
}

function tryClone(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch {
    // Whatever else keeps it from being copied keeps a plain copy from it too, and is told then.
    rmSync(to, { force: true });
    return false;
  }
}
