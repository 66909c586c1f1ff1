import { accessSync, constants } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileOf, identityAt } from '../../db/snapshot/held-file.ts';
import type { Opened } from '../../db/snapshot/open-published.ts';
import { proveFile } from './prove-file.ts';
import { readBehind } from './read-behind.ts';

/** The file of an open snapshot, under watch. */
export type FileWatch = {
  /**
   * Looks whether the file was touched, at the cost of one system call a millisecond at most.
   * @returns null where it was not; otherwise what ends once its digest is known, which for a large
   * file is not to be waited for
   */
  look: () => Promise<void> | null;
  /** Looks, and waits for the digest however large the file is; whether it is what was published. */
  isSound: () => Promise<boolean>;
  /** Why the file is not what was published any more; null while it is. */
  fault: () => string | null;
  /** Why others cannot find the file under its name; null while they can. */
  lostName: () => string | null;
  /** Where others find it, and how they know that it is the same. */
  place: () => WatchedPlace;
  close: () => void;
};

type WatchedPlace = { path: string; identity: string };

/** For so many milliseconds a file that was not touched is taken to be so: many questions come within one. */
const heldMilliseconds = 1;

/** Files up to so many bytes are proven anew before anything else is answered from them: some 150 ms. */
const quickBytes = 256 << 20;

/** Milliseconds between two pieces of a megabyte, where nobody waits: four megabytes a second. */
const gentlePace = 250;

/** Milliseconds between two rounds through the whole file. */
const betweenRounds = 10_000;

/**
 * Watches the file of an open snapshot. A change leaves a trace that is looked for whenever something
 * is asked; what leaves none, such as a failing disk, is found by reading the whole file round by round. A
 * large file that was opened by what it says of itself is first of all read whole.
 * @param events `onFault` is told once, when the content is not what was published; `onTouched` when
 * the file was touched and its content is still right
 */
export function watchFile(
  opened: Opened,
  events: { onFault: (reason: string) => void; onTouched: () => void },
): FileWatch {
  const { held, file, path } = opened;
  const size = held.size();
  let fault: string | null = null;
  let checking: Promise<void> | null = null;
  const closing = new AbortController();

  function fail(reason: string): void {
    if (fault !== null || closing.signal.aborted) return;
    fault = `${file} ${reason}`;
    closing.abort();
    events.onFault(fault);
  }

  const { prove, identity, expect } = proveFile(opened, {
    onTouched: events.onTouched,
    fail,
    isOver: () => fault !== null,
  });
  const isTouched = () => identityOr(held.identity) !== identity();
  const wasTouched = heldWhileFalse(isTouched);

  function proveTouched(touched = isTouched): Promise<void> | null {
    if (fault !== null || (!checking && !touched())) return null;
    checking ??= prove().finally(() => {
      checking = null;
    });
    return checking;
  }

  async function readWhole(): Promise<void> {
    const read = await readBehind(opened, closing.signal);
    if (read?.fault === null) expect(read.sha256);
    else if (read) fail(`was changed: ${read.fault}`);
  }

  if (!opened.isReadWhole) void readWhole();
  goRound(prove, closing.signal);

  return {
    look() {
      const looking = proveTouched(wasTouched);
      return size <= quickBytes ? looking : null;
    },
    isSound: async () => {
      await proveTouched();
      return fault === null;
    },
    fault: () => fault,
    lostName: () => lostName(path, file, identityOr(held.identity)),
    place: () => ({ path, identity: identity() }),
    close: () => closing.abort(),
  };
}

/** Asks no sooner again after a no than a while later. */
function heldWhileFalse(ask: () => boolean): () => boolean {
  let until = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now < until) return false;
    const answer = ask();
    if (!answer) until = now + heldMilliseconds;
    return answer;
  };
}

/** Reads the whole file again and again, some time after each round, until it is aborted. */
function goRound(prove: (pause: number) => Promise<void>, signal: AbortSignal): void {
  async function rounds(): Promise<void> {
    while (!signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- a round begins some time after the one before
      await wait(betweenRounds, undefined, { ref: false, signal });
      // oxlint-disable-next-line no-await-in-loop -- the same
      await prove(gentlePace);
    }
  }
  // It ends when the watch does.
  rounds().catch(() => {});
}

/** What cannot be asked for its identity has none: it is read then, and that says why. */
function identityOr(identity: () => string): string | null {
  try {
    return identity();
  } catch {
    return null;
  }
}

function lostName(path: string, file: string, identity: string | null): string | null {
  try {
    const there = identityAt(path);
    if (there === null) return `${file} is missing`;
    if (fileOf(there) !== fileOf(identity ?? '')) return `${file} was replaced by another file`;
    accessSync(path, constants.R_OK);
    return null;
  } catch (error) {
    return `${file} cannot be opened (${(error as NodeJS.ErrnoException).code})`;
  }
}
