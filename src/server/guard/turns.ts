import type { ClientUsage } from './client-usage.ts';
import { standingOf } from './standing.ts';

/** So many milliseconds of one turn of the event loop requests may take before others wait for the next. */
const turnMilliseconds = 5;

/** What takes less than this is not worth counting: most questions take a tenth of it. */
const countedMilliseconds = 0.25;

/** Milliseconds that a request may wait of which nothing is known. */
const usualGrace = 20;

type Waiting = { client: string; milliseconds: number; since: number; begin: () => void };

export type ClientTurns = {
  /**
   * Waits for a client’s turn; null where it is at once.
   * @param grace milliseconds that the request may wait for others, the more it is likely to take
   */
  wait: (client: string, grace?: number) => Promise<void> | null;
  /** Says that a client’s request took so many milliseconds, in which nothing else could run. */
  spend: (client: string, milliseconds: number) => void;
  /** Does what takes long in a client’s turn, so that others have theirs before and after it. */
  run: <Result>(client: string, work: () => Result) => Promise<Result>;
};

/**
 * Has clients take turns in a process that does one thing at a time. The event loop answers whatever
 * has come before it looks again; where that is much, it is parted into turns, and the next request is
 * that of the client who has used least lately, what it is likely to take included. So a small question
 * waits for one large one at most, however many clients send such, be they newcomers or not.
 */
export function createTurns({ usage }: { usage: ClientUsage }): ClientTurns {
  let spent = 0;
  const waiting = new Set<Waiting>();
  let isNextTurnAwaited = false;

  function awaitNextTurn(): void {
    if (isNextTurnAwaited) return;
    isNextTurnAwaited = true;
    setImmediate(() => void takeTurn());
  }

  /** Lets one request after the other begin, until they have taken enough of this turn. */
  async function takeTurn(): Promise<void> {
    isNextTurnAwaited = false;
    spent = 0;
    while (waiting.size > 0 && hasTime()) {
      beginNext();
      // What it does at once is done, and counted, before this goes on.
      // oxlint-disable-next-line no-await-in-loop -- they begin one by one
      await Promise.resolve();
    }
    if (waiting.size > 0) awaitNextTurn();
  }

  const hasTime = () => spent < turnMilliseconds;

  function beginNext(): void {
    let first: Waiting | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const each of waiting) {
      const standing = standingOf(each, usage.of(each.client));
      if (standing < least) [first, least] = [each, standing];
    }
    if (!first) return;
    waiting.delete(first);
    first.begin();
  }

  function wait(client: string, grace = usualGrace): Promise<void> | null {
    if (hasTime() && waiting.size === 0) return null;
    return new Promise((begin) => {
      waiting.add({ client, milliseconds: grace, since: performance.now(), begin });
      awaitNextTurn();
    });
  }

  function spend(client: string, milliseconds: number): void {
    spent += milliseconds;
    if (milliseconds >= countedMilliseconds) usage.charge(client, milliseconds);
    awaitNextTurn();
  }

  async function run<Result>(client: string, work: () => Result): Promise<Result> {
    const turn = wait(client);
    if (turn) await turn;
    const begun = performance.now();
    try {
      return work();
    } finally {
      spend(client, performance.now() - begun);
    }
  }

  return { wait, spend, run };
}
