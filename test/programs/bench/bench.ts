import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importSeed } from '../../../src/importer/import.ts';
import { compareAnswers } from './compare-answers.ts';
import { describeRun } from './describe.ts';
import { measureServers } from './measure.ts';
import { measureWorkers } from './measure-workers.ts';
import { questionsOver } from './questions.ts';

const help = `npm run bench -- [options]

Measures Juzheng beside a hand-written endpoint, itself without its compiler, and a constant answer.

  --data <folder>      what an import has published (default: the seed, imported for this run)
  --rounds <number>    how often each server takes its turn with each question (5)
  --seconds <number>   how long each turn lasts (3)
  --connections <n>    how many connections ask at once (32)
  --workers            also two workers against one, on the whole report
  --short              one round of a second
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
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const tell = (line: string) => process.stderr.write(`${line}\n`);

async function run(data: string): Promise<void> {
  const plan = {
    data,
    rounds: values.short ? 1 : Number(values.rounds),
    seconds: values.short ? 1 : Number(values.seconds),
    connections: Number(values.connections),
  };
  const questions = questionsOver(data);
  const compared = await compareAnswers(data, questions);
  tell(`${compared} answers are equal from all three`);
  const servers = await measureServers(plan, questions, tell);
  const workers = values.workers ? await measureWorkers(plan, questions, tell) : null;
  const text = describeRun(plan, questions, servers, workers);
  process.stdout.write(text);
  if (values.out !== undefined) writeFileSync(values.out, text);
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
