import { readFileSync } from 'node:fs';
import type { ApiAnswer, Ask } from '../table/fetch-pages.ts';

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

/** A question that a page asks, from its file in `queries`. */
export const readQuery = (name: string): string =>
  readFileSync(new URL(`queries/${name}.graphql`, import.meta.url), 'utf8');

type Variables = Readonly<Record<string, unknown>>;

/**
 * Asks one question.
 * @throws Unanswered with the API's errors
 */
export async function askOne<Data>(ask: Ask, query: string, variables: Variables): Promise<Data> {
  const { status, body, retryAfter } = await ask({ query, variables });
  if (body.errors || !body.data) throw new Unanswered(kindOf(status, body), body, retryAfter);
  return body.data as Data;
}

/** What a limit stands against: to ask again would not help. */
const ofLimits: ReadonlySet<string> = new Set(['QUERY_TIMEOUT', 'QUERY_TOO_COMPLEX']);

/** What is wrong with what was asked is 400, even where a field's error leaves the rest at 200. */
function kindOf(status: number, { errors = [] }: ApiAnswer): number {
  const codes = errors.map((error) => (error as WithCode).extensions?.code);
  if (codes.some((code) => code !== undefined && ofLimits.has(code))) return 422;
  return codes.length > 0 && codes.every((code) => code === 'BAD_USER_INPUT')
    ? 400
    : Math.max(status, 500);
}

type WithCode = { extensions?: { code?: string } };

type ConnectionPage<Node> = {
  page: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};

/** Asks for a list, called `page` in its query, page by page until it ends or has given enough. */
export async function askAll<Node>(
  ask: Ask,
  query: string,
  variables: Variables,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const { page }: ConnectionPage<Node> = await askOne(ask, query, { ...variables, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || pages >= mostPages) return nodes;
    after = page.pageInfo.endCursor;
  }
}
