import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import type { OnStatement } from '../../db/client.ts';
import { openServable } from '../../db/snapshot/pointer.ts';
import { Following } from './following.ts';
import type { Served, ServedFile } from './served.ts';

export type Snapshots<One extends Served = Served> = {
  /** The snapshot that a request which starts now is answered from. */
  current: () => One;
  /** The same, kept open until it is released, however many new ones are published. */
  hold: () => { snapshot: One; release: () => void };
  /**
   * Looks whether the file of the current snapshot is as it was published. Null where it is; otherwise
   * to be waited for: then another is current, or nothing can be served.
   */
  settle: () => Promise<void> | null;
  /** Whether the current snapshot is what was published, as far as is known. */
  isServable: () => boolean;
  /** Why the newest published snapshot is not the one that is served; null when it is. No path is named. */
  problem: () => string | null;
  /** Where the data come from a server that may lag: what is published there, and how far behind it is. */
  lag?: () => { published: string; isStandby: boolean; secondsBehind: number | null };
  close: () => void;
};

/**
 * Opens the published snapshot and follows it: a newly published one is checked, a large one without being
 * read whole (that follows in the background), and takes over for the requests that start after; one that fails its check is not served, and the old one goes on.
 * Whoever starts then serves the one that was published before it; and so does whoever notices that
 * the file of the one that is served has changed.
 * @throws when there is no snapshot to start with
 */
export function followSnapshots(options: {
  data: string;
  log: Logger;
  /** How often to look; with null only what becomes of the first one is looked for. */
  pollMilliseconds?: number | null;
  onStatement?: OnStatement;
  /** Bytes of a file that is read whole before it is served; what tests set otherwise. */
  readAtOnceBytes?: number;
}): Snapshots<ServedFile> {
  const { data, log, pollMilliseconds = 1000, onStatement, readAtOnceBytes } = options;
  const opening = {
    ...(onStatement && { onStatement }),
    ...(readAtOnceBytes !== undefined && { readAtOnceBytes }),
  };
  const first = openServable(data, opening);
  if (!first.ok) {
    const isOther = statSync(data, { throwIfNoEntry: false })?.isDirectory() === false;
    const remedy = isOther ? 'name one with --data' : `run npm run import -- --data ${data}`;
    throw new Error(`nothing can be served from ${data}: ${first.reason}; ${remedy}`);
  }
  const following = new Following(first.snapshot, first.problem, { data, log, opening });
  const follow = () => void following.follow();
  const poll = pollMilliseconds === null ? undefined : setInterval(follow, pollMilliseconds);
  poll?.unref();
  return {
    current: () => following.current,
    hold: () => following.retired.hold(following.current),
    settle() {
      const looking = following.current.watch.look();
      if (looking) return looking.then(() => following.running ?? undefined);
      return following.isServable() ? null : following.running;
    },
    isServable: following.isServable,
    problem: () => following.problem,
    close() {
      clearInterval(poll);
      following.close();
    },
  };
}
