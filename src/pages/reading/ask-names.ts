import type { Ask } from '../../table/fetch-pages.ts';
import { askOne, readQuery } from '../ask-all.ts';
import type { TextSegment } from './segments.ts';

type Named = { code: string; name: string };
type Proven = { evidence: TextSegment };

/** What a report names, and its codes that are given no longer. */
export type ReportNames = {
  documents: (Proven & { code: string; title: string; issuer: { name: string } | null })[];
  honours: (Proven & Named & { awarder: { name: string } | null })[];
  organizations: (Proven & { node: Named })[];
  retired: { code: string; reason: string; replacement: string | null }[];
};

type ConnectionName = keyof ReportNames;
type PageOf<Name extends ConnectionName> = {
  nodes?: ReportNames[Name];
  /** Asked for instead of the nodes where they have facts of their own. */
  edges?: ReportNames[Name];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};
type Answer = { report: { [Name in ConnectionName]: PageOf<Name> } };

const query = readQuery('names');

/**
 * Asks for all of them, as many at once as a page holds of each.
 * @throws Unanswered with the API's errors
 */
export async function askNames(
  ask: Ask,
  variables: Readonly<Record<string, unknown>>,
): Promise<ReportNames> {
  const names: ReportNames = { documents: [], honours: [], organizations: [], retired: [] };
  const cursors: Partial<Record<ConnectionName, string | null>> = {};
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ended
    const { report } = await askOne<Answer>(ask, query, { ...variables, ...cursors });
    for (const name of Object.keys(names) as ConnectionName[]) {
      const { nodes, edges = nodes, pageInfo } = report[name];
      names[name].push(...((edges ?? []) as never[]));
      // Behind the last one there is nothing, however often the others go on.
      cursors[name] = pageInfo.endCursor ?? cursors[name] ?? null;
      goesOn ||= pageInfo.hasNextPage;
    }
  }
  return names;
}
