import type { Logger } from 'pino';
import type { Compiled } from '../../compiler/plan-cache.ts';
import { keepFound, runCompiled } from '../../compiler/run-compiled.ts';
import type { ReadBytes } from '../../db/client.ts';
import type { MaybeLater } from '../../db/store.ts';
import type { Work } from '../../fields/work/work.ts';
import type { ClientTurns } from '../guard/turns.ts';
import type { FileWatch } from '../snapshots/watch-file.ts';
import type { Job, Planned, PlanQuestion, QueryMessage, SnapshotName } from './messages.ts';
import type { PlanningState } from './lane.ts';
import type { Pool } from './pool.ts';
import { createQueryCounts } from './query-counts.ts';
import type { QueryCounts, RefusalReason } from './query-counts.ts';
import { errorCodesIn, refusalFor } from './refusals.ts';
import type { QueryAnswer } from './refusals.ts';
import { reckonMilliseconds, routeOf } from './route.ts';
import type { QueryRoute } from './route.ts';
import { createStatementNotes } from './statement-notes.ts';
import type { StatementNotes } from './statement-notes.ts';
import type { Reply } from './ticket.ts';

/** A question as it is known before it runs. */
type Reckoned = {
  /** Null for one that is left to the executor. */
  compiled: Compiled | null;
  /** Its document, known again by being the same. */
  document: object;
  work: Work;
  /** Whether nothing but the schema is asked for. */
  isOfSchema?: boolean;
};

/** What another process needs to know beside a question, and for whom it is asked. */
export type Asker = {
  snapshot: Omit<SnapshotName, 'place'> & { watch?: Pick<FileWatch, 'place'> | undefined };
  /** Who counts as one in taking turns. */
  client: string;
  /** Aborted when the client has left. */
  signal?: AbortSignal | undefined;
};

/** What another process needs to answer a question. */
type OffloadRequest = Asker & {
  question: QueryMessage;
  /** Whether the answer is a part of a table. */
  unbounded?: boolean | undefined;
};

/**
 * A plan; `LEFT` where the executor must answer; `WAITED` where it was not begun in time; or the answer to a client
 * that asks too much.
 */
export type PlanReply = Planned | 'LEFT' | 'WAITED' | { refusal: QueryAnswer };

/** Another process that plans questions. */
export type OtherPlanner = {
  /** For what a question would wait. */
  state: () => PlanningState;
  /** Has it made ready, and says whether it is. */
  wake: (asker: Asker) => Promise<boolean>;
  /**
   * Null where it came to no end.
   * @param patience for how many milliseconds the question waits to be begun, if not as long as any
   */
  plan: (question: PlanQuestion, asker: Asker, patience?: number) => Promise<PlanReply | null>;
};

/** The one way by which questions leave the process that serves. */
export type Offload = {
  routeOf: (reckoned: Reckoned) => QueryRoute;
  /** Runs a statement here; null where the executor must answer. */
  runHere: (compiled: Compiled, readBytes: ReadBytes) => MaybeLater<Uint8Array | null>;
  /** Answers elsewhere; null where the executor must answer. */
  answer: (
    route: QueryRoute,
    reckoned: Reckoned,
    asking: OffloadRequest,
  ) => Promise<QueryAnswer | null>;
  /** Null where nothing is planned elsewhere. */
  planner: OtherPlanner | null;
  counts: QueryCounts;
  state: Pool['state'];
};

type OffloadOptions = {
  pool: Pool | null;
  log?: Logger;
  /** Told of the processor time that a client’s question took elsewhere, in milliseconds. */
  charge?: ((client: string, milliseconds: number) => void) | null;
  /** In which order clients go on in this process once they were answered elsewhere. */
  turns?: Pick<ClientTurns, 'resume'>;
  /** Told of the codes of errors that a client is answered with. */
  onErrors?: (codes: readonly string[]) => void;
};

