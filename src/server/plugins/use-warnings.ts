import type { Plugin } from 'graphql-yoga';
import type { Warn } from '../../fields/codes/unknown-codes.ts';
import type { WithBytes } from './use-compiler.ts';

/** Puts beside the answers of the executor what is to be said of the question. */
export function useWarnings({ warn }: { warn: Warn }): Plugin<WithBytes> {
  return {
    onExecute({ args: { document, operationName, variableValues }, context }) {
      // A part of a table has no room for words.
      if (context.unbounded) return;
      return {
        async onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result || !result.data) return;
          const variables = variableValues as Readonly<Record<string, unknown>> | null | undefined;
          const warnings = await warn({ document, operationName, variables, store: context });
          if (warnings.length === 0) return;
          setResult({ ...result, extensions: { ...result.extensions, warnings } });
        },
      };
    },
  };
}
