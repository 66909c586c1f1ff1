import type { ClientUsage } from '../guard/client-usage.ts';
import { standingOf } from '../guard/standing.ts';

/** A question that waits for its turn. */
export type Turn<Lane> = {
  client: string;
  lane: Lane;
  /** Milliseconds of a processor that it is reckoned to take. */
  milliseconds: number;
  /** When it began to wait, in milliseconds of a clock that never goes back. */
  since: number;
};

/** Why a question may not wait: its client has too many waiting, or all together have. */
export type Overflow = 'CLIENT_FULL' | 'FULL';

export type Turns<Lane, Item extends Turn<Lane>> = {
  /** Takes a question in; where there is no room, says which one has to go, maybe this one. */
  enter: (item: Item) => { refused: Item; reason: Overflow } | null;
  /** Takes out the question whose turn it is, of those that may begin; null where none waits in this lane. */
  next: (lane: Lane, mayBegin?: (item: Item) => boolean) => Item | null;
  /** Takes a question out; false where it did not wait. */
  leave: (item: Item) => boolean;
  /** Takes all of them out. */
  clear: () => readonly Item[];
  isEmpty: (lane: Lane) => boolean;
  size: () => number;
};

/**
 * Lets clients take turns: the next question is the one whose client has used least, what it asks
 * for included. So a newcomer never waits behind the queue of one who asks much, and what is small
 * comes before what is costly; where two are equal, whoever came first.
 */
export function createTurns<Lane, Item extends Turn<Lane>>(options: {
  usage: Pick<ClientUsage, 'of'>;
  /** How many questions of one client may wait. */
  perClient: number;
  /** How many may wait in all. */
  total: number;
}): Turns<Lane, Item> {
  const { usage, perClient, total } = options;
  /** In the order in which they came. */
  const waiting: Item[] = [];
  const counts = new Map<string, number>();

  function count(client: string, by: 1 | -1): void {
    const now = (counts.get(client) ?? 0) + by;
    if (now > 0) counts.set(client, now);
    else counts.delete(client);
  }

  function take(at: number): Item | null {
    const [item = null] = at < 0 ? [] : waiting.splice(at, 1);
    if (item) count(item.client, -1);
    return item;
  }

  /** The newest question of whoever has the most waiting, if that is more than one who enters has. */
  function giveWay(entering: number): Item | null {
    const most = Math.max(...counts.values());
    if (most <= entering) return null;
    return take(waiting.findLastIndex(({ client }) => counts.get(client) === most));
  }

  return {
    enter(item) {
      const ofClient = (counts.get(item.client) ?? 0) + 1;
      if (ofClient > perClient) return { refused: item, reason: 'CLIENT_FULL' };
      const refused = waiting.length < total ? null : (giveWay(ofClient) ?? item);
      if (refused !== item) {
        waiting.push(item);
        count(item.client, 1);
      }
      return refused && { refused, reason: 'FULL' };
    },
    next(lane, mayBegin = () => true) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (const [at, item] of waiting.entries()) {
        if (item.lane !== lane || !mayBegin(item)) continue;
        const standing = standingOf(item, usage.of(item.client));
        if (standing < least) [best, least] = [at, standing];
      }
      return take(best);
    },
    leave: (item) => take(waiting.indexOf(item)) !== null,
    clear() {
      counts.clear();
      return waiting.splice(0);
    },
    isEmpty: (lane) => !waiting.some((item) => item.lane === lane),
    size: () => waiting.length,
  };
}
