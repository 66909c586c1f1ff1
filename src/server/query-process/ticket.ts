import type { Job } from './messages.ts';
import type { Finished } from './query-process.ts';
import type { QueryRoute } from './route.ts';
import type { Overflow, Turn } from './turns.ts';

/**
 * What is answered by one process each: statements that are short, those that may be long, and
 * questions that are to be planned or are left to the executor, for which only one process has to load the schema.
 */
export type LaneName = 'STATEMENT' | 'EXECUTOR' | 'LONG';

/** Why a question was not begun. */
type Unheard = Overflow | 'WAITED' | 'LEFT' | 'CLOSED';

export type Reply = Finished | { outcome: 'unheard'; reason: Unheard };

export type TicketRequest = {
  job: Job;
  route: Exclude<QueryRoute, 'HERE'>;
  /** Who counts as one in taking turns. */
  client: string;
  /** Milliseconds of a processor that it is reckoned to take. */
  milliseconds: number;
  /** Aborted when the client has left. */
  signal?: AbortSignal | undefined;
  /** For how many milliseconds it waits to be begun, if not as long as any. */
  patience?: number | undefined;
};

/** A question on its way: it waits in a lane, is begun, and ends. */
export type Ticket = Turn<LaneName> & {
  job: Job;
  /** Whether it is known to need more memory than its lane’s share. */
  isLarge: boolean;
  /** Milliseconds of a processor that it took before it was moved to another lane. */
  usedMilliseconds: number;
  /** Told when it begins to wait. */
  wait: () => void;
  /** Told when its turn has come. */
  begin: () => void;
  finish: (finished: Finished) => void;
  settle: (reply: Reply) => void;
};

type Hooks = {
  /** How long it may wait. */
  waitMilliseconds: number;
  /** It has waited too long, or its client has left. */
  onOver: (ticket: Ticket, reason: 'WAITED' | 'LEFT') => void;
  onFinished: (ticket: Ticket, finished: Finished) => void;
  onSettled: (reply: Reply) => void;
};

export function createTicket(asked: TicketRequest, hooks: Hooks): Ticket {
  const { job, route, client, milliseconds, signal } = asked;
  const { patience = hooks.waitMilliseconds } = asked;
  const onAbort = () => hooks.onOver(ticket, 'LEFT');
  let timer: NodeJS.Timeout | undefined;
  const ticket: Ticket = {
    job,
    isLarge: false,
    usedMilliseconds: 0,
    client,
    milliseconds,
    since: performance.now(),
    lane: job.kind !== 'statement' ? 'EXECUTOR' : route === 'LONG' ? 'LONG' : 'STATEMENT',
    wait() {
      timer = setTimeout(() => hooks.onOver(ticket, 'WAITED'), patience);
    },
    begin: () => clearTimeout(timer),
    finish: (finished) => hooks.onFinished(ticket, finished),
    settle(reply) {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      hooks.onSettled(reply);
    },
  };
  signal?.addEventListener('abort', onAbort);
  return ticket;
}
