import type { Refusal } from './refusal.ts';

/** That there is no room at present; `message` says for what, and the client may come again in a second. */
export const unavailable = (message: string): Refusal => ({
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: `${message} Try again in a second.`,
  headers: { 'retry-after': '1' },
});
