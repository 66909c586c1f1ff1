import type { RequestListener } from 'node:http';
import type { Logger } from 'pino';
import { createPlans } from '../compiler/plans.ts';
import { relations } from '../db/relations.ts';
import { schema } from '../schema/schema.ts';
import { createApp, maximumBody } from './app.ts';
import { createFront } from './http/front.ts';
import { createListener } from './http/listener.ts';
import { createValidDocuments } from './http/valid-documents.ts';
import type { Enveloped } from './http/valid-documents.ts';
import type { Snapshots } from './snapshots.ts';

export type Ways = {
  /** Whether queries are compiled, or all go to the ordinary executor. */
  compiler?: boolean;
  /** Whether compiled queries take the short way past Yoga. */
  front?: boolean;
};

/** All that answers over HTTP: the short way for plain questions, Yoga for everything else. */
export function createHandler(
  options: { snapshots: Snapshots; log: Logger; isStopping: () => boolean } & Ways,
): RequestListener {
  const { snapshots, log, isStopping, compiler = true, front = true } = options;
  const plans = compiler ? createPlans(schema, relations) : null;
  const app = createApp({ snapshots, log, isStopping, plans });
  const documentFor = createValidDocuments(() => app.getEnveloped({} as never) as Enveloped);
  return createListener({
    front: plans && front ? createFront({ plans, documentFor, snapshots }) : null,
    ordinary: app,
    maximumBody,
    log,
  });
}
