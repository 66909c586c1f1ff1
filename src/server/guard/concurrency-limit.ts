/** Which bound keeps one more out: the client’s own, or that of all clients together. */
export type Exceeded = 'client' | 'total';

export type ConcurrencyLimit = {
  /** Takes a place for a client; where there is none, takes none and says which bound is reached. */
  enter: (client: string) => Exceeded | null;
  /** Gives back a place that was taken. */
  leave: (client: string) => void;
  /** How many places a client has. */
  countOf: (client: string) => number;
};

/** Counts what is under way at once, of each client and in all. */
export function createConcurrencyLimit({
  total = Number.POSITIVE_INFINITY,
  perClient = Number.POSITIVE_INFINITY,
}: {
  total?: number;
  perClient?: number;
}): ConcurrencyLimit {
  const counts = new Map<string, number>();
  let all = 0;
  const countOf = (client: string) => counts.get(client) ?? 0;
  return {
    countOf,
    enter(client) {
      const count = countOf(client);
      if (count >= perClient) return 'client';
      if (all >= total) return 'total';
      counts.set(client, count + 1);
      all += 1;
      return null;
    },
    leave(client) {
      const count = countOf(client);
      if (count > 1) counts.set(client, count - 1);
      else counts.delete(client);
      all -= 1;
    },
  };
}
