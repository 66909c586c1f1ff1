import { readFileSync } from 'node:fs';
import type { Answer, Ask } from '../table/pages.ts';

/** What the API said instead of an answer that a page can be made of. */
export class Unanswered extends Error {
  readonly status: number;
  readonly messages: readonly string[];
  constructor(status: number, body: Answer) {
    super(`a page’s question was not answered: ${JSON.stringify(body.errors ?? null)}`);
    this.status = status;
    this.messages = (body.errors ?? []).map((error) => (error as { message: string }).message);
  }
}

/** A question that a page asks, from its file in `queries`. */
export const readQuery = (name: string): string =>
  readFileSync(new URL(`queries/${name}.graphql`, import.meta.url), 'utf8');

type Variables = Readonly<Record<string, unknown>>;

/**
 * Asks one question.
 * @throws Unanswered with the API's errors
 */
export async function askOne<Data>(ask: Ask, query: string, variables: Variables): Promise<Data> {
  const { status, body } = await ask({ query, variables });
  if (body.errors || !body.data) throw new Unanswered(kindOf(status, body), body);
  return body.data as Data;
}

/** What is wrong with what was asked is 400, even where a field's error leaves the rest at 200. */
function kindOf(status: number, { errors = [] }: Answer): number {
  const codes = errors.map((error) => (error as WithCode).extensions?.code);
  return codes.length > 0 && codes.every((code) => code === 'BAD_USER_INPUT')
    ? 400
    : Math.max(status, 500);
}

type WithCode = { extensions?: { code?: string } };

type Page<Node> = {
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
    const { page }: Page<Node> = await askOne(ask, query, { ...variables, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage || pages >= mostPages) return nodes;
    after = page.pageInfo.endCursor;
  }
}
