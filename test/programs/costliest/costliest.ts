import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readExamples } from '../../../src/examples/read-examples.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import { readCostly } from '../crowd/costly.ts';
import { makeDataFolders } from '../support/data-folders.ts';
import type { DataFolder } from '../support/data-folders.ts';
import { openBench } from './bench.ts';
import { gatherMaterial } from './material.ts';
import { createTools } from './operators/operator.ts';
import { reduce } from './reduce.ts';
import { essential } from './archive.ts';
import { search } from './search.ts';
import { judge, table } from './verdict.ts';
import type { Judged } from './verdict.ts';

const help = `npm run costliest -- [options]

Looks for the slowest question that the server does not refuse, grown by mutation from the examples
and from scratch, and fails where one takes more work or memory than any may, or has others wait.

  --minutes <number>  how long it looks, over all data together (10)
  --seed <number>     which way it looks; the same goes the same way, but for what it measures (1)
  --data <folder>     data to look in, several times for several (the seed, 300 and 700 reports)
  --workers <number>  how many processes answer (1)
  --out <folder>      where the costliest are written as .graphql files
  --short             under a minute, over the seed and 60 reports
`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', multiple: true, default: [] },
    workers: { type: 'string', default: '1' },
    out: { type: 'string' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** What it begins with: the examples, and what was found to be costly before. */
const starts = [...readExamples(), ...readCostly()].map(({ query }) => query);

/** How many of the costliest are told. */
const told = 10;

/** How many faults are told. */
const mostLines = 40;

async function look({ name, data }: DataFolder, milliseconds: number): Promise<Judged> {
  const idleFor = values.short ? 300 : 1000;
  const bench = await openBench(data, { workers: Number(values.workers), warmFor: idleFor });
  try {
    const begun = performance.now();
    const at = (share: number) => begun + share * milliseconds;
    const tools = createTools(await gatherMaterial(bench.client), randomOf(Number(values.seed)));
    const found = await search(bench, tools, { starts, until: at(0.65) });
    console.log(
      `\n${name}: ${found.asked} questions, ${found.answered} answered, at most ${Math.round(bench.memory() / 2 ** 20)} MiB`,
    );
    const longest = essential(found.costliest).slice(0, told);
    const costliest = await reduce(bench, longest, { tools, until: at(0.8) });
    const shorter = { ...found, costliest: essential(costliest) };
    return await judge(bench, shorter, { name, told, idleFor, until: at(1) });
  } finally {
    await bench.close();
  }
}

function write(folder: string, { name, costliest }: Judged): void {
  mkdirSync(folder, { recursive: true });
  costliest.forEach(({ query, kind, figures }, nth) => {
    const file = `${name.replaceAll(/\W+/g, '-')}-${String(nth + 1).padStart(2, '0')}.graphql`;
    const head = `# ${kind}\n# ${figures.processor} ms of processor time over ${name}\n`;
    writeFileSync(join(folder, file), `${head}${query}\n`);
  });
}

async function run(): Promise<number> {
  const folders = makeDataFolders(values.short ? [0, 60] : [0, 300, 700], values.data);
  const minutes = values.short ? 0.35 : Number(values.minutes);
  const wrong: string[] = [];
  for (const folder of folders) {
    const judged = await look(folder, (minutes * 60_000) / folders.length);
    for (const line of table(judged)) console.log(line);
    if (values.out !== undefined) write(values.out, judged);
    wrong.push(...judged.wrong.map((each) => `${folder.name}: ${each}`));
  }
  console.log(
    wrong.length === 0
      ? '\nno question costs too much'
      : `\nWRONG\n${wrong
          .slice(0, mostLines)
          .map((each) => each.slice(0, 300))
          .join('\n')}`,
  );
  return wrong.length === 0 ? 0 : 1;
}

if (values.help) console.log(help);
else process.exitCode = await run();
