import { Kind, parse, print, visit } from 'graphql';
import type { DocumentNode, FieldNode } from 'graphql';
import type { TableList, TablePlan } from './plan.ts';

/** A GraphQL request, as it stands in a POST body. */
export type Params = {
  query: string;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
};

/** Who a question is asked for. */
export type Asker = {
  /** Who counts as one in taking turns. */
  client?: string | undefined;
  /** Aborted when the client has left. */
  signal?: AbortSignal | undefined;
};

/** Asks the API and gives the answer, whole. */
export type Ask = (params: Params) => Promise<{ status: number; body: Answer }>;
export type Answer = { data?: Record<string, unknown> | null; errors?: readonly object[] };

/** An answer that is no table: what the API said instead. */
export class NotATable extends Error {
  readonly status: number;
  readonly body: Answer;
  constructor(status: number, body: Answer) {
    super('the query was not answered');
    this.status = status;
    this.body = body;
  }
}

const pageAlias = 'juzhengPage';
const cursorName = 'juzhengAfter';
const pageInfo = fieldOf(`{ ${pageAlias}: pageInfo { hasNextPage endCursor } }`);
const paging = fieldOf(`{ list(first: 100, after: $${cursorName}) }`).arguments ?? [];
const [first] = paging;

function fieldOf(query: string): FieldNode {
  const [operation] = parse(query).definitions;
  const field =
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : null;
  if (field?.kind !== Kind.FIELD) throw new Error('not a field');
  return field;
}

const windowNames = new Set(['first', 'last', 'after', 'before']);
const states = (nodes: readonly FieldNode[], ...names: readonly string[]) =>
  nodes.some((node) => node.arguments?.some(({ name }) => names.includes(name.value)));

/**
 * The answers to a query page by page, until its outermost list ends. A list that states first or
 * last is taken as it states it, unless `all` is asked for.
 * @throws NotATable where the API answers with an error, or a list inside the other goes on
 */
export async function* askPages(options: {
  ask: Ask;
  document: DocumentNode;
  params: Params;
  plan: TablePlan;
  all: boolean;
}): AsyncGenerator<Record<string, unknown>> {
  const { ask, document, params, plan, all } = options;
  const [outer, ...inner] = plan.chain;
  const followed =
    outer?.isConnection && (all || !states(outer.nodes, 'first', 'last')) ? outer : null;
  const bounded = inner.filter(
    ({ nodes, isConnection }) => isConnection && !states(nodes, 'first', 'last'),
  );
  const query = print(rewrite(document, followed, bounded, params.operationName));
  for (let cursor: string | null = null; ;) {
    const variables = { ...params.variables, ...(followed && { [cursorName]: cursor }) };
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const { status, body } = await ask({ ...params, query, variables });
    if (body.errors || !body.data) throw new NotATable(statusOf(status, body), body);
    for (const list of bounded) refuseCut(body.data, list);
    yield body.data;
    const page = followed && pagesAt(body.data, followed.path.split('.'))[0];
    if (!page?.hasNextPage) return;
    cursor = page.endCursor;
  }
}

/** Where the API says with 200 what is wrong, a table that cannot be had has a status of its own. */
function statusOf(status: number, { errors = [] }: Answer): number {
  if (status !== 200) return status;
  const codes = errors.map((error) => (error as WithCode).extensions?.code);
  return codes.includes('QUERY_TIMEOUT') ? 422 : 400;
}

type WithCode = { extensions?: { code?: string } };

/** Adds paging to the fields of the lists; the outermost one that is followed takes a cursor too. */
function rewrite(
  document: DocumentNode,
  followed: TableList | null,
  bounded: readonly TableList[],
  operationName: string | null | undefined,
): DocumentNode {
  const inner = new Set(bounded.flatMap(({ nodes }) => nodes));
  const outer = new Set(followed?.nodes);
  return visit(document, {
    OperationDefinition: {
      leave(node) {
        if (!followed || (operationName != null && node.name?.value !== operationName)) return;
        const [definition] = parse(`query ($${cursorName}: String) { a }`).definitions;
        if (definition?.kind !== Kind.OPERATION_DEFINITION) return;
        return {
          ...node,
          variableDefinitions: [
            ...(node.variableDefinitions ?? []),
            ...(definition.variableDefinitions ?? []),
          ],
        };
      },
    },
    Field: {
      leave(node, _key, _parent, path) {
        const original = originalOf(document, path);
        const isOuter = outer.has(original);
        if ((!isOuter && !inner.has(original)) || !node.selectionSet || !first) return;
        const stated = (node.arguments ?? []).filter(({ name }) => !windowNames.has(name.value));
        return {
          ...node,
          arguments: isOuter ? [...stated, ...paging] : [...(node.arguments ?? []), first],
          selectionSet: {
            ...node.selectionSet,
            selections: [...node.selectionSet.selections, pageInfo],
          },
        };
      },
    },
  });
}

/** On leaving, a node may have been rebuilt; its place in the document names the one it was. */
function originalOf(document: DocumentNode, path: readonly (string | number)[]): FieldNode {
  let found: unknown = document;
  for (const key of path) found = (found as Record<string | number, unknown>)[key];
  return found as FieldNode;
}

type PageInfo = { hasNextPage: boolean; endCursor: string | null };

/** What the connections at a path say of their pages; lists on the way are followed into. */
function pagesAt(value: unknown, path: readonly string[]): PageInfo[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item) => pagesAt(item, path));
  const object = value as Record<string, unknown>;
  const rows = [...rowKeys(object)].flatMap((key) => pagesAt(object[key], path));
  const [name, ...rest] = path;
  if (name === undefined) return pageAlias in object ? [object[pageAlias] as PageInfo] : [];
  return name in object ? pagesAt(object[name], rest) : rows;
}

/** Under which names an object of an answer may lead to the rows of a connection. */
const rowKeys = (object: Record<string, unknown>) =>
  Object.entries(object)
    .filter(([, item]) => item !== null && typeof item === 'object')
    .map(([key]) => key);

function refuseCut(data: Record<string, unknown>, { path }: TableList): void {
  if (!pagesAt(data, path.split('.')).some(({ hasNextPage }) => hasNextPage)) return;
  throw new NotATable(400, {
    errors: [
      {
        message: `The list ${path} goes on beyond 100 rows in one of the rows around it, and a table is never cut in silence. State first there, or ask for the list from the other side, such as links.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
}
