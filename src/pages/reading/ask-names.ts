import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import type { Answer } from '../ask-all.ts';
import type { Queries } from '../queries/query-types.ts';

type Pages = NonNullable<Answer<'names'>['report']>;

/** What a report names, and its codes that are given no longer. */
export type ReportNames = {
  [Name in keyof Pages]: (Pages[Name] extends { nodes: (infer Item)[] }
    ? Item
    : Pages[Name] extends { edges: (infer Item)[] }
      ? Item
      : never)[];
};

type ConnectionName = keyof ReportNames;

const query = readQuery('names');

/**
 * Asks for all of them, as many at once as a page holds of each.
 * @throws Unanswered with the API's errors
 */
export async function askNames(
  ask: Ask,
  variables: Pick<Queries['names']['variables'], 'code' | 'language'>,
): Promise<ReportNames> {
  const names: ReportNames = { documents: [], honours: [], organizations: [], retiredCodes: [] };
  const cursors: Record<ConnectionName, string | null> = {
    documents: null,
    honours: null,
    organizations: null,
    retiredCodes: null,
  };
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const { report } = await askOne(ask, query, { ...variables, ...cursors });
    for (const name of Object.keys(names) as ConnectionName[]) {
      const page = report?.[name];
      if (!page) continue;
      // Edges are asked for instead of the nodes where they have facts of their own.
      names[name].push(...(('nodes' in page ? page.nodes : page.edges) as never[]));
      const { pageInfo } = page;
      // Behind the last one there is nothing, however often the others go on.
      cursors[name] = pageInfo.endCursor ?? cursors[name];
      goesOn ||= pageInfo.hasNextPage;
    }
  }
  return names;
}
