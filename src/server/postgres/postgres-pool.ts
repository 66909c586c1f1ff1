import { GraphQLError } from 'graphql';
import { runSteps } from '../../compiler/run-compiled.ts';
import { isLostConnection, isTimeout } from '../../db/postgres/connections/failures.ts';
import type { PostgresStore } from '../../db/postgres/open-store.ts';
import { limits, postgresBounds } from '../../limits.ts';
import type { ClientUsage } from '../guard/client-usage.ts';
import type { Job, Result, SnapshotName } from '../query-process/messages.ts';
import type { Pool } from '../query-process/pool.ts';
import type { Finished } from '../query-process/query-process.ts';
import { refusalFor } from '../query-process/refusals.ts';
import { routeOf } from '../query-process/route.ts';
import { createTicket } from '../query-process/ticket.ts';
import type { LaneName, Reply, Ticket } from '../query-process/ticket.ts';
import { createTurns } from '../query-process/turns.ts';

type Options = {
  /** What holds a version, with its addresses under a path; null where that is open no longer. */
  storeOf: (
    snapshot: Pick<SnapshotName, 'version' | 'base'>,
  ) => Pick<PostgresStore, 'readBytes'> | null;
  usage: ClientUsage;
};

/** How many statements of each kind run at once: what is short always finds a connection. */
const most: Readonly<Record<LaneName, number>> = {
  STATEMENT: postgresBounds.connections,
  LONG: postgresBounds.connections / 2,
  EXECUTOR: 0,
};

/**
 * Has PostgreSQL run statements, each in its turn; what is left to the executor stays in this process, which
 * waits for PostgreSQL only.
 */
export function createPostgresPool({ storeOf, usage }: Options): Pool {
  const turns = createTurns<LaneName, Ticket>({
    usage,
    perClient: limits.waitingPerClient.value,
    total: limits.waiting.value,
  });
  const running: Record<LaneName, number> = { STATEMENT: 0, LONG: 0, EXECUTOR: 0 };
  let closed = false;

  function advance(lane: LaneName): void {
    while (running[lane] < most[lane]) {
      const ticket = turns.next(lane);
      if (!ticket) return;
      void run(ticket);
    }
  }

  async function run(ticket: Ticket): Promise<void> {
    const { lane, job, client } = ticket;
    running[lane] += 1;
    ticket.begin();
    const begun = performance.now();
    const result = await resultOf(job, storeOf);
    const milliseconds = performance.now() - begun;
    running[lane] -= 1;
    usage.charge(client, milliseconds);
    ticket.finish({ ...result, milliseconds });
    advance(lane);
  }

  return {
    // No statement waits for another in this process; what is not one can be answered nowhere else.
    routeOf: (work, means, more) => {
      if (means === 'EXECUTOR') return 'HERE';
      const route = routeOf(work, means, more);
      return route === 'HERE' ? 'SHORT' : route;
    },
    ask(asked) {
      if (closed) return Promise.resolve({ outcome: 'unheard', reason: 'CLOSED' });
      if (asked.signal?.aborted) return Promise.resolve({ outcome: 'unheard', reason: 'LEFT' });
      const { promise, resolve } = Promise.withResolvers<Reply>();
      const ticket = createTicket(asked, {
        waitMilliseconds: limits.waitMilliseconds.value,
        onOver: (over, reason) => {
          if (turns.leave(over)) over.settle({ outcome: 'unheard', reason });
        },
        onFinished: (over, finished) => {
          over.settle(finished);
        },
        onSettled: resolve,
      });
      ticket.wait();
      const over = turns.enter(ticket);
      over?.refused.settle({ outcome: 'unheard', reason: over.reason });
      advance(ticket.lane);
      return promise;
    },
    state: () => ({ waiting: turns.size(), processes: 0, processorSeconds: 0, memoryBytes: 0 }),
    close() {
      closed = true;
      for (const ticket of turns.clear()) ticket.settle({ outcome: 'unheard', reason: 'CLOSED' });
    },
  };
}

type Ended = Result | Pick<Finished & { outcome: 'stopped' }, 'outcome' | 'bound'>;

async function resultOf(job: Job, storeOf: Options['storeOf']): Promise<Ended> {
  const store = storeOf(job.snapshot);
  if (!store || job.kind !== 'statement') return { outcome: 'broken' };
  try {
    const { body, found } = await runSteps(job, store.readBytes);
    if (!body) return { outcome: 'none' };
    const bytes = body.byteLength;
    return bytes > limits.answerBytes.value && !job.unbounded
      ? { outcome: 'too large', bytes }
      : { outcome: 'answer', status: 200, body, found };
  } catch (error) {
    const refusal = errorFor(error);
    if (!(refusal instanceof GraphQLError)) return { outcome: 'failed', message: String(error) };
    const isTooLong = refusal.extensions['code'] === 'QUERY_TIMEOUT';
    return isTooLong ? { outcome: 'stopped', bound: 'clock' } : { outcome: 'broken' };
  }
}

/** What a question is answered with where PostgreSQL has not: in the words of all other refusals. */
export function errorFor(error: unknown): unknown {
  if (error instanceof GraphQLError) return error;
  const reason = isTimeout(error) ? 'timeout' : isLostConnection(error) ? 'broken' : null;
  if (reason === null) return error;
  const { status, headers, body } = refusalFor(reason, { isByClock: true });
  const { errors } = JSON.parse(Buffer.from(body).toString()) as {
    errors: [{ message: string; extensions: Record<string, unknown> }];
  };
  const [{ message, extensions }] = errors;
  const http = status === 200 ? {} : { http: { status, headers: { ...headers } } };
  return new GraphQLError(message, { extensions: { ...extensions, ...http } });
}
