import {
  RateLimiterCluster,
  RateLimiterClusterMaster,
  RateLimiterMemory,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Refusal } from '../http/refusal.ts';

/** What is left to a client, as headers, and the refusal where that is nothing. */
export type Weighed = { headers: Readonly<Record<string, string>>; refusal: Refusal | null };

/** Counts one more request of a client. */
export type Weigh = (client: string) => Promise<Weighed>;

const seconds = 60;

/**
 * Counts the requests of each client. Of several processes the primary counts, for the kernel
 * gives the connections of one client to any of them: see `countForWorkers`.
 */
export function createRate(options: {
  /** How many a minute. */
  most: number;
  /** Whether this process is one of several. */
  shared: boolean;
  /** Told where the primary does not say in time; the request is then let through. */
  onError: (error: unknown) => void;
}): Weigh {
  const { most, shared, onError } = options;
  const bounds = { points: most, duration: seconds, keyPrefix: 'requests' };
  const limiter = shared
    ? new RateLimiterCluster({ ...bounds, timeoutMs: 1000 })
    : new RateLimiterMemory(bounds);

  /** As draft-ietf-httpapi-ratelimit-headers has it. */
  function headersOf({ remainingPoints, msBeforeNext }: RateLimiterRes) {
    return {
      'ratelimit-policy': `"default";q=${most};w=${seconds}`,
      ratelimit: `"default";r=${remainingPoints};t=${inSeconds(msBeforeNext)}`,
    };
  }

  return async (client) => {
    try {
      return { headers: headersOf(await limiter.consume(client)), refusal: null };
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        const wait = inSeconds(error.msBeforeNext);
        return { headers: headersOf(error), refusal: tooMany(most, wait) };
      }
      onError(error);
      return { headers: {}, refusal: null };
    }
  };
}

/** Has the primary count for its workers, who ask it by messages. */
export const countForWorkers = () => new RateLimiterClusterMaster();

const inSeconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

const tooMany = (most: number, wait: number): Refusal => ({
  status: 429,
  code: 'TOO_MANY_REQUESTS',
  message: `More than ${most} requests in a minute came from your address; try again in ${wait} s.`,
  headers: { 'retry-after': String(wait) },
});
