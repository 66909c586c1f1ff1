import { parseArgs } from 'node:util';
import { alignColumns } from '../../../src/cli/terminal.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import type { Case, Target } from './case.ts';
import { argumentsOf } from './families/arguments.ts';
import { bodies } from './families/bodies.ts';
import { documents } from './families/documents.ts';
import { files } from './families/files.ts';
import { heads } from './families/heads.ts';
import { searches } from './families/searches.ts';
import { secrets } from './families/secrets.ts';
import { slow } from './families/slow.ts';
import { wire } from './families/wire.ts';
import { abuse } from './run.ts';
import type { Outcome } from './run.ts';

const help = `npm run abuse -- [options]

Sends a server of its own, on this machine, everything that no client should send.

  --short          a sample of every family, and one server only
  --seed <number>  what the order and the sample are drawn from (1)
`;

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

/** How many cases of a family the short form takes. */
const sample = 350;

async function casesFor({ url }: Target, short: boolean): Promise<Case[]> {
  const ask = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).json();
  };
  const all = [
    documents(),
    await argumentsOf(ask),
    searches(),
    bodies(),
    heads(),
    files(),
    secrets(),
    wire(),
    slow({ short }),
  ].flat();
  const mixed = shuffle(all, Number(values.seed));
  if (!short) return mixed;
  const taken = new Map<string, number>();
  return mixed.filter(({ family }) => {
    taken.set(family, (taken.get(family) ?? 0) + 1);
    return (taken.get(family) ?? 0) <= sample;
  });
}

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const { below } = randomOf(seed);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}

function print(workers: number, { counts, failures, told }: Outcome, seconds: number): void {
  const failed = (family: string) => failures.filter((each) => each.family === family).length;
  const families = new Set([...counts.keys(), ...failures.map(({ family }) => family)]);
  const rows = [...families].map((family) => [family, counts.get(family) ?? 0, failed(family)]);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const table = alignColumns([
    ['family', 'cases', 'failed'],
    ...rows,
    ['all', total, failures.length],
  ]);
  console.log(`\n${workers} worker(s), ${Math.round(seconds)} s; ${told}\n${table.join('\n')}`);
  for (const { family, name, wrong } of failures.slice(0, 60)) {
    console.log(`\n${family}: ${name.slice(0, 200)}\n  ${wrong.slice(0, 800)}`);
  }
}

if (values.help) console.log(help);
else {
  for (const workers of values.short ? [1] : [1, 2]) {
    const begun = performance.now();
    const outcome = await abuse({ workers, casesFor: (at) => casesFor(at, values.short) });
    print(workers, outcome, (performance.now() - begun) / 1000);
    if (outcome.failures.length > 0) process.exitCode = 1;
  }
}
