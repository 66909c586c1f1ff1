import { GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { boundByWays } from '../../compiler/bound-work.ts';
import { NotCompiled } from '../../compiler/compile-context.ts';
import type { Relations } from '../../compiler/compile-context.ts';
import { chosenOver } from '../../compiler/plan-cache.ts';
import { compileStatement } from '../../compiler/statement.ts';
import type { CompiledPlan, CompileInput } from '../../compiler/statement.ts';
import { atOnce } from '../../compiler/in-steps.ts';
import { createChoosing, settle } from '../../compiler/ways/choose.ts';
import type { NamedWay } from '../../compiler/ways/way.ts';
import type { Store } from '../../db/store.ts';
import { readVariables } from '../../fields/variables.ts';
import type { Estimates, ReckonedWork } from '../../fields/work/estimate.ts';
import type { Work } from '../../fields/work/work.ts';
import { resolveOperation } from '../../validation/resolve-operation.ts';
import { faultInVariables } from '../../validation/values.ts';
import type { Context } from '../../schema/context.ts';
import { asksSchema, reckonMilliseconds, routeOf } from '../query-process/route.ts';
import type { QueryRoute } from '../query-process/route.ts';

/** How a question would be answered; nothing of it is run. */
export type Explanation = {
  /** Null where the ordinary executor answers. */
  compiled: {
    /** The one statement, whose only value is the whole response. */
    statement: string;
    /** The values of its parameters, in their order. */
    values: readonly unknown[];
    /** What the database does, step by step. */
    steps: readonly string[];
    /** Of each page that can be read by several indexes: which they are, and which is followed. */
    pages: readonly (readonly ExplainedWay[])[];
  } | null;
  /** Why it is not compiled, and the field or table that this is about; or what SQLite says against the statement. */
  notCompiled: { reason: string; at: string } | null;
  /**
   * What it makes the database do at the most, as it is held against the limits, and what it is reckoned
   * to take of a processor, where the ways to its pages are known.
   */
  estimate: { rows: number; bytes: number; milliseconds: number };
  /** In which process it is answered: in the one that serves, or in one for short or long questions. */
  route: QueryRoute;
};

/** A way to the rows of a page, and why it is taken or not. */
export type ExplainedWay = NamedWay & {
  isTaken: boolean;
  /** How many rows are read by it; null where that was not found out, being more than by others. */
  rows: number | null;
};

type AskedDocument = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
};

type Asking = {
  context: Context;
  /** What it would be asked of. */
  store: Pick<Store, 'dialect' | 'explain'>;
};

export type Explain = (asked: AskedDocument & Asking) => Promise<Explanation>;

/** @throws GraphQLError for an operation that is not there, and variables that cannot be taken */
function readAsked(schema: GraphQLSchema, { document, operationName, variables }: AskedDocument) {
  const fault = faultInVariables(variables);
  if (fault) throw fault;
  const operation = resolveOperation(document, operationName);
  const { variableValues, errors } = readVariables(schema, operation, variables);
  if (!variableValues) throw errors?.[0] ?? new GraphQLError('The variables cannot be taken.');
  return { operation, variables: variableValues };
}

type Told = Pick<Explanation, 'compiled' | 'notCompiled'> & { work: Work };

const leftToExecutor = (work: Work, reason: string, { message: at }: Error): Told => ({
  compiled: null,
  notCompiled: { reason, at },
  work,
});

function compile(source: CompileInput): CompiledPlan | NotCompiled {
  try {
    return compileStatement(source);
  } catch (error) {
    if (error instanceof NotCompiled) return error;
    throw error;
  }
}

const choose = createChoosing();

/** @param first the plan of any ways, of which the ways are chosen */
async function tellCompiled(
  first: CompiledPlan,
  { reckoned, source, context, store }: Asking & { source: CompileInput; reckoned: ReckonedWork },
): Promise<Told> {
  const { statistics } = context.snapshot;
  const { variables } = source;
  const { choices } = first;
  const made = choices.map((choice) => settle(() => atOnce(choose(choice, variables, statistics))));
  const chosen = source.chosen ?? made.map(({ at }) => at);
  const { statement, valuesFor } = compileStatement({ ...source, chosen });
  const values = valuesFor(variables, context);
  const followed = choices.flatMap((choice, page) => {
    const each = made[page];
    return each ? { choice, followed: each } : [];
  });
  const pages = followed.map(({ choice: { ways }, followed: { at: taken, rows } }) =>
    ways.map((way, at) => ({ ...way, isTaken: at === taken, rows: rows[at] ?? null })),
  );
  const work = boundByWays(reckoned, { plan: first, chosen: followed }, statistics);
  try {
    const steps = await store.explain(statement, values);
    return { compiled: { statement, values, steps, pages }, notCompiled: null, work };
  } catch (error) {
    // A file cannot be lost: it is the statement that SQLite does not take.
    if (store.dialect !== 'sqlite' || !(error instanceof Error)) throw error;
    return leftToExecutor(reckoned, 'REFUSED_BY_SQLITE', error);
  }
}

/** Explains questions, each by compiling it anew. */
export function createExplain(options: {
  schema: GraphQLSchema;
  relations: Relations;
  estimates: Estimates;
}): Explain {
  const { schema, relations, estimates } = options;
  /**
   * @throws GraphQLError for an operation that is not there, variables that cannot be taken and more
   * work than is allowed
   */
  return async ({ context, store, ...asked }) => {
    const [{ dialect }, { document }] = [store, asked];
    const { operation, variables } = readAsked(schema, asked);
    const { statistics } = context.snapshot;
    const reckoned = estimates.workOf({ document, operation, variables, statistics });
    const chosen = chosenOver(statistics);
    const source = { schema, relations, document, operation, variables, dialect, chosen };
    const plan = compile(source);
    const { compiled, notCompiled, work } =
      plan instanceof NotCompiled
        ? leftToExecutor(reckoned, plan.reason, plan)
        : await tellCompiled(plan, { reckoned, source, context, store });
    const means = compiled ? 'STATEMENT' : 'EXECUTOR';
    return {
      compiled,
      notCompiled,
      estimate: {
        rows: Math.ceil(reckoned.rows),
        bytes: Math.ceil(reckoned.bytes),
        milliseconds: reckonMilliseconds(work, means),
      },
      route: routeOf(work, means, {
        characters: compiled?.statement.length ?? 0,
        isOfSchema: asksSchema(operation),
      }),
    };
  };
}
