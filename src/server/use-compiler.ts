import type { Plugin } from 'graphql-yoga';
import type { Plans } from '../compiler/plans.ts';
import type { ReadBytes } from '../db/client.ts';
import type { Context } from '../schema/context.ts';

/** What a compiled answer needs beside what resolvers see. */
export type WithBytes = Context & {
  readBytes: ReadBytes;
  /** Whether the compiler had its turn already. */
  triedToCompile?: boolean;
};

/**
 * Answers a query by the one statement that it compiles to, whose value goes out as it is. What
 * cannot be compiled, and what ends in an error, goes to the ordinary executor.
 */
export function useCompiler({ plans }: { plans: Plans }): Plugin<WithBytes> {
  return {
    onExecute({ args, context, setResultAndStopExecution }) {
      if (context.triedToCompile) return;
      const compiled = plans.compiledFor({
        document: args.document,
        operationName: args.operationName,
        variables: args.variableValues,
        context,
      });
      const bytes = compiled && context.readBytes(compiled.statement, compiled.values);
      if (!bytes) return;
      // What Yoga calls a text goes into the Response as it is: bytes are as good.
      const written = { stringify: () => bytes as unknown as string };
      setResultAndStopExecution(written as never);
    },
  };
}
