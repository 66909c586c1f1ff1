import type { Logger } from 'pino';
import { openPublishedMeanwhile } from '../../db/snapshot/open-published.ts';
import type { PublishedEntry } from '../../db/snapshot/published-entry.ts';
import { lookUpPointer, markOf } from '../../db/snapshot/pointer.ts';
import { createRetired } from './retired.ts';
import type { Served, ServedFile } from './served.ts';
import { watchFile } from './watch-file.ts';

/** What a kept snapshot is to the one that is served: itself, an earlier one, or one gone back from. */
type KeptState = 'CURRENT' | 'EARLIER' | 'WITHDRAWN';

export type KeptVersion = {
  served: Served;
  state: KeptState;
  /** Keeps it open until what this gives is called. */
  hold: () => () => void;
};

/** The snapshots that a data folder or PostgreSQL still holds, by the beginning of their versions. */
export type KeptVersions = {
  /** Opens the one that is named; null where it is not kept. */
  open: (prefix: string) => Promise<KeptVersion | null>;
  close: () => void;
};

/** Each is opened when somebody first asks for it, and closed some time after it is kept no longer. */
export function createKeptVersions({
  data,
  log,
  baseOf,
}: {
  data: string;
  log: Logger;
  /** Under which path a version is served. */
  baseOf: (version: string) => string;
}): KeptVersions {
  const opened = new Map<string, Promise<ServedFile | null>>();
  const retired = createRetired();
  const spoiled = new Set<string>();

  function drop(version: string): void {
    const dropped = opened.get(version);
    opened.delete(version);
    void dropped?.then((served) => served && retired.add(served));
  }

  async function openEntry(entry: PublishedEntry): Promise<ServedFile | null> {
    const wholly = spoiled.has(markOf(data, entry));
    const options = { base: baseOf(entry.version), wholly };
    const opening = await openPublishedMeanwhile(data, entry, options);
    if (!opening.ok) {
      log.warn({ reason: opening.reason }, 'a kept snapshot cannot be opened');
      opened.delete(entry.version);
      return null;
    }
    const onFault = () => {
      spoiled.add(markOf(data, entry));
      drop(entry.version);
    };
    return {
      ...opening.snapshot,
      watch: watchFile(opening.snapshot, { onFault, onTouched: () => {} }),
    };
  }

  return {
    async open(prefix) {
      const kept = keptIn(data);
      const versions = new Set(kept.map(({ entry }) => entry.version));
      for (const version of opened.keys()) if (!versions.has(version)) drop(version);
      const named = kept.find(({ entry }) => entry.version.startsWith(prefix));
      if (!named) return null;
      const { entry, state } = named;
      const opening = opened.get(entry.version) ?? openEntry(entry);
      opened.set(entry.version, opening);
      const served = await opening;
      if (!served) {
        opened.delete(entry.version);
        return null;
      }
      return { served, state, hold: () => retired.hold(served).release };
    },
    close() {
      for (const opening of opened.values()) void end(opening);
      opened.clear();
      retired.close();
    },
  };
}

async function end(opening: Promise<ServedFile | null>): Promise<void> {
  const served = await opening;
  served?.watch.close();
  served?.close();
}

/** What the pointer names, the one that is served first. */
function keptIn(data: string): { entry: PublishedEntry; state: KeptState }[] {
  const found = lookUpPointer(data);
  if (!found.ok) return [];
  const { before, earlier = [], withdrawnEntry } = found.pointer;
  return [
    { entry: found.pointer, state: 'CURRENT' },
    ...[...(before ? [before] : []), ...earlier].map(
      (entry) => ({ entry, state: 'EARLIER' }) as const,
    ),
    ...(withdrawnEntry ? [{ entry: withdrawnEntry, state: 'WITHDRAWN' } as const] : []),
  ];
}
