import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { createPlans } from '../compiler/plans.ts';
import { relations } from '../db/relations.ts';
import { limits } from '../limits.ts';
import { schema } from '../schema/schema.ts';
import { createApp } from './app.ts';
import { createFront } from './http/front.ts';
import { createListener } from './http/listener.ts';
import { createValidDocuments } from './http/valid-documents.ts';
import type { Enveloped } from './http/valid-documents.ts';
import { createCostly } from './lane/costly.ts';
import type { Lane } from './lane/lane.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Series } from './metrics/series.ts';
import type { Snapshots } from './snapshots.ts';

/** The other processes that answer at the same address. */
export type Siblings = {
  /** What tells this process from them. */
  name: string;
  /** What all of them have counted, this one included. */
  gather: () => Promise<readonly Series[]>;
};

export type Ways = {
  /** Whether queries are compiled, or all go to the ordinary executor. */
  compiler?: boolean;
  /** Whether compiled queries take the short way past Yoga. */
  front?: boolean;
};

export type Handler = {
  listener: RequestListener;
  /** What this process has counted. */
  readMetrics: () => Series;
  close: () => void;
};

/** All that answers over HTTP: the short way for plain questions, Yoga for everything else. */
export function createHandler(
  options: {
    snapshots: Snapshots;
    log: Logger;
    isStopping: () => boolean;
    siblings?: Siblings;
    /** Where what may take long is answered; without it, here. */
    lane?: Lane;
  } & Ways,
): Handler {
  const { snapshots, log, isStopping, siblings, lane, compiler = true, front = true } = options;
  const costly = createCostly(lane ?? null);
  const plans = compiler ? createPlans(schema, relations) : null;
  const metrics = createMetrics({ plans, snapshots, ...(siblings && { worker: siblings.name }) });
  const gather = siblings?.gather ?? (() => Promise.resolve([metrics.read()]));
  const app = createApp({ snapshots, log, isStopping, plans, costly, gather });
  const documentFor = createValidDocuments(() => app.getEnveloped({} as never) as Enveloped);
  const listener = createListener({
    front: plans && front ? createFront({ plans, documentFor, snapshots, costly }) : null,
    ordinary: app,
    maximumBody: limits.bodyBytes.value,
    onAnswered(answered) {
      metrics.count(answered);
      log.debug(answered, 'answered');
    },
    onError: (error) => {
      log.error(error);
    },
  });
  return {
    listener,
    readMetrics: metrics.read,
    close() {
      log.debug(plans?.counts, 'what the compiler did');
      metrics.close();
      lane?.close();
    },
  };
}
