import type { LimitName } from '../limits.ts';
import type { Refusal } from './refusal.ts';

/**
 * That there is no room at present; `message` says for what, and the client may come again in a second.
 * @param bound the limit that is reached, and its value
 */
export const unavailable = (
  message: string,
  bound: { limit: LimitName; maximum: number },
): Refusal => ({
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: `${message} Try again in a second.`,
  ...bound,
  headers: { 'retry-after': '1' },
});
