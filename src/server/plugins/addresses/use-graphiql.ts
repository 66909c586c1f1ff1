import type { Plugin } from 'graphql-yoga';
import type { Presets } from '../../../examples/presets.ts';
import { askerOf } from '../../../examples/askers.ts';
import { knownExamples } from '../../../pages/examples/known-examples.ts';
import { createGraphiql } from '../../graphiql/graphiql.ts';
import type { ShownExample } from '../../graphiql/graphiql.ts';
import type { TableSource } from '../../tables/send-table.ts';

type Options = Pick<TableSource, 'snapshots' | 'askOf'> & { presets: Presets; endpoint?: string };

/** GraphiQL at the API's own address, with the example questions beside it. */
export function useGraphiql(options: Options): Plugin {
  const { snapshots, askOf, presets, endpoint = '/graphql' } = options;
  const examples = knownExamples.map(({ slug, example, parameters }) => {
    const { query, question, notes } = example;
    return { example, shown: { slug, asker: askerOf(slug), question, notes, query, parameters } };
  });
  let known: { version: string; shown: ShownExample[] } | null = null;

  async function examplesNow(): Promise<ShownExample[]> {
    const { snapshot, release } = snapshots.hold();
    const { version } = snapshot;
    const ask = askOf(snapshot, {});
    try {
      if (known?.version === version) return known.shown;
      let isWhole = true;
      const shown = await Promise.all(
        examples.map(async (each) => {
          // Without an answer the example is shown with what it asks by itself.
          const variables = await presets(ask, version, each.example).catch(() => {
            isWhole = false;
            return {};
          });
          return { ...each.shown, variables };
        }),
      );
      if (isWhole) known = { version, shown };
      return shown;
    } finally {
      release();
    }
  }

  const baseNow = () => snapshots.current().base ?? '';
  const answer = createGraphiql({ endpoint, examplesNow, baseNow });
  return {
    async onRequest({ request, endResponse }) {
      const response = await answer(request);
      if (response) endResponse(response);
    },
  };
}
