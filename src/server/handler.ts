import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import type { NotCompiled } from '../compiler/compile-context.ts';
import { createPlanCache } from '../compiler/plan-cache.ts';
import type { PlanCache } from '../compiler/plan-cache.ts';
import type { Dialect } from '../db/postgres/dialects.ts';
import { relations } from '../db/relations.ts';
import { createWarn } from '../fields/codes/unknown-codes.ts';
import { createEstimates } from '../fields/work/estimate.ts';
import type { Estimates } from '../fields/work/estimate.ts';
import type { FeedEntry } from '../pages/feed/feed.ts';
import { schema } from '../schema/schema.ts';
import { createApp } from './app.ts';
import { createClientUsage } from './guard/client-usage.ts';
import type { ClientUsage } from './guard/client-usage.ts';
import { createGuard } from './guard/guard.ts';
import { createProcessorBudget } from './guard/processor-budget.ts';
import { createRate } from './guard/rate.ts';
import { createTurns } from './guard/turns.ts';
import { createUnreadAnswers } from './guard/unread-answers.ts';
import { boundsWith } from './http/server-bounds.ts';
import type { ServerBounds } from './http/server-bounds.ts';
import { createCaching } from './http/caching.ts';
import type { Gate } from './connections/close.ts';
import { createFastPath } from './http/fast-path.ts';
import { corsHeaders } from '../http/headers.ts';
import { createListener } from './http/listener.ts';
import type { OpenConnections } from './connections/open-connections.ts';
import { unservable } from './http/unservable.ts';
import { createValidDocuments } from './http/valid-documents.ts';
import type { Enveloped } from './http/valid-documents.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Series } from './metrics/series.ts';
import type { Pool } from './query-process/pool.ts';
import { createOffload } from './query-process/offload.ts';
import type { KeptVersions } from './snapshots/kept-versions.ts';
import type { Snapshots } from './snapshots/snapshots.ts';

/** The other processes that answer at the same address. */
export type Cluster = {
  /** What tells this process from them. */
  name: string;
  /** What all of them have counted, this one included. */
  gather: () => Promise<readonly Series[]>;
};

export type HandlerOptions = {
  /** Whether queries are compiled, or all go to the ordinary executor. */
  compiler?: boolean;
  /** Whether compiled queries take the fast path past Yoga. */
  front?: boolean;
  /** The pages that may ask; `*` for all. */
  corsOrigin?: readonly string[];
  /** Whether a proxy stands before the server and says who asks. */
  trustProxy?: boolean;
  /** How many requests a minute each client may send; as many as it likes if not said. */
  rateLimit?: number | undefined;
  /** Seconds of processor time that each client may take a minute; as many as it likes if not said. */
  processorBudget?: number | undefined;
  /** For how many seconds caches may keep an answer; a minute if not said. */
  cacheSeconds?: number | undefined;
  /** Whether answers in JSON tell how they were made; for developers, never by default. */
  explain?: boolean;
};

export type Handler = {
  listener: RequestListener;
  /** What this process has counted. */
  readMetrics: () => Series;
  close: () => void;
};

type HandlerParts = {
  snapshots: Snapshots;
  /** In which words the database is asked; in SQLite's if not said. */
  dialect?: Dialect;
  log: Logger;
  isStopping: () => boolean;
  siblings?: Cluster;
  bounds?: ServerBounds;
  connections?: OpenConnections;
  /** Where requests wait for a moment while the server stops. */
  gate?: Gate;
  /** Where what may take long is answered; without it, here. */
  pool?: Pool;
  /** The snapshots that can still be read. */
  kept?: KeptVersions;
  /** What was published until now, the oldest first. */
  history?: () => readonly FeedEntry[];
  /** How much of the processor each client has used lately, here and in the pool. */
  usage?: ClientUsage;
};

const defaults = {
  compiler: true,
  front: true,
  corsOrigin: ['*'],
  trustProxy: false,
  explain: false,
} as const;

/** All that answers over HTTP: the fast path for simple requests, Yoga for everything else. */
export function createHandler(options: HandlerParts & HandlerOptions): Handler {
  const { snapshots, log, isStopping, siblings, pool, bounds = boundsWith() } = options;
  const { compiler, front, corsOrigin, trustProxy, explain } = { ...defaults, ...options };
  const { usage = createClientUsage() } = options;
  const onErrors = (codes: readonly string[]) => metrics.countErrors(codes);
  const onError = (error: unknown) => log.error(error);
  const turns = createTurns({ usage });
  const { charge, weighings } = createWeighings(options, onError);
  const offload = createOffload({ pool: pool ?? null, log, charge, turns, onErrors });
  const estimates = createEstimates(schema);
  const plans = compiler ? createPlans(estimates, log, options.dialect) : null;
  const metrics = createMetrics({ plans, snapshots, offload, worker: siblings?.name });
  const open = corsHeaders(corsOrigin);
  const caching = createCaching(snapshots, options.cacheSeconds);
  const shared = { snapshots, plans, warn: createWarn(schema), offload, turns, open, caching };
  const app = createApp({
    ...shared,
    log,
    isStopping,
    estimates,
    gather: siblings?.gather ?? (() => Promise.resolve([metrics.read()])),
    onErrors,
    explains: explain,
    ...(options.kept && { kept: options.kept }),
    ...(options.history && { history: options.history }),
  });
  const documents = createValidDocuments(() => app.getEnveloped({} as never) as Enveloped);
  const { unreadBytesPerClient: perClient, unreadBytes: total, bodyBytes: maximumBody } = bounds;
  const listener = createListener({
    guard: createGuard({ bounds, weighings, open }),
    // Explanations are added by a plugin of Yoga, so nothing may bypass it.
    front:
      plans && front && !explain ? createFastPath({ ...shared, plans, documents, usage }) : null,
    ordinary: app,
    unread: createUnreadAnswers({ perClient, total }),
    maximumBody,
    trustProxy,
    ...(options.connections && { connections: options.connections }),
    ...(options.gate && { gate: options.gate }),
    settle: snapshots.settle,
    isServable: snapshots.isServable,
    unservable: unservable[options.dialect ?? 'sqlite'],
    turns,
    charge,
    onAnswered(answered) {
      metrics.count(answered);
      log.debug(answered, 'answered');
    },
    onRefused: metrics.countRefusal,
    onError,
  });
  return {
    listener,
    readMetrics: metrics.read,
    close() {
      log.debug(plans?.counts, 'counts of the compiler');
      metrics.close();
      pool?.close();
    },
  };
}

function createPlans(estimates: Estimates, log: Logger, dialect: Dialect | undefined): PlanCache {
  const onNotCompiled = ({ reason, message }: NotCompiled) => {
    if (reason !== 'INTROSPECTION')
      log.warn({ reason, at: message }, 'an operation is not compiled');
  };
  return createPlanCache(schema, relations, { dialect, estimates, onNotCompiled });
}

/** What counts the requests of each client, and their processor time, as far as either is bounded. */
function createWeighings(
  { siblings, rateLimit, processorBudget }: HandlerParts & HandlerOptions,
  onError: (error: unknown) => void,
) {
  const shared = siblings !== undefined;
  const rate = rateLimit ? createRate({ most: rateLimit, shared, onError }) : null;
  const budget = processorBudget
    ? createProcessorBudget({ seconds: processorBudget, shared, onError })
    : null;
  return {
    charge: budget?.charge ?? null,
    weighings: [rate, budget?.weigh].filter((weigh) => weigh != null),
  };
}
