import type { Logger } from 'pino';
import type { OnStatement } from '../db/client.ts';
import { openPublishedMeanwhile } from '../db/open-published.ts';
import type { Entry, Opened, Opening } from '../db/open-published.ts';
import { lookUpPointer, markOf, openServable } from '../db/pointer.ts';
import type { Pointer } from '../db/pointer.ts';
import { createLastResort } from './snapshots/last-resort.ts';
import { createRetired } from './snapshots/retired.ts';
import { watchFile } from './snapshots/watch-file.ts';
import type { FileWatch } from './snapshots/watch-file.ts';

/** A snapshot that is served; its file is under watch. */
export type Served = Opened & { watch: FileWatch };

export type Snapshots = {
  /** The snapshot that a request which starts now is answered from. */
  current: () => Served;
  /** The same, kept open until it is released, however many new ones are published. */
  hold: () => { snapshot: Served; release: () => void };
  /**
   * Looks whether the file of the current snapshot is as it was published. Null where it is; otherwise
   * to be waited for: then another is current, or nothing can be served.
   */
  settle: () => Promise<void> | null;
  /** Whether the current snapshot is what was published, as far as is known. */
  isServable: () => boolean;
  /** Why the newest published snapshot is not the one that is served; null when it is. No path is named. */
  problem: () => string | null;
  close: () => void;
};

type FollowOptions = {
  data: string;
  log: Logger;
  /** How often to look; with null the first one is held to the end. */
  pollMilliseconds?: number | null;
  onStatement?: OnStatement;
};

/**
 * Opens the published snapshot and follows it: a newly published one is checked and takes over for
 * the requests that start after; one that fails its check is not served, and the old one goes on.
 * Whoever starts then serves the one that was published before it; and so does whoever notices that
 * the file of the one that is served has changed.
 * @throws when there is no snapshot to start with
 */
export function followSnapshots(options: FollowOptions): Snapshots {
  const { data, log, pollMilliseconds = 1000, onStatement } = options;
  const watched = onStatement ? { onStatement } : {};
  const first = openServable(data, watched);
  if (!first.ok) throw new Error(`nothing can be served from ${data}: ${first.reason}`);

  let problem: string | null = null;
  /** Which one has failed its check: a large file is not read every second to fail again. */
  let refused: string | null = null;
  /** The last pointer that could be understood. */
  let pointer: Pointer | null = null;
  let following: Promise<void> | null = null;
  let closed = false;
  const lastResort = createLastResort();
  const retired = createRetired();
  let current = serve(first.snapshot);

  function serve(opened: Opened): Served {
    lastResort.keep(opened);
    const watch = watchFile(opened, {
      onFault: (reason) => {
        if (current.watch !== watch) return;
        log.error({ reason }, 'the file that is served was changed');
        // What is under way may be about to open the next one; whatever it finds, this is over.
        void (following ?? Promise.resolve()).then(follow);
      },
      onTouched: () => void follow(),
    });
    return { ...opened, watch };
  }

  function tell(reason: string): void {
    if (problem === reason) return;
    problem = reason;
    log.error({ reason }, 'the newest snapshot cannot be served; another goes on');
  }

  function take(opened: Opened): void {
    log.info({ from: current.version, to: opened.version }, 'a new snapshot is served');
    retired.add(current);
    current = serve(opened);
  }

  /** Opens a snapshot and lets it take over; says why it cannot. */
  async function tryEntry(entry: Entry): Promise<Opening> {
    const next = await openPublishedMeanwhile(data, entry, watched);
    // Nobody's question has to wait until its statement is prepared for the new data.
    if (!next.ok) return next;
    if (isUsable())
      await next.snapshot.prepareAsIn(current).catch((error: unknown) => log.warn(error));
    if (closed) next.snapshot.close();
    else take(next.snapshot);
    return next;
  }

  const isUsable = () => current.watch.fault() === null;

  /** Goes by the pointer; says why the snapshot that it names is not served, if it is not. */
  async function followPointer(): Promise<string | null> {
    const found = lookUpPointer(data);
    if (!found.ok) return found.reason;
    ({ pointer } = found);
    const isCurrent = pointer.sha256 === current.version && !lastResort.isServing(current);
    if (isCurrent && lossOf(current) === null) return null;
    const mark = markOf(data, pointer);
    if (mark === refused) return problem;
    const next = await tryEntry(pointer);
    if (next.ok) return null;
    // What the system alone refuses may go well the next time.
    refused = next.error ? null : mark;
    return next.reason;
  }

  const lossOf = ({ watch }: Served) => watch.fault() ?? watch.lostName();

  /** Replaces a snapshot whose file is lost by the one before it, or by what is left of it. */
  async function fallBack(reason: string): Promise<string> {
    const before = pointer?.before;
    if (before && before.sha256 !== current.version && (await tryEntry(before)).ok) return reason;
    const copy = await lastResort.open(current, watched);
    if (closed) {
      if (copy.ok) copy.snapshot.close();
    } else if (copy.ok) take(copy.snapshot);
    else if (isUsable()) return `${reason}; it goes on from the open file: ${copy.reason}`;
    else return `${reason}; nothing is left to serve: ${copy.reason}`;
    return `${reason}; a private copy is served`;
  }

  async function followOnce(): Promise<void> {
    let reason: string | null;
    try {
      reason = await followPointer();
      const loss = closed ? null : lossOf(current);
      if (loss !== null && !lastResort.hasFailed(current)) reason = await fallBack(loss);
    } catch (error) {
      reason = `the data folder cannot be followed (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
      log.error(error);
    }
    if (closed) return;
    if (reason !== null) return tell(reason);
    problem = null;
    refused = null;
  }

  function follow(): Promise<void> {
    following ??= followOnce().finally(() => {
      following = null;
    });
    return following;
  }

  const opened = lookUpPointer(data);
  if (opened.ok) ({ pointer } = opened);
  if (first.problem !== null) {
    refused = markOf(data, pointer);
    tell(first.problem);
  }

  const poll =
    pollMilliseconds === null
      ? undefined
      : setInterval(() => void follow(), pollMilliseconds).unref();
  return {
    current: () => current,
    hold: () => retired.hold(current),
    settle() {
      const looking = current.watch.look();
      if (looking) return looking.then(() => following ?? undefined);
      return isUsable() ? null : following;
    },
    isServable: isUsable,
    problem: () => problem,
    close() {
      closed = true;
      clearInterval(poll);
      retired.close();
      close(current);
      lastResort.close();
    },
  };
}

function close({ watch, close: closeFile }: Served): void {
  watch.close();
  closeFile();
}
