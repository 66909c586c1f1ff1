import { GraphQLError, getOperationAST } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { readVariables } from '../../fields/variables.ts';
import type { Estimates } from '../../fields/work/estimate.ts';
import type { Context } from '../../schema/context.ts';
import { letGo } from '../../validation/let-go.ts';
import { limitRule } from '../../validation/limit-rule.ts';
import { parseWithin } from '../../validation/parse-within.ts';
import { faultInVariables } from '../../validation/values.ts';

/** Refuses queries that go beyond the limits before anything is asked of the database. */
export function useLimits({
  schema,
  estimates,
}: {
  schema: GraphQLSchema;
  estimates: Estimates;
}): Plugin<Context & { unbounded?: boolean }> {
  return {
    onParams({ params }) {
      const fault = faultInVariables(params.variables);
      if (fault) throw fault;
    },
    onParse({ setParseFn }) {
      setParseFn((source: unknown) => parseWithin(String(source)));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(limitRule);
      return ({ result }) => {
        for (const error of result) letGo(error);
      };
    },
    onExecute({ args, context, setResultAndStopExecution }) {
      const { document, operationName, variableValues } = args;
      const rawVariables = variableValues ?? {};
      // What is counted from the variables is known only where they are what they are declared as.
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const { errors, variableValues: variables } = readVariables(schema, operation, rawVariables);
      if (errors) {
        setResultAndStopExecution({ errors });
        return;
      }
      const { statistics } = context.snapshot;
      try {
        const { unbounded: isUnbounded } = context;
        estimates.workOf({ document, operation, variables, statistics, isUnbounded });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        setResultAndStopExecution({ errors: [error] });
      }
    },
  };
}
