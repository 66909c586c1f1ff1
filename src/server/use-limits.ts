import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { costOf } from '../fields/cost.ts';
import { limits } from '../limits.ts';
import { limitRule } from './limits/limit-rule.ts';
import { parseWithin } from './limits/parse-within.ts';
import { tooComplex } from './limits/too-complex.ts';
import { anyIsTooDeep } from './limits/value-depth.ts';

/** Refuses queries that go beyond the limits before anything is asked of the database. */
export function useLimits({ schema }: { schema: GraphQLSchema }): Plugin {
  return {
    onParams({ params }) {
      if (!anyIsTooDeep(params.variables)) return;
      throw tooComplex('valueDepth', null, 'Filter in fewer steps from one thing to the next.');
    },
    onParse({ setParseFn }) {
      setParseFn((source: unknown) => parseWithin(String(source)));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(limitRule);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { document, operationName, variableValues } = args;
      const cost = costOf(schema, document, operationName)(variableValues ?? {});
      if (cost <= limits.cost.value) return;
      const advice = 'Ask for smaller pages, or for fewer of them in each other.';
      setResultAndStopExecution({ errors: [tooComplex('cost', cost, advice)] });
    },
  };
}
