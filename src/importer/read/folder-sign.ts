import { lstatSync, statfsSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { reportFiles } from './read-seed.ts';

/**
 * Local file systems of Linux, by the numbers that `statfs` gives: their kernel sets the time of a file's last
 * change by itself, and nobody can set it back. What is fetched over a network, or shared with another system,
 * may tell of a change late.
 */
const trusted: ReadonlySet<number> = new Set([
  0xef_53, // ext2 to ext4
  0x58_46_53_42, // XFS
  0x91_23_68_3e, // Btrfs
]);

/** What the system says of a report's files without their being read. */
export type FolderSign = {
  /** Another one as soon as a file is written, replaced, renamed, linked or given other rights. */
  text: string;
  /** When the last of the files changed, in milliseconds since 1970. */
  changedAt: number;
  /** When that was asked, in the same. */
  at: number;
};

/**
 * Gives the signs of the folders of a seed; for each null where its files have to be read to be known: they lie on
 * a file system that is not trusted, or one is a link or no file.
 */
export function signReader(root: string): (folder: string) => FolderSign | null {
  if (!isTrusted(root)) return () => null;
  const { dev } = lstatSync(root, { bigint: true });
  return (folder) => {
    const at = Date.now();
    const found = reportFiles.map((name) =>
      lstatSync(join(folder, name), { bigint: true, throwIfNoEntry: false }),
    );
    if (!found.every((file) => file === undefined || (file.isFile() && file.dev === dev)))
      return null;
    const times = found.map((file) => Number((file?.ctimeNs ?? 0n) / 1_000_000n));
    return { text: found.map(signOf).join(' '), changedAt: Math.max(...times), at };
  };
}

const signOf = (file: BigIntStats | undefined) =>
  file ? `${file.dev}:${file.ino}:${file.size}:${file.mtimeNs}:${file.ctimeNs}` : '-';

function isTrusted(root: string): boolean {
  try {
    return process.platform === 'linux' && trusted.has(statfsSync(root).type);
  } catch {
    return false;
  }
}
