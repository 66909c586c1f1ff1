import type { Logger } from 'pino';
import type { OnStatement } from '../db/client.ts';
import { markOf, openCurrentMeanwhile, openServable, readPointer } from '../db/pointer.ts';
import type { Opened } from '../db/pointer.ts';

/** How long an old snapshot stays open for the requests that it was pinned to. */
const graceSeconds = 60;

export type Snapshots = {
  /** The snapshot that a request which starts now is answered from. */
  current: () => Opened;
  /** The same, kept open until it is released, however many new ones are published. */
  hold: () => { snapshot: Opened; release: () => void };
  /** Why the newest published snapshot is not the one that is served; null when it is. */
  problem: () => string | null;
  close: () => void;
};

/**
 * Opens the published snapshot and follows it: a newly published one is checked and takes over for
 * the requests that start after; one that fails its check is not served, and the old one goes on.
 * Whoever starts then serves the one that was published before it.
 * @throws when there is no snapshot to start with
 */
export function followSnapshots(options: {
  data: string;
  log: Logger;
  pollMilliseconds?: number;
  onStatement?: OnStatement;
}): Snapshots {
  const { data, log, pollMilliseconds = 1000, onStatement } = options;
  const watched = onStatement ? { onStatement } : {};
  const first = openServable(data, watched);
  if (!first.ok) throw new Error(first.reason);

  let current = first.snapshot;
  let problem: string | null = null;
  /** Which one has failed its check: a large file is not read every second to fail again. */
  let refused: string | null = null;
  let following: Promise<void> | null = null;
  let closed = false;
  const retired = new Map<Opened, NodeJS.Timeout>();
  const held = new Map<Opened, number>();

  function refuse(reason: string, mark: string): void {
    refused = mark;
    if (problem === reason) return;
    problem = reason;
    log.error({ reason }, 'the newest snapshot cannot be served; the one before goes on');
  }

  async function follow(): Promise<void> {
    const pointer = readPointer(data);
    if (pointer?.sha256 === current.version) {
      problem = null;
      refused = null;
      return;
    }
    const mark = markOf(data, pointer);
    if (mark === refused) return;
    const next = await openCurrentMeanwhile(data, watched);
    // Nobody's question has to wait until its statement is prepared for the new data.
    if (next.ok) await next.snapshot.prepareAsIn(current);
    if (closed) {
      if (next.ok) next.snapshot.close();
    } else if (next.ok) {
      log.info({ from: current.version, to: next.snapshot.version }, 'a new snapshot is served');
      retire(current);
      current = next.snapshot;
      problem = null;
      refused = null;
    } else {
      refuse(next.reason, mark);
    }
  }

  if (first.problem !== null) refuse(first.problem, markOf(data, readPointer(data)));

  function retire(old: Opened): void {
    const close = () => {
      if (held.has(old)) return wait();
      retired.delete(old);
      old.close();
    };
    const wait = () => {
      retired.set(old, setTimeout(close, graceSeconds * 1000).unref());
    };
    wait();
  }

  const poll = setInterval(() => {
    following ??= follow().finally(() => {
      following = null;
    });
  }, pollMilliseconds).unref();
  return {
    current: () => current,
    hold() {
      const snapshot = current;
      let holding = true;
      held.set(snapshot, (held.get(snapshot) ?? 0) + 1);
      return {
        snapshot,
        release() {
          if (!holding) return;
          holding = false;
          const others = (held.get(snapshot) ?? 1) - 1;
          if (others > 0) held.set(snapshot, others);
          else held.delete(snapshot);
        },
      };
    },
    problem: () => problem,
    close() {
      closed = true;
      clearInterval(poll);
      for (const [old, timer] of retired) {
        clearTimeout(timer);
        old.close();
      }
      current.close();
    },
  };
}
