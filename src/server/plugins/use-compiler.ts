import { getOperationAST } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Compiled, PlanCache } from '../../compiler/plan-cache.ts';
import type { Store } from '../../db/store.ts';
import { readVariables } from '../../fields/variables.ts';
import type { Estimates } from '../../fields/work/estimate.ts';
import type { Warn } from '../../fields/codes/unknown-codes.ts';
import type { Work } from '../../fields/work/work.ts';
import type { Context } from '../../schema/context.ts';
import type { ClientTurns } from '../guard/turns.ts';
import type { Offload } from '../query-process/offload.ts';
import type { FileWatch } from '../snapshots/watch-file.ts';
import { asksSchema } from '../query-process/route.ts';
import { holdsErrors } from '../query-process/refusals.ts';
import type { QueryAnswer } from '../query-process/refusals.ts';
import type { AskingClient } from '../../table/fetch-pages.ts';
import { withWarnings } from '../with-warnings.ts';

/** What a compiled answer needs beside what resolvers see. */
export type WithBytes = Context &
  AskingClient & {
    dialect: Store['dialect'];
    readBytes: Store['readBytes'];
    /** What the database does to run a statement. */
    explain: Store['explain'];
    /** The name of the snapshot's file. */
    file: string;
    /** Where the file lies, as far as it is under watch. */
    watch?: Pick<FileWatch, 'place'> | undefined;
    /** Under which path of this server the addresses in answers stand. */
    base?: string | undefined;
    /** Whether the compiler had its turn already. */
    triedToCompile?: boolean;
    /** Whether the answer is a part of a table. */
    unbounded?: boolean;
  };

type CompilerOptions = {
  plans: PlanCache;
  offload: Offload;
  turns: Pick<ClientTurns, 'resume'>;
  estimates: Estimates;
  warn: Warn;
};

/**
 * Answers a query by the one statement that it compiles to, whose value goes out as it is. What may
 * take long is answered by another process. What cannot be compiled, and what ends in an error, goes
 * to the ordinary executor.
 */
export function useCompiler(options: CompilerOptions): Plugin<WithBytes> {
  const { plans, turns } = options;
  return {
    async onExecute({ args, context, setResultAndStopExecution }) {
      const { document, operationName, variableValues: variables } = args;
      const compiled = context.triedToCompile
        ? null
        : await plans.compiledInTurns(
            {
              document,
              operationName,
              variables,
              context,
              statistics: context.snapshot.statistics,
              isUnbounded: context.unbounded,
            },
            () => turns.resume(context.client ?? ''),
          );
      const answered =
        (await answerWarned(options, { executed: args, compiled, context })) ??
        // What the statement cannot answer may still be too much for this process.
        (compiled && (await answer(options, { executed: args, compiled: null, context })));
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

type Asked = { executed: Executed; compiled: Compiled | null; context: AskingContext };

/** The answer with warnings, where a statement has given it; the executor gives its own. */
async function answerWarned(options: CompilerOptions, asked: Asked): Promise<QueryAnswer | null> {
  const { executed, compiled, context } = asked;
  const answered = await answer(options, asked);
  if (!answered || !compiled || context.unbounded) return answered;
  const { variableValues: variables, ...question } = executed;
  return withWarnings(answered, () => options.warn({ ...question, variables, store: context }));
}

/** The answer of the statement, from here or from another process; null where the executor must give it. */
async function answer(
  { offload, estimates }: CompilerOptions,
  { executed, compiled, context }: Asked,
): Promise<QueryAnswer | null> {
  const { document, operationName, variableValues } = executed;
  const { snapshot, file, watch, base, readBytes, params } = context;
  const { client = '', signal, unbounded } = context;
  const operation = getOperationAST(document, operationName);
  const asked = { document, operation, rawVariables: variableValues ?? {} };
  const work = compiled?.work ?? workOf(estimates, asked, context);
  const reckoned = { compiled, document, work, isOfSchema: asksSchema(operation) };
  const route = params.query ? offload.routeOf(reckoned) : 'HERE';
  if (route === 'HERE' || !params.query) {
    const body = compiled && (await offload.runHere(compiled, readBytes));
    return body && { status: 200, body };
  }
  const { query, variables } = params;
  const type = context.request.headers.get('accept') ?? 'application/json';
  return offload.answer(route, reckoned, {
    question: { query, variables, operationName, type },
    snapshot: { file, watch, base, ...snapshot },
    client,
    signal,
    unbounded,
  });
}

/** What a question is reckoned to be that is not compiled; what is wrong with it costs nothing. */
function workOf(
  estimates: Estimates,
  { document, operation, rawVariables }: AskedOperation,
  { snapshot: { statistics }, unbounded: isUnbounded }: WithBytes,
): Work {
  if (!operation) return nothing;
  const { variableValues: variables } = readVariables(estimates.schema, operation, rawVariables);
  return variables
    ? estimates.workOf({ document, operation, variables, statistics, isUnbounded })
    : nothing;
}

const nothing: Work = { rows: 0, bytes: 0 };

type Operation = OperationDefinitionNode | null | undefined;
type Variables = Readonly<Record<string, unknown>>;
type AskedOperation = { document: DocumentNode; operation: Operation; rawVariables: Variables };

/** What Yoga tells of an operation that it is about to execute. */
type Executed = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Variables | null | undefined;
};

type AskingContext = WithBytes & { params: RequestParams; request: Request };

type RequestParams = {
  query?: string | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
};
