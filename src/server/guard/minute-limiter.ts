import {
  RateLimiterCluster,
  RateLimiterClusterMaster,
  RateLimiterMemory,
} from 'rate-limiter-flexible';
import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { Refusal } from '../../http/refusal.ts';

/** What is left to a client, as headers, and the refusal where that is nothing. */
export type Weighed = { headers: Readonly<Record<string, string>>; refusal: Refusal | null };

/** Weighs one more request of a client. */
export type Weigh = (client: string) => Promise<Weighed>;

/** The length of the window in which clients are counted, in seconds. */
export const windowSeconds = 60;

/**
 * Counts points of each client by the minute. Of several processes the primary counts, for the kernel
 * gives the connections of one client to any of them: see `countForWorkers`.
 */
export function createMinuteLimiter(options: {
  /** Points a minute. */
  points: number;
  /** What is counted; no two limiters count the same. */
  keyPrefix: string;
  /** Whether this process is one of several. */
  shared: boolean;
}): RateLimiterMemory | RateLimiterCluster {
  const { points, keyPrefix, shared } = options;
  const bounds = { points, keyPrefix, duration: windowSeconds };
  return shared
    ? new RateLimiterCluster({ ...bounds, timeoutMs: 1000 })
    : new RateLimiterMemory(bounds);
}

/** Has the primary count for its workers, who ask it by messages. */
export const countForWorkers = () => new RateLimiterClusterMaster();

/** Seconds until a client’s count begins anew, at least one. */
export const secondsLeft = ({ msBeforeNext }: Pick<RateLimiterRes, 'msBeforeNext'>) =>
  Math.max(1, Math.ceil(msBeforeNext / 1000));

/** A policy and what is left of it, as draft-ietf-httpapi-ratelimit-headers has it. */
export function ratelimitHeaders(policy: {
  name: string;
  quota: number;
  remaining: number;
  seconds: number;
}) {
  const { name, quota, remaining, seconds } = policy;
  return {
    'ratelimit-policy': `"${name}";q=${quota};w=${windowSeconds}`,
    ratelimit: `"${name}";r=${remaining};t=${seconds}`,
  };
}

export const tooManyRequests = (
  message: string,
  { seconds, ...bound }: { limit: string; maximum: number; seconds: number },
): Refusal => ({
  status: 429,
  code: 'TOO_MANY_REQUESTS',
  message,
  ...bound,
  headers: { 'retry-after': String(seconds) },
});
