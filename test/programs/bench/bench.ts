import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importSeed } from '../../../src/importer/import.ts';
import { compareAnswers } from './compare-answers.ts';
import { measureCounts } from './counts/measure-counts.ts';
import { describeRun } from './describe.ts';
import { measureServers } from './measure.ts';
import { measureWorkers } from './measure-workers.ts';
import { measurePeers } from './peers/measure-peers.ts';
import { measurePlans } from './plans/measure-plans.ts';
import { measureStandbys } from './standbys/measure-standbys.ts';
import { questionsOver } from './questions.ts';

const help = `npm run bench -- [options]

Measures Juzheng beside a hand-written endpoint, itself without its compiler, and a constant answer.

  --data <folder>      what an import has published (default: the seed, imported for this run)
  --rounds <number>    how often each server takes its turn with each question (5)
  --seconds <number>   how long each turn lasts (3)
  --connections <n>    how many connections ask at once (32)
  --workers            also two workers against one, on the whole report
  --short              one round of a second; with --plans and --counts, few pages or questions of every kind
  --plans              instead, pages under each filter in each order against the best of all plans
  --triples <number>   with --plans: so many pages of two filters as well (0; 60 with --short)
  --deep <number>      with --plans: so many pages of a filter across a relation as well (0; 25 with --short)
  --every <number>     with --plans: one of so many pairs (1; 40 with --short)
  --counts             instead, random groups, facets, totals and searches, at first and again, held against scans
  --most <number>      with --counts: so many questions of each kind (1000; 60 with --short)
  --checked <number>   with --counts: so many answers of each kind are held against a scan (40; 10 with --short)
  --seed <number>      with --plans and --counts: which of all are drawn (1)
  --only <pattern>     with --plans and --counts: only what has a title that matches
  --peers              instead, from its file and over PostgreSQL, beside PostGraphile 5 over the same rows there (see test/programs/bench/peers)
  --random <number>    with --peers: so many random pages under filters and an order (400)
  --standbys           instead, two servers on two hot standbys of PostgreSQL against one on one
  --out <file>         where to leave the table too, as Markdown
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    workers: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    plans: { type: 'boolean', default: false },
    triples: { type: 'string' },
    deep: { type: 'string' },
    every: { type: 'string' },
    counts: { type: 'boolean', default: false },
    most: { type: 'string' },
    checked: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    peers: { type: 'boolean', default: false },
    random: { type: 'string', default: '400' },
    standbys: { type: 'boolean', default: false },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const tell = (line: string) => process.stderr.write(`${line}\n`);

async function run(data: string): Promise<void> {
  const text = await textOver(data);
  process.stdout.write(text);
  if (values.out !== undefined) writeFileSync(values.out, text);
}

async function textOver(data: string): Promise<string> {
  if (values.plans) return plansOver(data);
  return values.counts ? countsOver(data) : serversOver(data);
}

/** What is drawn with --plans and --counts. */
const drawn = { seed: Number(values.seed), only: new RegExp(values.only) };

/** How many pages are asked with --plans where nobody says. */
const usualPages = {
  whole: { triples: 0, deep: 0, every: 1 },
  short: { triples: 60, deep: 25, every: 40 },
};

const plansOver = (data: string): string =>
  measurePlans({ data, ...numbersGiven(usualPages), ...drawn, tell });

/** How many questions of each kind are asked with --counts, and how many compared, where nobody says. */
const usualCounts = { whole: { most: 1000, checked: 40 }, short: { most: 60, checked: 10 } };

const countsOver = (data: string): string =>
  measureCounts({ data, ...numbersGiven(usualCounts), ...drawn, tell });

/** Numbers as they are given or, where one is not, as they are usual. */
function numbersGiven<Name extends keyof typeof values>(
  usual: Record<'whole' | 'short', Record<Name, number>>,
): Record<Name, number> {
  const numbers = { ...usual[values.short ? 'short' : 'whole'] };
  for (const name of Object.keys(numbers) as Name[])
    numbers[name] = Number(values[name] ?? numbers[name]);
  return numbers;
}

async function serversOver(data: string): Promise<string> {
  const plan = {
    data,
    rounds: values.short ? 1 : Number(values.rounds),
    seconds: values.short ? 1 : Number(values.seconds),
    connections: Number(values.connections),
  };
  const questions = questionsOver(data);
  if (values.peers) {
    const random = values.short ? 40 : Number(values.random);
    return measurePeers({ ...plan, random, seed: 1 }, questions, tell);
  }
  if (values.standbys) return measureStandbys(plan, questions, tell);
  const compared = await compareAnswers(data, questions);
  tell(`${compared} answers are equal from all three`);
  const servers = await measureServers(plan, questions, tell);
  const workers = values.workers ? await measureWorkers(plan, questions, tell) : null;
  return describeRun(plan, questions, servers, workers);
}

if (values.help) {
  process.stdout.write(help);
} else if (values.data !== undefined) {
  await run(values.data);
} else {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  try {
    await importSeed({ seed: join(import.meta.dirname, '../../../seed'), data });
    await run(data);
  } finally {
    rmSync(data, { recursive: true });
  }
}