/** Keeps what may take long out of the process that everybody waits for; without a pool, nothing. */
export function createOffload(options: OffloadOptions): Offload {
  const { pool, log, charge, turns } = options;
  const counts = createQueryCounts();
  const notes = createStatementNotes(counts, log);
  const answerOf = createReplyReader(counts, notes, options);
  return {
    counts,
    state: () => pool?.state() ?? emptyPool,
    routeOf({ compiled, document, work, isOfSchema = false }) {
      const characters = compiled?.statement.length ?? 0;
      const routeFor = (reckoned: Work) =>
        pool
          ? (pool.routeOf ?? routeOf)(reckoned, meansOf(compiled), { characters, isOfSchema })
          : 'HERE';
      const route = () => {
        const first = routeFor(work);
        if (first === 'HERE') return first;
        if (notes.isMisreckoned(compiled, document)) return 'LONG';
        return compiled ? routeFor(notes.boundedWork(compiled)) : first;
      };
      counts.reckoned.rows += work.rows;
      counts.reckoned.bytes += work.bytes;
      const taken = route();
      counts.questions[taken] += 1;
      return taken;
    },
    runHere: createRunHere(counts, notes),
    planner: plannerOf(counts, answerOf, options),
    async answer(route, { compiled, document, work }, asking) {
      if (!pool || route === 'HERE') return null;
      const { client, signal } = asking;
      const estimated = reckonMilliseconds(work, meansOf(compiled));
      const reply = await pool.ask(
        { job: jobOf(compiled, asking), route, client, milliseconds: estimated, signal },
        (reason, took) => {
          counts.stops[reason] += 1;
          if (reason === 'moved') notes.moved(compiled, document, { estimated, took });
        },
      );
      if ('milliseconds' in reply) charge?.(client, reply.milliseconds);
      // Many may be answered at once, and each may still have much to do here.
      await turns?.resume(client);
      return answerOf(reply, compiled);
    },
  };
}

function createRunHere(counts: QueryCounts, notes: StatementNotes): Offload['runHere'] {
  return (compiled, readBytes) => {
    const given = (body: Uint8Array | null) => {
      if (body) counts.answered.bytes += body.byteLength;
      else counts.answered.withoutValue += 1;
      return body && (compiled.plan.finish?.(body) ?? body);
    };
    const failed = (error: unknown) => {
      notes.failed(compiled, String(error));
      return null;
    };
    try {
      const body = bodyOf(compiled, readBytes);
      return body instanceof Promise ? body.then(given).catch(failed) : given(body);
    } catch (error) {
      return failed(error);
    }
  };
}

/** Asks the pool for plans, at the charge of whoever asks for them. */
function plannerOf(
  counts: QueryCounts,
  answerOf: ReturnType<typeof createReplyReader>,
  { pool, charge, turns }: OffloadOptions,
): OtherPlanner | null {
  const state = pool?.planning;
  if (!state) return null;
  const ask = (question: PlanQuestion, asker: Asker, patience?: number) => {
    const { client, signal, snapshot } = asker;
    const job = { kind: 'plan', question, snapshot: nameOf(snapshot), unbounded: false } as const;
    return pool.ask({ job, route: 'SHORT', client, milliseconds: 0, signal, patience });
  };
  return {
    state,
    async wake({ snapshot }) {
      const reply = await ask({ query: '{ __typename }' }, { client: '', snapshot });
      return reply.outcome === 'planned';
    },
    async plan(question, asker, patience) {
      const { client } = asker;
      const reply = await ask(question, asker, patience);
      if ('milliseconds' in reply) charge?.(client, reply.milliseconds);
      await turns?.resume(client);
      if (reply.outcome === 'none') return 'LEFT';
      if (reply.outcome === 'planned') {
        counts.plannedElsewhere += 1;
        return reply.planned;
      }
      if (reply.outcome === 'unheard' && reply.reason === 'WAITED' && patience !== undefined)
        return 'WAITED';
      const refusal = reply.outcome === 'unheard' ? answerOf(reply, null) : null;
      return refusal && { refusal };
    },
  };
}

