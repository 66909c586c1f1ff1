import type { Plugin } from 'graphql-yoga';
import { createPresets } from '../../examples/presets.ts';
import { readExamples } from '../../examples/read-examples.ts';
import { createGraphiql } from '../graphiql/graphiql.ts';
import type { Tab } from '../graphiql/graphiql.ts';
import type { TableSource } from '../tables/send-table.ts';

type Options = Pick<TableSource, 'snapshots' | 'askOf'> & { endpoint?: string };

/** GraphiQL at the API's own address, with the example questions as its tabs. */
export function useGraphiql({ snapshots, askOf, endpoint = '/graphql' }: Options): Plugin {
  const examples = readExamples();
  const presets = createPresets();

  async function tabsNow(): Promise<Tab[]> {
    const { snapshot, release } = snapshots.hold();
    const ask = askOf(snapshot, {});
    try {
      return await Promise.all(
        examples.map(async (example) => {
          const { query } = example;
          // Without an answer the tab shows what the example asks by itself.
          const variables = await presets(ask, snapshot.version, example).catch(() => ({}));
          const given = Object.keys(variables).length > 0;
          return given ? { query, variables: JSON.stringify(variables, null, 2) } : { query };
        }),
      );
    } finally {
      release();
    }
  }

  const answer = createGraphiql({ endpoint, tabsNow });
  return {
    async onRequest({ request, endResponse }) {
      const response = await answer(request);
      if (response) endResponse(response);
    },
  };
}
