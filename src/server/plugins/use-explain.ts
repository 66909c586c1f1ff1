import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { noStore } from '../../http/headers.ts';
import type { Explain, Explanation } from '../explain/explain.ts';
import type { WithBytes } from './use-compiler.ts';

/**
 * Puts beside each answer in JSON how it was made, as `extensions.explain`: for developers, since it
 * tells the statements. Such an answer is kept nowhere. Tables and pages have no room for it.
 */
export function useExplain({ explain }: { explain: Explain }): Plugin<WithBytes> {
  const explanations = new WeakMap<Request, Explanation>();

  /** Null for a question that is refused: its errors say why. */
  async function explanationOf(asked: Parameters<Explain>[0]): Promise<Explanation | null> {
    try {
      return await explain(asked);
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  return {
    async onExecute({ args, context }) {
      if (context.unbounded) return;
      const { document, operationName } = args;
      const variables = args.variableValues as Parameters<Explain>[0]['variables'];
      const { request } = context;
      const explanation = await explanationOf({
        document,
        operationName,
        variables,
        context,
        store: context,
      });
      if (explanation) explanations.set(request, explanation);
    },
    async onResponse({ request, response, setResponse }) {
      const explanation = explanations.get(request);
      const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
      if (!explanation || !type.endsWith('json')) return;
      const answer = (await response.json()) as { extensions?: object };
      const extensions = { ...answer.extensions, explain: explanation };
      const body = new TextEncoder().encode(JSON.stringify({ ...answer, extensions }));
      const headers = new Headers(Object.fromEntries(response.headers));
      headers.set('content-length', String(body.byteLength));
      for (const [name, value] of Object.entries(noStore)) headers.set(name, value);
      setResponse(new Response(body, { status: response.status, headers }));
    },
  };
}
