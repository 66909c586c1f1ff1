import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { digestReport } from '../read/source-digests.ts';
import { signReader } from '../read/folder-sign.ts';
import type { FolderSign } from '../read/folder-sign.ts';

/** Stands beside the snapshots; may be removed at any time, and all files are read again. */
const digestsName = 'DIGESTS';
export const unfinishedDigests = `${digestsName}.new`;

/** Of fewer reports all files are always read. */
const fewest = 500;

/**
 * Files have to lie unchanged for so many milliseconds before they are known by their sign: what changes twice
 * within a tick of the clock has one time of change, and so has what is written through a mapping until
 * the system has put it onto the disk, which takes 35 seconds at most.
 */
const settledAfter = 60_000;

/** When files are known by their signs; what tests set otherwise. */
export type SignBounds = { fewest?: number; settledAfter?: number };

type Known = { sha256: string; sign: string };

export type KnownDigests = {
  /** The digest of a report's folder. */
  digest: (path: string) => string;
  /** Takes that of a report that was read for its rows, and its sign of before. */
  note: (report: { code: string; sha256: string; sign: FolderSign | null }) => void;
  /** Of how many folders the files were read for their digests alone. */
  read: () => number;
  /** Keeps what is known now for the next import. */
  keep: () => void;
};

/**
 * Gives the digests of reports' folders: of those that are as they were when they were read last, without
 * reading them again. Where the clock was set back nothing is believed.
 * @param rules the digest of the program: another one may read other files
 */
export function knownDigests(
  { data, rules }: { data: string; rules: string },
  folders: readonly string[],
  bounds: SignBounds = {},
): KnownDigests {
  const now = Date.now();
  const isWorthIt = folders.length >= (bounds.fewest ?? fewest);
  const [folder = ''] = folders;
  const signIn = isWorthIt ? signReader(join(folder, '..')) : () => null;
  const known = isWorthIt ? readKnown(data, rules, now) : new Map<string, Known>();
  const next = new Map<string, Known>();
  let read = 0;
  const note: KnownDigests['note'] = ({ code, sha256, sign }) => {
    if (!isWorthIt || !sign) return;
    const isSettled = sign.changedAt < sign.at - (bounds.settledAfter ?? settledAfter);
    if (isSettled) next.set(code, { sha256, sign: sign.text });
  };
  return {
    note,
    digest(path) {
      const code = basename(path);
      const sign = signIn(path);
      const before = known.get(code);
      if (sign && before?.sign === sign.text) {
        next.set(code, before);
        return before.sha256;
      }
      const { sha256 } = digestReport(path);
      read += 1;
      note({ code, sha256, sign });
      return sha256;
    },
    read: () => read,
    keep() {
      if (next.size === 0 || isSame(known, next)) return;
      const lines = [...next].map(([code, { sha256, sign }]) => `${code} ${sha256} ${sign}\n`);
      const path = join(data, unfinishedDigests);
      writeFileSync(path, `${rules} ${now}\n${lines.join('')}`);
      renameSync(path, join(data, digestsName));
    },
  };
}

const isSame = (known: ReadonlyMap<string, Known>, next: ReadonlyMap<string, Known>) =>
  known.size === next.size && [...next].every(([code, value]) => known.get(code) === value);

function readKnown(data: string, rules: string, now: number): Map<string, Known> {
  const known = new Map<string, Known>();
  const [head = '', ...lines] = readText(join(data, digestsName)).split('\n');
  const [ofRules, at] = head.split(' ');
  if (ofRules !== rules || !(Number(at) <= now)) return known;
  // The last line is whole only if it ends: then nothing stands after it.
  for (const line of lines.slice(0, -1)) {
    const [code = '', sha256 = '', ...sign] = line.split(' ');
    known.set(code, { sha256, sign: sign.join(' ') });
  }
  return known;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
