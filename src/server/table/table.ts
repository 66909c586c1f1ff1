import { Kind, getOperationAST, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { parseWithin } from '../limits/parse-within.ts';
import { NotATable, askPages, notATable } from './pages.ts';
import type { Ask, Cuts, Params } from './pages.ts';
import { planTable } from './plan.ts';
import type { Column } from './plan.ts';
import { tableRows } from './rows.ts';
import type { TableRow } from './rows.ts';

export type Table = {
  columns: readonly Column[];
  rows: AsyncGenerator<TableRow>;
  /** What of its lists is left out, as far as it has been read. */
  cuts: Cuts;
};

/**
 * Makes a table of a query's answer. Its first page is asked before this returns, so that what is
 * wrong with the query is told instead.
 * @throws NotATable with the API's own error, or with why the answer is no table
 */
export async function tableOf(options: {
  schema: GraphQLSchema;
  ask: Ask;
  params: Params;
  list?: string | undefined;
  all: boolean;
}): Promise<Table> {
  const { schema, ask, params, list, all } = options;
  const { document, operation } = await read(schema, ask, params);
  let plan;
  try {
    const variables = params.variables ?? {};
    plan = planTable({
      schema,
      document,
      operation,
      variables: defaultsOf(operation, variables),
      list,
    });
  } catch (error) {
    throw new NotATable({ status: 400, body: { errors: [error as object] } });
  }
  const cuts: Cuts = { certain: new Set(), possible: new Set() };
  const pages = askPages({ ask, document, params, plan, all, cuts });
  const first = await pages.next();
  const { shape, columns } = plan;
  async function* rows() {
    if (first.done) return;
    yield* tableRows(shape, first.value);
    for await (const page of pages) yield* tableRows(shape, page);
  }
  return { columns, rows: rows(), cuts };
}

/** The query's document and the operation that is meant; what is wrong with it the API says. */
async function read(schema: GraphQLSchema, ask: Ask, params: Params) {
  try {
    const document = parseWithin(params.query);
    const operation = getOperationAST(document, params.operationName);
    if (operation && validate(schema, document).length === 0) return { document, operation };
  } catch {
    // The API tells it in its own words.
  }
  throw notATable(await ask(params));
}

type Operation = Awaited<ReturnType<typeof read>>['operation'];

/** The variables with their defaults, as far as they are plain booleans: @skip and @include read no others. */
function defaultsOf(
  { variableDefinitions = [] }: Operation,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}
