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
export type Ask = (params: Params) => Promise<Asked>;
type Asked = {
  status: number;
  body: Answer;
  /** How long the answer was, in characters. */
  length?: number;
  /** When to ask again, where the API says so: its header `Retry-After`. */
  retryAfter?: string | null;
};
export type Answer = { data?: Record<string, unknown> | null; errors?: readonly object[] };

/** An answer that is no table: what the API said instead. */
export class NotATable extends Error {
  readonly status: number;
  readonly body: Answer;
  readonly retryAfter: string | null;
  constructor({ status, body, retryAfter = null }: Asked) {
    super('the query was not answered');
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
}

/**
 * An answer with errors, which is no table. JSON tells most errors with status 200; here the status
 * alone says that there is no table, and 422 that the question was understood and asks for too much.
 */
export function notATable({ status, body, retryAfter = null }: Asked): NotATable {
  const codes = (body.errors ?? []).map((error) => (error as WithCode).extensions?.code ?? '');
  const code = codes.find((each) => each in statuses) ?? '';
  const told = statuses[code] ?? (status === 200 ? 400 : status);
  return new NotATable({ status: told, body, retryAfter });
}

type WithCode = { extensions?: { code?: string } };

const statuses: Readonly<Record<string, number>> = {
  QUERY_TIMEOUT: 422,
  QUERY_TOO_COMPLEX: 422,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

const pageAlias = 'juzhengPage';
const cursorName = 'juzhengAfter';
const pageInfo = fieldOf(`{ ${pageAlias}: pageInfo { hasNextPage endCursor } }`);
const bothEnds = fieldOf(`{ ${pageAlias}: pageInfo { hasNextPage hasPreviousPage endCursor } }`);
const sizeName = 'juzhengFirst';
const paging = fieldOf(`{ list(first: $${sizeName}, after: $${cursorName}) }`).arguments ?? [];
const [whole] = fieldOf('{ list(first: 100) }').arguments ?? [];

/**
 * Pages are so large that one is read and made into rows within some milliseconds, since nothing else
 * is done meanwhile: about so many characters, beginning with a few rows.
 */
const pageCharacters = 300_000;
const firstRows = 10;
const mostRows = 100;

/** How many rows to ask for after so many took so many characters. */
const nextSize = (rows: number, characters: number) =>
  Math.max(1, Math.min(mostRows, 4 * rows, Math.floor((rows * pageCharacters) / characters)));

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

/** Which lists of a table their own arguments cut, as far as it has been read. */
export type Cuts = {
  /** Lists that lack items which are there. */
  certain: Set<string>;
  /** Lists of which that cannot be told, or not yet. */
  possible: Set<string>;
};

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
  /** Told before each page is handed out. */
  cuts: Cuts;
}): AsyncGenerator<Record<string, unknown>> {
  const { ask, document, params, plan, all, cuts } = options;
  const [outer, ...inner] = plan.chain;
  const followed =
    outer?.isConnection && (all || !states(outer.nodes, 'first', 'last')) ? outer : null;
  const bounded = inner.filter(
    ({ nodes, isConnection }) => isConnection && !states(nodes, 'first', 'last'),
  );
  const others = plan.chain.filter((list) => list !== followed && !bounded.includes(list));
  const stated = others.filter(({ isConnection }) => isConnection);
  const query = print(
    rewrite(document, { followed, bounded, stated, operationName: params.operationName }),
  );
  let size = firstRows;
  for (let cursor: string | null = null; ;) {
    const window = followed && { [cursorName]: cursor, [sizeName]: size };
    const variables = { ...params.variables, ...window };
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const asked = await ask({ ...params, query, variables });
    const { data, errors } = asked.body;
    if (errors || !data) throw notATable(asked);
    for (const list of bounded) refuseCut(data, list);
    const page = followed && pagesAt(data, followed.path.split('.'))[0];
    const isLast = page?.hasNextPage !== true;
    noteCuts(cuts, data, { lists: others, isLast });
    yield data;
    if (isLast) return;
    cursor = page.endCursor;
    size = nextSize(size, asked.length ?? 1);
  }
}

/** Notes what a page shows of lists that are taken as they are asked for. */
function noteCuts(
  { certain, possible }: Cuts,
  data: Record<string, unknown>,
  { lists, isLast }: { lists: readonly TableList[]; isLast: boolean },
): void {
  for (const { path, isConnection, most } of lists) {
    const names = path.split('.');
    const isCut = pagesAt(data, names).some(
      ({ hasNextPage, hasPreviousPage = false }) => hasNextPage || hasPreviousPage,
    );
    const isFull = most !== null && longestAt(data, names) >= most;
    if (isCut) certain.add(path);
    if (isFull || ((isConnection || most !== null) && !isLast)) possible.add(path);
    // Of connections the last page tells all.
    if (certain.has(path) || (isConnection && isLast)) possible.delete(path);
  }
}

/** Adds paging to the fields of the lists; the outermost one that is followed takes a cursor too. */
function rewrite(
  document: DocumentNode,
  lists: {
    followed: TableList | null;
    bounded: readonly TableList[];
    stated: readonly TableList[];
    operationName: string | null | undefined;
  },
): DocumentNode {
  const { followed, bounded, operationName } = lists;
  const inner = new Set(bounded.flatMap(({ nodes }) => nodes));
  const stated = new Set(lists.stated.flatMap(({ nodes }) => nodes));
  const outer = new Set(followed?.nodes);
  return visit(document, {
    OperationDefinition: {
      leave(node) {
        if (!followed || (operationName != null && node.name?.value !== operationName)) return;
        const [definition] = parse(
          `query ($${cursorName}: String, $${sizeName}: Int) { a }`,
        ).definitions;
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
        const isInner = inner.has(original);
        const isStated = stated.has(original);
        if (!(isOuter || isInner || isStated) || !node.selectionSet || !whole) return;
        const asked = node.arguments ?? [];
        const others = asked.filter(({ name }) => !windowNames.has(name.value));
        const withPaging = isOuter ? [...others, ...paging] : isInner ? [...asked, whole] : asked;
        const { selections } = node.selectionSet;
        return {
          ...node,
          arguments: withPaging,
          selectionSet: {
            ...node.selectionSet,
            selections: [...selections, isStated ? bothEnds : pageInfo],
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

type PageInfo = { hasNextPage: boolean; hasPreviousPage?: boolean; endCursor: string | null };

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

/** How many items the longest of the lists at a path holds. */
function longestAt(value: unknown, path: readonly string[]): number {
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) {
    const inner = value.map((item) => longestAt(item, path));
    return path.length === 0 ? value.length : Math.max(0, ...inner);
  }
  const object = value as Record<string, unknown>;
  const [name, ...rest] = path;
  if (name !== undefined && name in object) return longestAt(object[name], rest);
  return Math.max(0, ...rowKeys(object).map((key) => longestAt(object[key], path)));
}

/** Under which names an object of an answer may lead to the rows of a connection. */
const rowKeys = (object: Record<string, unknown>) =>
  Object.entries(object)
    .filter(([, item]) => item !== null && typeof item === 'object')
    .map(([key]) => key);

function refuseCut(data: Record<string, unknown>, { path }: TableList): void {
  if (!pagesAt(data, path.split('.')).some(({ hasNextPage }) => hasNextPage)) return;
  const message = `The list ${path} goes on beyond 100 rows in one of the rows around it, and a table is never cut in silence. State first there, or ask for the list from the other side, such as links.`;
  const errors = [{ message, extensions: { code: 'BAD_USER_INPUT' } }];
  throw new NotATable({ status: 400, body: { errors } });
}
