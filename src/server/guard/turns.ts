import type { ClientUsage } from './client-usage.ts';
import { standingOf } from './standing.ts';

/** So many milliseconds of one turn of the event loop requests may take before others wait for the next. */
const turnMilliseconds = 5;

/** What takes less than this is not worth counting: most questions take a tenth of it. */
const countedMilliseconds = 0.25;

/** Milliseconds that a request may wait of which nothing is known. */
const usualGrace = 20;

/**
 * Milliseconds that one may wait which goes on after something else, to make a page or an answer: it takes
 * some ten, and may wait a hundred times that.
 */
const resumedGrace = 1000;

/**
 * So often the event loop looks at what has come after a request that took a whole turn or more, before
 * another begins. It accepts one connection each time: if each time another such request began, a small
 * question on a connection of its own would wait for all whose connections were there before it. To look
 * when nothing has come takes ten microseconds.
 */
const looksAfterLong = 64;

/** Milliseconds that a request may wait for others; asked anew each time, as more may be known by then. */
type Grace = number | (() => number);

type Waiting = { client: string; grace: Grace; since: number; begin: () => void };

export type ClientTurns = {
  /**
   * Waits for a client’s turn; null where it is at once.
   * @param grace milliseconds that the request may wait for others, the more it is likely to take
   */
  wait: (client: string, grace?: Grace) => Promise<void> | null;
  /** Says that a client’s request took so many milliseconds, in which nothing else could run. */
  spend: (client: string, milliseconds: number) => void;
  /**
   * Says that a client’s request begins to do what cannot be timed, since it is done in many small steps:
   * all of them until the event loop looks again are its turn, and nobody else begins meanwhile.
   */
  occupy: (client: string) => void;
  /** Waits for a client’s turn to go on, after something else was waited for, and occupies it. */
  resume: (client: string) => Promise<void>;
  /** Does what takes long in a client’s turn, so that others have theirs before and after it. */
  run: <Result>(client: string, work: () => Result) => Promise<Result>;
};

/** Takes out the one whose turn it is. */
function takeFirst(waiting: Set<Waiting>, usage: ClientUsage): Waiting | null {
  let first: Waiting | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of waiting) {
    const { client, grace, since } = each;
    const milliseconds = typeof grace === 'number' ? grace : grace();
    const standing = standingOf({ milliseconds, since }, usage.of(client));
    if (standing < least) [first, least] = [each, standing];
  }
  if (first) waiting.delete(first);
  return first;
}

/** What one turn of the event loop has room for, and what it went to. */
function createRoom(usage: ClientUsage) {
  let spent = 0;
  let looks = 0;
  let occupant: { client: string; since: number } | null = null;

  function spend(client: string, milliseconds: number): void {
    spent += milliseconds;
    if (milliseconds >= turnMilliseconds) looks = looksAfterLong;
    if (milliseconds >= countedMilliseconds) usage.charge(client, milliseconds);
  }

  function vacate(): void {
    if (!occupant) return;
    const { client, since } = occupant;
    occupant = null;
    spend(client, performance.now() - since);
  }

  return {
    spend,
    // Two that go on together, such as the parts of one page, share a turn.
    occupy: (client: string) => void (occupant ??= { client, since: performance.now() }),
    hasTime: () => spent < turnMilliseconds && !occupant,
    isLooking: () => looks > 0,
    /** Begins the next turn; false where it is only for looking at what has come. */
    beginTurn(): boolean {
      vacate();
      spent = 0;
      if (looks === 0) return true;
      looks -= 1;
      return false;
    },
  };
}

/**
 * Has clients take turns in a process that does one thing at a time. The event loop answers whatever
 * has come before it looks again; where that is much, it is parted into turns, and the next request is
 * that of the client who has used least lately, what it is likely to take included. So a small question
 * waits for one large one at most, however many clients send such, be they newcomers or not.
 */
export function createTurns({ usage }: { usage: ClientUsage }): ClientTurns {
  const room = createRoom(usage);
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
    if (!room.beginTurn()) return awaitNextTurn();
    while (waiting.size > 0 && room.hasTime()) {
      takeFirst(waiting, usage)?.begin();
      // What it does at once is done, and counted, before this goes on.
      // oxlint-disable-next-line no-await-in-loop -- they begin one by one
      await Promise.resolve();
    }
    if (waiting.size > 0 || room.isLooking()) awaitNextTurn();
  }

  function wait(client: string, grace: Grace = usualGrace): Promise<void> | null {
    if (room.hasTime() && waiting.size === 0 && !room.isLooking()) return null;
    return new Promise((begin) => {
      waiting.add({ client, grace, since: performance.now(), begin });
      awaitNextTurn();
    });
  }

  function spend(client: string, milliseconds: number): void {
    room.spend(client, milliseconds);
    awaitNextTurn();
  }

  function occupy(client: string): void {
    room.occupy(client);
    awaitNextTurn();
  }

  async function resume(client: string): Promise<void> {
    const turn = wait(client, resumedGrace);
    if (turn) await turn;
    occupy(client);
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

  return { wait, spend, occupy, resume, run };
}
