import type { Hold } from '../guard/unread-answers.ts';

/** What the listener tells about a request to whoever takes it over. */
export type RequestContext = {
  /** Who counts as one. */
  client: string;
  /** Aborted when the client has left. */
  signal: AbortSignal;
  /** Whether the fast path could not answer it. */
  triedToCompile: boolean;
  /** Whether only the head of the answer is wanted; the method then is GET, as if all were. */
  headOnly: boolean;
  /** Counts what the answer holds until the client has taken it. */
  hold: Hold;
};