/** What the statement of an answer gives, and others before it where there are any. */
const bodyOf = (compiled: Compiled, readBytes: ReadBytes) =>
  compiled.before
    ? runCompiled(compiled, readBytes)
    : readBytes(compiled.statement, compiled.values, compiled.isOfNamed);

/** Makes an answer of what the pool replies, and counts it; null where the executor must answer. */
function createReplyReader(
  counts: QueryCounts,
  notes: StatementNotes,
  { log, onErrors = () => {} }: OffloadOptions,
): (reply: Reply, compiled: Compiled | null) => QueryAnswer | null {
  function withErrorsTold(answered: QueryAnswer): QueryAnswer {
    onErrors(errorCodesIn(answered.body));
    return answered;
  }

  function refuse(reason: RefusalReason, more?: Parameters<typeof refusalFor>[1]): QueryAnswer {
    counts.refusals[reason] += 1;
    return withErrorsTold(refusalFor(reason, more));
  }

  return (reply, compiled) => {
    switch (reply.outcome) {
      case 'answer':
        counts.answered.bytes += reply.body.byteLength;
        keepFound(compiled?.before, reply.found);
        if (compiled) notes.answered(compiled, reply.body.byteLength);
        return withErrorsTold({
          ...reply,
          body: compiled?.plan.finish?.(reply.body) ?? reply.body,
        });
      case 'none':
      case 'planned':
        counts.answered.withoutValue += 1;
        return null;
      case 'failed':
        if (compiled) notes.failed(compiled, reply.message);
        return null;
      case 'too large':
        return refuse('too_large', { bytes: reply.bytes });
      case 'unheard':
        return refuse(unheardAs[reply.reason]);
      case 'stopped':
        counts.stops[stoppedAs[reply.bound].stop] += 1;
        return refuse(stoppedAs[reply.bound].refusal, { isByClock: reply.bound === 'clock' });
      case 'broken':
        log?.error('a query process ended while it answered, or its snapshot is gone');
        return refuse('broken');
    }
  };
}

const emptyPool = { waiting: 0, processes: 0, processorSeconds: 0, memoryBytes: 0 };

const meansOf = (compiled: Compiled | null) => (compiled ? 'STATEMENT' : 'EXECUTOR');

function jobOf(
  compiled: Compiled | null,
  { question, snapshot, unbounded = false }: OffloadRequest,
): Job {
  const shared = { snapshot: nameOf(snapshot), unbounded };
  if (!compiled) return { ...shared, kind: 'question', question };
  const { statement, values, isOfNamed = false } = compiled;
  const before = compiled.before?.map(({ keep: _keep, ...rows }) => rows);
  const own = { statement, values, isOfNamed, ...(before && { before }) };
  return { ...shared, kind: 'statement', ...own };
}

function nameOf({ file, version, counts, base, watch }: Asker['snapshot']): SnapshotName {
  return { file, version, counts, base, place: watch?.place() };
}

const unheardAs = {
  CLIENT_FULL: 'client_full',
  FULL: 'full',
  WAITED: 'waited',
  LEFT: 'left',
  CLOSED: 'broken',
} as const;

const stoppedAs = {
  processor: { stop: 'timeout', refusal: 'timeout' },
  // PostgreSQL ends a statement by the clock.
  clock: { stop: 'timeout', refusal: 'timeout' },
  wall: { stop: 'timeout', refusal: 'stalled' },
  queued: { stop: 'queued', refusal: 'stalled' },
  memory: { stop: 'memory', refusal: 'too_large' },
  // One that was set back is asked once more, unless nobody waits for it.
  room: { stop: 'left', refusal: 'left' },
  left: { stop: 'left', refusal: 'left' },
} as const;
