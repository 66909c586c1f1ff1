import { readFileSync } from 'node:fs';
import type { ApiAnswer, Ask, AskParams } from '../table/fetch-pages.ts';
import type { Queries } from './queries/query-types.ts';

/** What the API said instead of an answer that a page can be made of. */
export class Unanswered extends Error {
  readonly status: number;
  readonly messages: readonly string[];
  /** When to ask again, in seconds, where the API says so. */
  readonly retryAfter: string | null;
  constructor(status: number, body: ApiAnswer, retryAfter: string | null = null) {
    super(`a page’s question was not answered: ${JSON.stringify(body.errors ?? null)}`);
    this.status = status;
    this.messages = messagesOf(body);
    this.retryAfter = retryAfter;
  }
}

/** The API's errors in its own words. */
export const messagesOf = ({ errors = [] }: ApiAnswer) =>
  errors.map((error) => (error as { message: string }).message);

type QueryName = keyof Queries;

/** What a query is answered with, by the name of its file. */
export type Answer<Name extends QueryName> = Queries[Name]['data'];

/** A query of a page; its name tells the types of its answer and of its variables. */
export type PageQuery<Name extends QueryName> = { name: Name; text: string };

/** What queries share, a fragment each. */
const fragments = readFileSync(new URL('queries/fragments.graphql', import.meta.url), 'utf8').split(
  /^(?=fragment )/m,
);

/** A query that a page asks, from its file in `queries`, with the fragments that it names. */
export function readQuery<Name extends QueryName>(name: Name): PageQuery<Name> {
  const text = readFileSync(new URL(`queries/${name}.graphql`, import.meta.url), 'utf8');
  return { name, text: withFragments(text, fragments) };
}

/** A query with those of the fragments that it names, and those that these name: no other is allowed in it. */
function withFragments(query: string, known: readonly string[]): string {
  const named = known.filter((fragment) => {
    const name = /^fragment (\w+)/.exec(fragment)?.[1];
    return name !== undefined && new RegExp(`\\.\\.\\.${name}\\b`).test(query);
  });
  if (named.length === 0) return query;
  const rest = known.filter((fragment) => !named.includes(fragment));
  return withFragments(`${query}${named.join('')}`, rest);
}

/**
 * Asks one question.
 * @throws Unanswered with the API's errors
 */
export async function askOne<Name extends QueryName>(
  ask: Ask,
  query: PageQuery<Name>,
  variables: Queries[Name]['variables'],
): Promise<Answer<Name>> {
  const { data } = await askWhole(ask, { query: query.text, variables });
  return data as Answer<Name>;
}

/**
 * The same with all that stands beside the data.
 * @throws Unanswered with the API's errors
 */
export async function askWhole(ask: Ask, params: AskParams): Promise<Answered> {
  const { status, body, retryAfter } = await ask(params);
  const { data } = body;
  if (body.errors || !data) throw new Unanswered(kindOf(status, body), body, retryAfter);
  return { ...body, data };
}

type Answered = ApiAnswer & { data: NonNullable<ApiAnswer['data']> };

/** What a limit stands against: to ask again would not help. */
const ofLimits: ReadonlySet<string> = new Set(['QUERY_TIMEOUT', 'QUERY_TOO_COMPLEX']);

/** What is wrong with what was asked is 400, even where a field's error leaves the rest at 200. */
function kindOf(status: number, { errors = [] }: ApiAnswer): number {
  const codes = errors.map((error) => (error as WithCode).extensions?.code);
  if (codes.some((code) => code !== undefined && ofLimits.has(code))) return 422;
  return isMisasked({ errors }) ? 400 : Math.max(status, 500);
}

/** Whether all that is wrong is what was asked with. */
export function isMisasked({ errors = [] }: ApiAnswer): boolean {
  const codes = errors.map((error) => (error as WithCode).extensions?.code);
  return codes.length > 0 && codes.every((code) => code === 'BAD_USER_INPUT');
}

type WithCode = { extensions?: { code?: string } };

type ConnectionPage<Node> = {
  page: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};

/** The queries of a list that they call `page`. */
type PagedName = {
  [Name in QueryName]: Answer<Name> extends ConnectionPage<unknown> ? Name : never;
}[QueryName];

/** An item of the list that a query asks for page by page. */
export type Item<Name extends PagedName> = Answer<Name>['page']['nodes'][number];

/** Asks for a list page by page until it ends or has given enough. */
export async function askAll<Name extends PagedName>(
  ask: Ask,
  query: PageQuery<Name>,
  variables: Omit<Queries[Name]['variables'], 'after'>,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<readonly Item<Name>[]> {
  const nodes: Item<Name>[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const answer: Answer<Name> = await askOne(ask, query, { ...variables, after });
    const { page }: ConnectionPage<Item<Name>> = answer;
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || pages >= mostPages) return nodes;
    after = page.pageInfo.endCursor;
  }
}
