import { getOperationAST, specifiedRules, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { readVariables } from '../fields/variables.ts';
import { ownRules } from '../validation/rules.ts';
import { parseWithin } from '../validation/parse-within.ts';
import { fetchPages, notATable } from './fetch-pages.ts';
import type { Ask, Cuts, AskParams } from './fetch-pages.ts';
import { inLanguage } from './in-language.ts';
import type { TableLanguage } from './in-language.ts';
import { listsBeside } from './list-choice.ts';
import { shapeTable } from './table-shape.ts';
import type { Column, TableShape } from './table-shape.ts';
import { createGivingWay } from './give-way.ts';
import { tableRows } from './rows.ts';
import type { TableRow } from './rows.ts';

export type Table = {
  columns: readonly Column[];
  rows: AsyncGenerator<TableRow>;
  /** What of its lists is left out, as far as it has been read. */
  cuts: Cuts;
  /** Which of several lists the rows are; null where the answer has one. */
  list: string | null;
  /** What the query calls its operation; null where it has no name. */
  operationName: string | null;
};

/**
 * Makes a table of a query's answer. Its first page is asked before this returns, so that what is
 * wrong with the query is told instead.
 * @throws NotATable with the API's own error, or with why the answer is no table
 */
export async function tableOf(options: {
  schema: GraphQLSchema;
  ask: Ask;
  params: AskParams;
  list?: string | undefined;
  all: boolean;
  /** Whether of several lists, none of which is chosen, the last is taken. */
  takesLast?: boolean;
  /** In which language titles and the like are asked for where the query says none. */
  language?: TableLanguage | null;
  /** Does what takes long when it is its client’s turn; without it, at once. */
  inTurn?: <Result>(work: () => Result) => Result | Promise<Result>;
}): Promise<Table> {
  const { schema, ask, list = null, all, takesLast = false, language = null } = options;
  const { inTurn = (work) => work() } = options;
  const params = language === null ? options.params : inLanguage(schema, options.params, language);
  const { document, operation, variables } = await read(schema, ask, params);
  const { plan, chosen } = planOf({ schema, document, operation, variables }, list, takesLast);
  const cuts: Cuts = { certain: new Set(), possible: new Set() };
  const pages = fetchPages({ ask, document, operation, params, variables, plan, all, cuts });
  const first = await pages.next();
  const { shape, columns } = plan;
  const giveWay = createGivingWay();
  async function* rowsOf(page: Record<string, unknown>) {
    for (const row of await inTurn(() => tableRows(shape, page))) {
      yield row;
      const others = giveWay(row);
      // oxlint-disable-next-line no-await-in-loop -- it waits so that others go on
      if (others) await others;
    }
  }
  async function* rows() {
    if (first.done) return;
    yield* rowsOf(first.value);
    for await (const page of pages) yield* rowsOf(page);
  }
  const operationName = operation.name?.value ?? null;
  return { columns, rows: rows(), list: chosen, cuts, operationName };
}

function planOf(
  question: Omit<Parameters<typeof shapeTable>[0], 'list'>,
  chosen: string | null,
  takesLast: boolean,
): { plan: TableShape; chosen: string | null } {
  try {
    return { plan: shapeTable({ ...question, list: chosen ?? undefined }), chosen };
  } catch (error) {
    const last = takesLast && chosen === null ? listsBeside(error).at(-1) : undefined;
    if (last !== undefined) return planOf(question, last, false);
    throw notATable({ status: 400, body: { errors: [error as object] } });
  }
}

/**
 * The query's document, the operation that is meant and its variables; what is wrong with them the
 * API says. The limits that are seen from the text alone hold before a plan is made.
 */
async function read(schema: GraphQLSchema, ask: Ask, params: AskParams) {
  try {
    const document = parseWithin(params.query);
    const operation = getOperationAST(document, params.operationName);
    const rules = [...specifiedRules, ...ownRules];
    if (operation && validate(schema, document, rules).length === 0) {
      const { variableValues: variables } = readVariables(schema, operation, params.variables);
      if (variables) return { document, operation, variables };
    }
  } catch {
    // The API tells it in its own words.
  }
  throw notATable(await ask(params));
}
