import { RateLimiterRes } from 'rate-limiter-flexible';
import {
  createMinuteLimiter,
  ratelimitHeaders,
  secondsLeft,
  tooManyRequests,
} from './minute-limiter.ts';
import type { Weigh } from './minute-limiter.ts';

/** Counts the requests of each client. */
export function createRate(options: {
  /** How many a minute. */
  most: number;
  /** Whether this process is one of several. */
  shared: boolean;
  /** Told where the primary does not say in time; the request is then let through. */
  onError: (error: unknown) => void;
}): Weigh {
  const { most, shared, onError } = options;
  const limiter = createMinuteLimiter({ points: most, keyPrefix: 'requests', shared });

  const headersOf = (count: RateLimiterRes) =>
    ratelimitHeaders({
      name: 'requests',
      quota: most,
      remaining: count.remainingPoints,
      seconds: secondsLeft(count),
    });

  return async (client) => {
    try {
      return { headers: headersOf(await limiter.consume(client)), refusal: null };
    } catch (error) {
      if (error instanceof RateLimiterRes) {
        const seconds = secondsLeft(error);
        const message = `At most ${most} requests a minute are answered to one address, and more came from yours; try again in ${seconds} s.`;
        const refusal = tooManyRequests(message, { limit: 'rateLimit', maximum: most, seconds });
        return { headers: headersOf(error), refusal };
      }
      onError(error);
      return { headers: {}, refusal: null };
    }
  };
}
