import { loadavg } from 'node:os';
import peersPackage from './package.json' with { type: 'json' };
import { headOf, inThousands, tableOf } from '../describe.ts';
import { generator } from '../load.ts';
import { listingOf } from '../../../../src/fields/listing.ts';
import { pinning } from '../processes.ts';
import type { Cluster } from './cluster.ts';
import type { Copied } from './copy-tables.ts';
import type { PeersPlan } from './measure-peers.ts';
import type { Standard } from './measure-standard.ts';
import type { MeasuredPair, RandomPages } from './random-pages.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';

export type PeersRun = {
  plan: PeersPlan;
  copied: Copied;
  cluster: Pick<Cluster, 'version'>;
  compared: number;
  standard: readonly Standard[];
  random: RandomPages;
};

/** What is asked: to be ahead so many times on standard questions, and at the median of random ones. */
const bars = { standard: 4, random: 2 };

const named = 15;

const times = (one: number, other: number) => (one / other).toFixed(2);

/** All that a run found, as Markdown. */
export function describePeers(run: PeersRun): string {
  const { plan, copied, cluster, compared, standard, random } = run;
  const { postgraphile, graphql, pg, ...more } = peersPackage.dependencies;
  const filter = more['postgraphile-plugin-connection-filter'];
  const rows = standard.map(({ question, juzheng, postgraphile: peer }) => [
    `${question.title} (${question.variables.length} different)`,
    ...[juzheng, peer].map(({ perSecond }) => inThousands(perSecond)),
    times(juzheng.perSecond, peer.perSecond),
    ...[juzheng, peer].map(({ cpu }) => inThousands(cpu)),
    times(peer.cpu, juzheng.cpu),
  ]);
  return `${[
    ...headOf(plan.data),
    `PostGraphile ${postgraphile} (grafserv on node, Amber preset, postgraphile-plugin-connection-filter ${filter}, graphql ${graphql}, pg ${pg}; GRAPHILE_ENV=production, static documents with variables, 10 connections over a socket), PostgreSQL ${cluster.version}: the same ${inThousands(copied.rows)} rows, ${copied.indexes} of the same indexes${copied.refused.length > 0 ? ` (${copied.refused.length} refused)` : ''}, vacuumed and analyzed.`,
    `Medians of ${plan.rounds} × ${plan.seconds} s in turn, ${plan.connections} connections, load by ${generator}, ${pinning} (PostgreSQL beside the server); load average ${loadavg()[0]?.toFixed(1)}.`,
    `${compared} answers to the standard questions held the same rows, in the same order. PostGraphile has no search: it is asked for a function of PostgreSQL over the same words, and for no snippets.`,
    '',
    'Answers a second, and microseconds of processor time an answer (of the server with its database); ratios above 1 are in favour of Juzheng:',
    '',
    ...tableOf(
      [
        'question',
        'Juzheng /s',
        'PostGraphile /s',
        'ratio',
        'Juzheng µs',
        'PostGraphile µs',
        'ratio',
      ],
      rows,
    ),
    '',
    ...describeRandom(random),
  ].join('\n')}\n`;
}

type Both = MeasuredPair & { juzheng: number; postgraphile: number };

const hasBoth = (pair: MeasuredPair): pair is Both =>
  pair.juzheng !== null && pair.postgraphile !== null;

const ratioOf = ({ juzheng, postgraphile }: Both) => postgraphile / juzheng;

function describeRandom({ measured, untranslated, compared, different }: RandomPages): string[] {
  const both = measured.filter(hasBoth);
  const groups = [...Map.groupBy(both, ({ question }) => kindOf(question)), ['all', both] as const];
  const givenUp = (by: 'juzheng' | 'postgraphile') =>
    measured.filter((pair) => pair[by] === null).length;
  const rows = groups.map(([kind, pairs]) => {
    const ratios = pairs.map(ratioOf);
    return [
      kind,
      pairs.length,
      inThousands(
        quantile(
          pairs.map(({ juzheng }) => juzheng),
          0.5,
        ),
      ),
      inThousands(
        quantile(
          pairs.map(({ postgraphile }) => postgraphile),
          0.5,
        ),
      ),
      ...[0.1, 0.5, 0.9].map((part) => quantile(ratios, part).toFixed(2)),
      ratios.filter((ratio) => ratio < 1).length,
    ];
  });
  const lost = both.filter((pair) => ratioOf(pair) < 1).toSorted((a, b) => ratioOf(a) - ratioOf(b));
  const reasons = [...untranslated].map(([reason, count]) => `${count} for ${reason}`).join(', ');
  return [
    `Random pages of 20 under filters and an order, one at a time, warm, the median of five: microseconds of processor time. ${[...untranslated.values()].reduce((a, b) => a + b, 0)} more cannot be asked there (${reasons || 'none'}). Given up after ten seconds: ${givenUp('postgraphile')} there, ${givenUp('juzheng')} here. ${compared} compared, ${different.length} with other rows.`,
    '',
    ...tableOf(
      [
        'pages',
        'count',
        'Juzheng µs',
        'PostGraphile µs',
        'ratio, p10',
        'median',
        'p90',
        'slower here',
      ],
      rows,
    ),
    '',
    ...(lost.length > 0 ? ['Slower here:', ''] : []),
    ...lost.slice(0, named).map(line),
    ...(different.length > 0 ? ['', 'With other rows:', ''] : []),
    ...different.slice(0, named).map((title) => `- ${title}`),
    '',
    `Bars: ${bars.standard} × on each standard question, ${bars.random} × at the median of the random ones.`,
  ];
}

const line = (pair: Both) =>
  `- ${ratioOf(pair).toFixed(2)} (${inThousands(pair.juzheng)} µs against ${inThousands(pair.postgraphile)}): ${pair.question.title}`;

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function kindOf({ table, variables: { filter } }: PageQuestion): string {
  const rules = listingOf(table)?.rules ?? {};
  const names = Object.keys(filter);
  if (names.some((name) => 'other' in (rules[name]?.input ?? {}))) return 'across a relation';
  return names.length === 1 ? 'one filter' : 'two filters';
}
