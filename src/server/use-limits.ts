import { getOperationAST, getVariableValues } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costOf } from '../fields/cost.ts';
import { limits } from '../limits.ts';
import { limitRule } from './limits/limit-rule.ts';
import { parseWithin } from './limits/parse-within.ts';
import { tooComplex } from '../fields/too-complex.ts';
import { faultInVariables } from './limits/values.ts';

/** How many errors of variables are told at once. */
const maxErrors = 20;

/** Refuses queries that go beyond the limits before anything is asked of the database. */
export function useLimits({ schema }: { schema: GraphQLSchema }): Plugin {
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
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { document, operationName, variableValues } = args;
      const given = variableValues ?? {};
      // What is counted from the variables is known only where they are what they are declared as.
      const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
      const { errors } = getVariableValues(schema, declared, given, { maxErrors });
      if (errors) {
        setResultAndStopExecution({ errors });
        return;
      }
      const cost = costOf(schema, document, operationName)(given);
      if (cost <= limits.cost.value) return;
      const advice = 'Ask for smaller pages, or for fewer of them in each other.';
      setResultAndStopExecution({ errors: [tooComplex('cost', cost, advice)] });
    },
  };
}
