import type { Opened, SnapshotOpening, Options } from '../../db/snapshot/open-published.ts';
import { unusable } from '../../db/snapshot/open-published.ts';
import type { HeldFile } from '../../db/snapshot/held-file.ts';
import { createPrivateCopies } from './private-copy.ts';
import type { ServedFile } from './served.ts';

/** Snapshots of up to so many bytes are kept in memory too. */
const keptBytes = 8 << 20;

/**
 * What is left of a snapshot whose file is lost and that has none before it: the file itself, as long
 * as it is open and right, or, of a small one, the bytes that were opened. A private copy is made of it.
 */
export function createLastResort(): {
  keep: (opened: Opened) => void;
  open: (lost: ServedFile, options: Options) => Promise<SnapshotOpening>;
  isServing: (snapshot: Opened) => boolean;
  /** Whether it was tried in vain. */
  hasFailed: (lost: Opened) => boolean;
  close: () => void;
} {
  const copies = createPrivateCopies();
  const copied = new WeakSet<HeldFile>();
  const failed = new WeakSet<HeldFile>();
  let kept: { file: string; version: string; bytes: Buffer } | null = null;
  // Equal data may lie in several files.
  const isKept = ({ file, version }: Opened) => kept?.file === file && kept.version === version;

  /** What can be written down without having been read from a file that is wrong. */
  function contentOf(lost: ServedFile): Iterable<Buffer> | null {
    if (lost.watch.fault() === null) return lost.held.pieces();
    return kept && isKept(lost) ? [kept.bytes] : null;
  }

  async function tryOpen(lost: ServedFile, options: Options): Promise<SnapshotOpening> {
    const content = contentOf(lost);
    if (!content) return unusable('it was too large to be kept in memory');
    try {
      return await copies.open(content, lost.published, options);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return unusable(`no private copy can be written (${code})`);
    }
  }

  return {
    keep(opened) {
      if (isKept(opened)) return;
      const { file, version, held } = opened;
      const bytes = held.size() <= keptBytes ? copyOf(held.pieces()) : null;
      kept = bytes && { file, version, bytes };
    },
    async open(lost, options) {
      const opened = await tryOpen(lost, options);
      if (opened.ok) copied.add(opened.snapshot.held);
      else failed.add(lost.held);
      return opened;
    },
    isServing: ({ held }) => copied.has(held),
    hasFailed: ({ held }) => failed.has(held),
    close: () => copies.remove(),
  };
}

/** Memory of its own: what is read is read into the same piece again. */
function copyOf(pieces: Iterable<Buffer>): Buffer {
  return Buffer.concat(Array.from(pieces, (piece) => Buffer.from(piece)));
}
