import { readFileSync } from 'node:fs';
import type { Answer, Ask } from '../table/pages.ts';

/** What the API said instead of an answer that a page can be made of. */
export class Unanswered extends Error {
  readonly status: number;
  constructor(status: number, body: Answer) {
    super(`a page’s question was not answered: ${JSON.stringify(body.errors ?? null)}`);
    this.status = status;
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
  if (status !== 200 || body.errors || !body.data) throw new Unanswered(status, body);
  return body.data as Data;
}

type Page<Node> = {
  page: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};

/** Asks for a list, called `page` in its query, page by page until it ends. */
export async function askAll<Node>(
  ask: Ask,
  query: string,
  variables: Variables,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const { page }: Page<Node> = await askOne(ask, query, { ...variables, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}
