import { GraphQLError, Kind, getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { readVariables } from '../../fields/variables.ts';
import type { Estimates } from '../../fields/work/estimate.ts';
import type { Context } from '../../schema/context.ts';
import { letGo } from '../../validation/let-go.ts';
import { parseWithin } from '../../validation/parse-within.ts';
import { resolveOperation } from '../../validation/resolve-operation.ts';
import { ownRules } from '../../validation/rules.ts';
import { faultInVariables } from '../../validation/values.ts';

/** Refuses queries that go beyond the limits before anything is asked of the database. */
export function useLimits({
  schema,
  estimates,
}: {
  schema: GraphQLSchema;
  estimates: Estimates;
}): Plugin<Context & { unbounded?: boolean; params?: GraphQLParams }> {
  return {
    onParams({ params }) {
      const fault = faultInVariables(params.variables);
      if (fault) throw asRequestError(fault);
    },
    onParse({ setParseFn }) {
      setParseFn((source: unknown) => parseWithin(String(source)));
      return ({ result, context: { params } }) => {
        // What is parsed for later has no question yet; what cannot be parsed says so itself.
        if (params && isDocument(result)) resolveOperation(result, params.operationName);
      };
    },
    onValidate({ addValidationRule }) {
      for (const rule of ownRules) addValidationRule(rule);
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
        setResultAndStopExecution({ errors: errors.map(asRequestError) });
        return;
      }
      const { statistics } = context.snapshot;
      try {
        const { unbounded: isUnbounded } = context;
        estimates.workOf({ document, operation, variables, statistics, isUnbounded });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        setResultAndStopExecution({ errors: [asRequestError(error)] });
      }
    },
  };
}

const isDocument = (result: unknown): result is DocumentNode =>
  (result as DocumentNode | null)?.kind === Kind.DOCUMENT;

/**
 * An error without data beside it. GraphQL over HTTP wants status 400 for it, but beside `application/json`
 * 200; Yoga knows that of its own errors alone.
 */
function asRequestError(error: GraphQLError): GraphQLError {
  error.extensions['http'] = { spec: true, status: 400 };
  return error;
}
