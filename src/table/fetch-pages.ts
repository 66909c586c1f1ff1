import { inClientText } from './client-places.ts';
import { pageQueries, states } from './page-queries.ts';
import type { ListsTaken, TableQuestion } from './page-queries.ts';
import type { TableList, TableShape } from './table-shape.ts';

/** A GraphQL request, as it stands in a POST body. */
export type AskParams = {
  query: string;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
};

/** Who a question is asked for. */
export type AskingClient = {
  /** Who counts as one in taking turns. */
  client?: string | undefined;
  /** Aborted when the client has left. */
  signal?: AbortSignal | undefined;
};

/** Asks the API and gives the answer, whole. */
export type Ask = (params: AskParams) => Promise<AskedPages>;
type AskedPages = {
  status: number;
  body: ApiAnswer;
  /** How long the answer was, in characters. */
  length?: number;
  /** When to ask again, where the API says so: its header `Retry-After`. */
  retryAfter?: string | null;
};
export type ApiAnswer = { data?: Record<string, unknown> | null; errors?: readonly object[] };

/** An answer that is no table: what the API said instead. */
export class NotATable extends Error {
  readonly status: number;
  readonly body: ApiAnswer;
  readonly retryAfter: string | null;
  constructor({ status, body, retryAfter = null }: AskedPages) {
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
export function notATable({ status, body, retryAfter = null }: AskedPages): NotATable {
  const codes = (body.errors ?? []).map((error) => (error as WithCode).extensions?.code ?? '');
  const code = codes.find((known) => known in statuses) ?? '';
  const answerStatus = statuses[code] ?? (status === 200 ? 400 : status);
  return new NotATable({ status: answerStatus, body, retryAfter });
}

type WithCode = { extensions?: { code?: string } };

const statuses: Readonly<Record<string, number>> = {
  QUERY_TIMEOUT: 422,
  QUERY_TOO_COMPLEX: 422,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

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

/** Which lists of a table their own arguments cut, as far as it has been read. */
export type Cuts = {
  /** Lists that lack items which are there. */
  certain: Set<string>;
  /** Lists of which that cannot be told, or not yet. */
  possible: Set<string>;
};

/**
 * The answers to a query page by page, until its outermost list ends. A list that states first or
 * last is taken as it states it, unless `all` is asked for; after and before hold in either case.
 * @throws NotATable where the API answers with an error, or a list inside the other goes on
 */
export async function* fetchPages(
  options: Omit<TableQuestion, 'lists'> & {
    ask: Ask;
    params: AskParams;
    plan: TableShape;
    all: boolean;
    /** Told before each page is handed out. */
    cuts: Cuts;
  },
): AsyncGenerator<Record<string, unknown>> {
  const { ask, params, plan, all, cuts } = options;
  const lists = takenAs(plan.chain, all);
  const { followed } = lists;
  const { first, next, names } = queriesOf({ ...options, lists });
  const others = plan.chain.filter((list) => list !== followed && !lists.whole.includes(list));
  const { operationName } = params;
  let size = firstRows;
  for (let cursor: string | null = null; ;) {
    const window = followed && { [names.after]: cursor, [names.size]: size };
    const query = cursor === null ? first : next;
    const variables = { ...params.variables, ...window };
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const asked = await ask({ query: query.text, variables, operationName });
    const { data, errors } = asked.body;
    if (errors || !data) {
      const told = errors && { errors: inClientText(errors, query, options.document.loc?.source) };
      throw notATable({ ...asked, body: { ...asked.body, ...told } });
    }
    for (const list of lists.whole) refuseCut(pagesAt(data, list.keys, names.page), list);
    const page = followed && pagesAt(data, followed.keys, names.page)[0];
    // Beyond before the list goes on, and its pages end all the same.
    const isEmpty = page?.endCursor === null;
    const isLast = page?.hasNextPage !== true || isEmpty;
    if (followed && page) noteEnds(cuts, followed, { page, isFirst: cursor === null, isLast });
    noteCuts(cuts, data, { lists: others, isLast, pageName: names.page });
    if (cursor === null || !isEmpty) yield data;
    if (isLast) return;
    cursor = page.endCursor;
    size = nextSize(size, asked.length ?? 1);
  }
}

/** @throws NotATable where the query cannot be asked for page by page */
function queriesOf(question: TableQuestion): ReturnType<typeof pageQueries> {
  try {
    return pageQueries(question);
  } catch (error) {
    throw notATable({ status: 400, body: { errors: [error as object] } });
  }
}

/** In which way each of the lists that lie in each other is asked for. */
function takenAs([outer, ...inner]: readonly TableList[], all: boolean): ListsTaken {
  const isFollowed = outer?.isConnection && (all || !states(outer.nodes, 'first', 'last'));
  const connections = inner.filter(({ isConnection }) => isConnection);
  const unstated = connections.filter(({ nodes }) => !states(nodes, 'first', 'last'));
  const isCut = ({ nodes }: TableList) => states(nodes, 'after', 'before');
  return {
    followed: isFollowed ? outer : null,
    whole: unstated.filter((list) => !isCut(list)),
    rest: unstated.filter(isCut),
    stated: [
      ...(outer?.isConnection && !isFollowed ? [outer] : []),
      ...connections.filter((list) => !unstated.includes(list)),
    ],
  };
}

/** Notes what of the list whose pages are asked one after the other its own after and before leave out. */
function noteEnds(
  { certain, possible }: Cuts,
  { path, nodes }: TableList,
  { page, isFirst, isLast }: { page: PageInfo; isFirst: boolean; isLast: boolean },
): void {
  if ((isFirst && page.hasPreviousPage) || (isLast && page.hasNextPage)) certain.add(path);
  if (!isLast && states(nodes, 'before')) possible.add(path);
  if (isLast || certain.has(path)) possible.delete(path);
}

/** Notes what a page shows of lists that are taken as they are asked for. */
function noteCuts(
  { certain, possible }: Cuts,
  data: Record<string, unknown>,
  { lists, isLast, pageName }: { lists: readonly TableList[]; isLast: boolean; pageName: string },
): void {
  for (const { path, keys, isConnection, most } of lists) {
    const isCut = pagesAt(data, keys, pageName).some(
      ({ hasNextPage, hasPreviousPage = false }) => hasNextPage || hasPreviousPage,
    );
    const isFull = most !== null && longestAt(data, keys) >= most;
    if (isCut) certain.add(path);
    if (isFull || ((isConnection || most !== null) && !isLast)) possible.add(path);
    // Of connections the last page tells all.
    if (certain.has(path) || (isConnection && isLast)) possible.delete(path);
  }
}

type PageInfo = { hasNextPage: boolean; hasPreviousPage?: boolean; endCursor: string | null };

/** What the connections say of their pages that an answer holds under such names. */
const pagesAt = (data: unknown, keys: readonly string[], pageName: string) =>
  valuesAt(data, keys)
    .flatMap((value) => value)
    .flatMap((value) => (value as Readonly<Record<string, PageInfo>>)[pageName] ?? []);

/** How many items the longest of the lists holds that an answer holds under such names. */
const longestAt = (data: unknown, keys: readonly string[]) =>
  Math.max(0, ...valuesAt(data, keys).map((value) => (Array.isArray(value) ? value.length : 0)));

/** What an answer holds under names in each other, lists on the way followed into; nothing for null. */
function valuesAt(value: unknown, keys: readonly string[]): unknown[] {
  const [name, ...rest] = keys;
  if (value === null || value === undefined) return [];
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, keys));
  return valuesAt((value as Readonly<Record<string, unknown>>)[name], rest);
}

function refuseCut(pages: readonly PageInfo[], { path }: TableList): void {
  if (!pages.some(({ hasNextPage }) => hasNextPage)) return;
  const message = `The list ${path} goes on beyond 100 rows in one of the rows around it, and a table is never cut in silence. State first there, or ask for the list from the other side, such as links.`;
  const errors = [{ message, extensions: { code: 'BAD_USER_INPUT' } }];
  throw new NotATable({ status: 400, body: { errors } });
}
