import type { Plugin } from 'graphql-yoga';
import type { Presets } from '../../examples/presets.ts';
import { readExamples } from '../../examples/read-examples.ts';
import { createGraphiql } from '../graphiql/graphiql.ts';
import type { Tab } from '../graphiql/graphiql.ts';
import type { TableSource } from '../tables/send-table.ts';

type Options = Pick<TableSource, 'snapshots' | 'askOf'> & { presets: Presets; endpoint?: string };

/** GraphiQL at the API's own address, with the example questions as its tabs. */
export function useGraphiql(options: Options): Plugin {
  const { snapshots, askOf, presets, endpoint = '/graphql' } = options;
  const examples = readExamples();
  let known: { version: string; tabs: Tab[] } | null = null;

  async function tabsNow(): Promise<Tab[]> {
    const { snapshot, release } = snapshots.hold();
    const { version } = snapshot;
    const ask = askOf(snapshot, {});
    try {
      if (known?.version === version) return known.tabs;
      let isWhole = true;
      const tabs = await Promise.all(
        examples.map(async (example) => {
          const { query } = example;
          // Without an answer the tab shows what the example asks by itself.
          const variables = await presets(ask, version, example).catch(() => {
            isWhole = false;
            return {};
          });
          const given = Object.keys(variables).length > 0;
          return given ? { query, variables: JSON.stringify(variables, null, 2) } : { query };
        }),
      );
      if (isWhole) known = { version, tabs };
      return tabs;
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
