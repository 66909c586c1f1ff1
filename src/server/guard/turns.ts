/** So many milliseconds of one turn of the event loop a client may take before its others wait. */
const shareMilliseconds = 5;

/** What takes less than this is not worth counting: most questions take a tenth of it. */
const countedMilliseconds = 0.25;

export type Turns = {
  /** Waits for a client’s turn; null where it is at once, as for all who ask little. */
  wait: (client: string) => Promise<void> | null;
  /** Says that a client’s request took so many milliseconds, in which nothing else could run. */
  spend: (client: string, milliseconds: number) => void;
};

/**
 * Has clients take turns in a process that does one thing at a time. The event loop answers whatever
 * has come before it looks again; of a client that sends much at once it would answer all before
 * anybody else’s. So who has used up a share waits, and then has one request answered each turn.
 */
export function createTurns(): Turns {
  const spent = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();
  let isNextTurnAwaited = false;

  function awaitNextTurn(): void {
    if (isNextTurnAwaited) return;
    isNextTurnAwaited = true;
    setImmediate(beginTurn);
  }

  function beginTurn(): void {
    isNextTurnAwaited = false;
    spent.clear();
    for (const [client, queue] of waiting) {
      queue.shift()?.();
      if (queue.length === 0) waiting.delete(client);
    }
    if (waiting.size > 0) awaitNextTurn();
  }

  return {
    wait(client) {
      if (spent.size === 0 && waiting.size === 0) return null;
      const queue = waiting.get(client);
      if (!queue && (spent.get(client) ?? 0) < shareMilliseconds) return null;
      return new Promise((begin) => {
        if (queue) queue.push(begin);
        else waiting.set(client, [begin]);
        awaitNextTurn();
      });
    },
    spend(client, milliseconds) {
      if (milliseconds < countedMilliseconds) return;
      spent.set(client, (spent.get(client) ?? 0) + milliseconds);
      awaitNextTurn();
    },
  };
}
