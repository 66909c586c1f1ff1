import { loadavg } from 'node:os';
import peersPackage from './package.json' with { type: 'json' };
import { headOf, inThousands, tableOf } from '../describe.ts';
import { generator } from '../load.ts';
import { pinning } from '../processes.ts';
import type { Cluster } from './cluster.ts';
import type { Copied } from './copy-tables.ts';
import { describeBars } from './describe-bars.ts';
import { describeRandom } from './describe-random.ts';
import type { PeersPlan } from './measure-peers.ts';
import type { Measured, Standard } from './measure-standard.ts';
import type { RandomPages } from './random-pages.ts';
import { comparisons, headOfComparison, sideNames, titles } from './sides.ts';

export type PeersRun = {
  plan: PeersPlan;
  copied: Copied;
  cluster: Pick<Cluster, 'version'>;
  /** Answers to the standard questions that were the same, and those that PostGraphile gave up. */
  compared: { same: number; givenUp: number };
  standard: readonly Standard[];
  random: RandomPages;
};

/** All that a run found, as Markdown. */
export function describePeers(run: PeersRun): string {
  const { plan, copied, cluster, compared, standard, random } = run;
  const { postgraphile, graphql, pg, ...more } = peersPackage.dependencies;
  const filter = more['postgraphile-plugin-connection-filter'];
  return `${[
    ...headOf(plan.data),
    `PostGraphile ${postgraphile} (grafserv on node, Amber preset, postgraphile-plugin-connection-filter ${filter}, graphql ${graphql}, pg ${pg}; GRAPHILE_ENV=production, static documents with variables, 10 connections over a socket), PostgreSQL ${cluster.version}: the same ${inThousands(copied.rows)} rows, ${copied.indexes} of the same indexes${copied.refused.length > 0 ? ` (${copied.refused.length} refused)` : ''}, vacuumed and analyzed.`,
    `Juzheng over PostgreSQL: what juzheng publish puts there, in the same cluster, vacuumed and analyzed too, by a role that only reads, over the same socket; as it is, with answers kept that were given before, and keeping none, so that PostgreSQL is asked each time.`,
    `Medians of ${plan.rounds} × ${plan.seconds} s in turn, ${plan.connections} connections, load by ${generator}, ${pinning} (PostgreSQL beside the server); load average ${loadavg()[0]?.toFixed(1)}.`,
    `${compared.same} answers to the standard questions were the same over PostgreSQL, and held the same rows, in the same order, from PostGraphile. PostGraphile has no search: it is asked for a function of PostgreSQL over the same words, and for no snippets.${compared.givenUp > 0 ? ` ${compared.givenUp} it gave up after ten seconds, again and again; the figures below take that for an answer.` : ''}`,
    '',
    'Answers a second, and by how many times more the second of two gives:',
    '',
    ...describeStandard(standard, 'perSecond'),
    '',
    'Microseconds of processor time an answer, of the server with its database, and how many times those of the second of two the first takes:',
    '',
    ...describeStandard(standard, 'cpu'),
    '',
    ...describeRandom(random),
    '',
    ...describeBars(standard, random.measured),
  ].join('\n')}\n`;
}

function describeStandard(standard: readonly Standard[], figure: keyof Measured): string[] {
  const rows = standard.map((row) => [
    `${row.question.title} (${row.question.variables.length} different)`,
    ...sideNames.map((side) => inThousands(row[side][figure])),
    ...comparisons.map(({ of, by }) => {
      const [one, other] = [row[of][figure], row[by][figure]];
      return (figure === 'cpu' ? one / other : other / one).toFixed(2);
    }),
  ]);
  const heads = sideNames.map((side) => titles[side]);
  return tableOf(['question', ...heads, ...comparisons.map(headOfComparison)], rows);
}
