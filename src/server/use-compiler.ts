import type { Plugin } from 'graphql-yoga';
import type { Plans } from '../compiler/plans.ts';
import type { ReadBytes } from '../db/client.ts';
import type { Context } from '../schema/context.ts';
import type { Costly } from './lane/costly.ts';

/** What a compiled answer needs beside what resolvers see. */
export type WithBytes = Context & {
  readBytes: ReadBytes;
  /** The name of the snapshot's file. */
  file: string;
  /** Whether the compiler had its turn already. */
  triedToCompile?: boolean;
};

/**
 * Answers a query by the one statement that it compiles to, whose value goes out as it is. What may
 * take long is answered by another process. What cannot be compiled, and what ends in an error, goes
 * to the ordinary executor.
 */
export function useCompiler({
  plans,
  costly,
}: {
  plans: Plans;
  costly: Costly;
}): Plugin<WithBytes> {
  return {
    async onExecute({ args, context, setResultAndStopExecution }) {
      const { snapshot, file, readBytes, params, triedToCompile } = context;
      const compiled = triedToCompile
        ? null
        : plans.compiledFor({
            document: args.document,
            operationName: args.operationName,
            variables: args.variableValues,
            context,
            statistics: snapshot.statistics,
          });
      const finish = (body: Uint8Array, status = 200) => {
        // What Yoga calls a text goes into the Response as it is: bytes are as good.
        const stringify = () => body as unknown as string;
        setResultAndStopExecution({ stringify, extensions: { http: { status } } } as never);
      };
      if (params.query && costly.isCostly(compiled, snapshot.counts)) {
        const { query, variables, operationName } = params;
        const type = context.request.headers.get('accept') ?? 'application/json';
        const asked = { query, variables, operationName, type };
        const { version, counts } = snapshot;
        const question = { ...asked, snapshot: { file, version, counts } };
        const { body, status } = await costly.answer(question, compiled);
        return finish(body, status);
      }
      const bytes =
        compiled && costly.run(compiled, () => readBytes(compiled.statement, compiled.values));
      if (bytes) finish(bytes);
    },
  };
}
