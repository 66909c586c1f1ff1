import { getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Statistics } from '../db/statistics/statistics.ts';
import { readVariables } from '../fields/read-variables.ts';
import { createEstimates } from '../fields/work/estimates.ts';
import type { Estimates } from '../fields/work/estimates.ts';
import type { Work } from '../fields/work/work.ts';
import { NotCompiled, notCompiledReasons } from './compile-context.ts';
import type { NotCompiledReason, Relations } from './compile-context.ts';
import { shapeOf } from '../fields/variable-shape.ts';
import type { VariableShape } from '../fields/variable-shape.ts';
import { compileStatement } from './statement.ts';
import type { CompiledPlan } from './statement.ts';

/** A statement whose only value is the whole response, with the values of its parameters. */
export type Compiled = {
  statement: string;
  values: unknown[];
  /** The same for all requests that share the statement. */
  plan: CompiledPlan;
  /** What it makes the database do at the most. */
  work: Work;
};

export type PlanCache = {
  /** The statement that answers a request; null where the ordinary executor must. */
  compiledFor: (request: {
    document: DocumentNode;
    operationName?: string | null | undefined;
    variables?: Readonly<Record<string, unknown>> | null | undefined;
    context: object;
    statistics: Statistics;
    /** Whether the answer may be of any length. */
    isUnbounded?: boolean | undefined;
  }) => Compiled | null;
  /** How many plans were made, requests answered from one, and requests left to the executor. */
  counts: Readonly<{ compiled: number; known: number; left: number }>;
  /** How many operations were not compiled, by why. */
  notCompiled: Readonly<Record<NotCompiledReason, number>>;
};

/** How many plans are kept, and of how many characters their statements may be together. */
const maximumPlans = 5000;
const maximumCharacters = 4_000_000;
/** What an operation without a plan counts. */
const ofNoPlan = 200;

/** An operation of a document. */
type KnownOperation = {
  operation: OperationDefinitionNode;
  /** Tells it from all others. */
  number: number;
  shape: VariableShape;
};

/**
 * Plans by document, operation and the shape of the variables: what of them is structure and
 * therefore part of the statement. Everything else is a parameter. The number of plans is bounded;
 * what was used longest ago goes first.
 */
export function createPlanCache(
  schema: GraphQLSchema,
  relations: Relations,
  options: {
    estimates?: Estimates;
    /** Told once of each thing that is not compiled. */
    onNotCompiled?: (error: NotCompiled) => void;
  } = {},
): PlanCache {
  const { estimates = createEstimates(schema), onNotCompiled = () => {} } = options;
  // Held as long as the documents are, which are held by whoever parsed them.
  const byDocument = new WeakMap<DocumentNode, Map<string, KnownOperation>>();
  const plans = new LRUCache<string, { plan: CompiledPlan | null }>({
    max: maximumPlans,
    maxSize: maximumCharacters,
    sizeCalculation: ({ plan }) => plan?.statement.length ?? ofNoPlan,
  });
  let operations = 0;
  const counts = { compiled: 0, known: 0, left: 0 };
  const notCompiled = Object.fromEntries(notCompiledReasons.map((reason) => [reason, 0])) as Record<
    NotCompiledReason,
    number
  >;
  // There are no more of them than the schema has fields.
  const told = new Set<string>();

  function compile(source: Parameters<typeof compileStatement>[0]): CompiledPlan | null {
    try {
      return compileStatement(source);
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      notCompiled[error.reason] += 1;
      const key = `${error.reason} ${error.message}`;
      if (!told.has(key)) onNotCompiled(error);
      told.add(key);
      return null;
    }
  }

  function operationOf(
    document: DocumentNode,
    name: string | null | undefined,
  ): KnownOperation | null {
    const known = byDocument.get(document) ?? new Map<string, KnownOperation>();
    byDocument.set(document, known);
    const found = known.get(name ?? '');
    if (found) return found;
    const operation = getOperationAST(document, name);
    if (!operation) return null;
    operations += 1;
    const made = { operation, number: operations, shape: shapeOf(schema, operation) };
    known.set(name ?? '', made);
    return made;
  }

  function planFor(
    document: DocumentNode,
    known: KnownOperation,
    variables: VariableValues,
  ): CompiledPlan | null {
    const { operation, number, shape } = known;
    const key = `${number}:${shape(variables)}`;
    const found = plans.get(key);
    if (found) {
      counts.known += found.plan ? 1 : 0;
      return found.plan;
    }
    const plan = compile({ schema, relations, document, operation, variables });
    counts.compiled += plan ? 1 : 0;
    plans.set(key, { plan });
    return plan;
  }

  return {
    counts,
    notCompiled,
    compiledFor({ document, operationName, variables: raw, context, statistics, isUnbounded }) {
      try {
        const known = operationOf(document, operationName);
        if (!known) return null;
        const { operation } = known;
        const { variableValues: variables } = readVariables(schema, operation, raw);
        if (!variables) return null;
        const work = estimates.workOf({ document, operation, variables, statistics, isUnbounded });
        const plan = planFor(document, known, variables);
        if (plan) {
          return {
            plan,
            work,
            statement: plan.statement,
            values: plan.valuesFor(variables, context),
          };
        }
      } catch (error) {
        // An argument that cannot be taken, or too much work: the ordinary path says so in its own words.
        if (!isRefusal(error)) throw error;
      }
      counts.left += 1;
      return null;
    },
  };
}

const isRefusal = (error: unknown) => error instanceof Error && error.name === 'GraphQLError';
