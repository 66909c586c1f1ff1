import type { Plugin } from 'graphql-yoga';
import { readExamples } from '../../examples/read-examples.ts';
import { createGraphiql } from '../graphiql/graphiql.ts';

/** GraphiQL at the API's own address, with the example questions as its tabs. */
export function useGraphiql({ endpoint = '/graphql' } = {}): Plugin {
  const answer = createGraphiql({
    endpoint,
    tabs: readExamples().map(({ query }) => ({ query })),
  });
  return {
    async onRequest({ request, endResponse }) {
      const response = await answer(request);
      if (response) endResponse(response);
    },
  };
}
