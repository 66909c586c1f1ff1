import {
  createMinuteLimiter,
  ratelimitHeaders,
  secondsLeft,
  tooManyRequests,
  windowSeconds,
} from './minute-limiter.ts';
import type { Weigh } from './minute-limiter.ts';

/** The limiter counts whole points: microseconds. */
const pointsPerSecond = 1_000_000;

/** What a client has used is told to the limiter in pieces of so many milliseconds, or once a second. */
const pieceMilliseconds = 20;
const tellingMilliseconds = 1000;

export type ProcessorBudget = {
  /** Says what is left to a client, and refuses its request where nothing is. */
  weigh: Weigh;
  /** Counts milliseconds of processor time that a client’s question took. */
  charge: (client: string, milliseconds: number) => void;
};

/**
 * A budget of processor time for each client and minute. A question is let in while anything is left,
 * since nobody knows beforehand what it takes; the next one waits for the next minute.
 */
export function createProcessorBudget(options: {
  /** Seconds of processor time a minute. */
  seconds: number;
  /** Whether this process is one of several. */
  shared: boolean;
  /** Told where the primary does not say in time; the request is then let through. */
  onError: (error: unknown) => void;
}): ProcessorBudget {
  const { seconds, shared, onError } = options;
  const limiter = createMinuteLimiter({
    points: seconds * pointsPerSecond,
    keyPrefix: 'processor',
    shared,
  });
  /** Milliseconds that the limiter was not told of yet: most questions take a fraction of one. */
  const untold = new Map<string, number>();
  let telling: NodeJS.Timeout | null = null;

  function tell(client: string): void {
    const milliseconds = untold.get(client) ?? 0;
    untold.delete(client);
    const points = Math.round((milliseconds / 1000) * pointsPerSecond);
    void limiter.penalty(client, points).catch(onError);
  }

  function tellAll(): void {
    telling = null;
    for (const client of untold.keys()) tell(client);
  }

  async function read(client: string) {
    const count = await limiter.get(client);
    const used = (count?.consumedPoints ?? 0) / pointsPerSecond;
    return { left: seconds - used, resets: count ? secondsLeft(count) : windowSeconds };
  }

  return {
    async weigh(client) {
      try {
        const { left, resets } = await read(client);
        // Rounded up: while anything is left, a question is let in.
        const remaining = Math.max(0, Math.ceil(left));
        const headers = ratelimitHeaders({
          name: 'processor',
          quota: seconds,
          remaining,
          seconds: resets,
        });
        if (left > 0) return { headers, refusal: null };
        const message = `Questions from your address may take ${seconds} s of the processor a minute, and have; try again in ${resets} s, or ask for less.`;
        const bound = { limit: 'processorBudget', maximum: seconds, seconds: resets };
        return { headers, refusal: tooManyRequests(message, bound) };
      } catch (error) {
        onError(error);
        return { headers: {}, refusal: null };
      }
    },
    charge(client, milliseconds) {
      const sum = (untold.get(client) ?? 0) + milliseconds;
      untold.set(client, sum);
      if (sum >= pieceMilliseconds) tell(client);
      else telling ??= setTimeout(tellAll, tellingMilliseconds).unref();
    },
  };
}
