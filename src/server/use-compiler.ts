import type { Plugin } from 'graphql-yoga';
import type { Compiled, Plans } from '../compiler/plans.ts';
import type { ReadBytes } from '../db/client.ts';
import type { Context } from '../schema/context.ts';
import type { Offload } from './query-process/offload.ts';
import { provisionalWork } from './query-process/provisional-work.ts';
import { holdsErrors } from './query-process/refusals.ts';
import type { Answered } from './query-process/refusals.ts';
import type { Asker } from './table/pages.ts';

/** What a compiled answer needs beside what resolvers see. */
export type WithBytes = Context &
  Asker & {
    readBytes: ReadBytes;
    /** The name of the snapshot's file. */
    file: string;
    /** Whether the compiler had its turn already. */
    triedToCompile?: boolean;
    /** Whether the answer is a part of a table. */
    unbounded?: boolean;
  };

/**
 * Answers a query by the one statement that it compiles to, whose value goes out as it is. What may
 * take long is answered by another process. What cannot be compiled, and what ends in an error, goes
 * to the ordinary executor.
 */
export function useCompiler({
  plans,
  offload,
}: {
  plans: Plans;
  offload: Offload;
}): Plugin<WithBytes> {
  async function answer(
    document: object,
    compiled: Compiled | null,
    context: WithBytes & { params: Params; request: Request },
  ): Promise<Answered | null> {
    const { snapshot, file, readBytes, params, client = '', signal, unbounded } = context;
    const work = provisionalWork(compiled?.plan ?? null, snapshot.counts);
    const reckoned = { compiled, document, work };
    const route = params.query ? offload.routeOf(reckoned) : 'HERE';
    if (route === 'HERE' || !params.query) {
      const body = compiled && offload.runHere(compiled, readBytes);
      return body && { status: 200, body };
    }
    const { query, variables, operationName } = params;
    const type = context.request.headers.get('accept') ?? 'application/json';
    const question = { query, variables, operationName, type };
    const named = { file, ...snapshot };
    return offload.answer(route, reckoned, {
      question,
      snapshot: named,
      client,
      signal,
      unbounded,
    });
  }

  return {
    async onExecute({ args, context, setResultAndStopExecution }) {
      const { document, operationName, variableValues: variables } = args;
      const compiled = context.triedToCompile
        ? null
        : plans.compiledFor({ document, operationName, variables, context });
      const answered =
        (await answer(document, compiled, context)) ??
        // What the statement cannot answer may still be too much for this process.
        (compiled && (await answer(document, null, context)));
      if (!answered) return;
      const { body, status, headers } = answered;
      // What Yoga calls a text goes into the Response as it is: bytes are as good.
      const stringify = () => body as unknown as string;
      const http = { status, ...(headers && { headers }) };
      // That it holds errors is told, so that no cache keeps it.
      const errors = holdsErrors(body) && { errors: [] };
      setResultAndStopExecution({ stringify, extensions: { http }, ...errors } as never);
    },
  };
}

type Params = {
  query?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
};
