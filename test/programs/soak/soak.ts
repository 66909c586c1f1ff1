import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { alignColumns } from '../../../src/cli/terminal.ts';
import { copySeed } from '../../support/copied.ts';
import { startProcess } from '../../support/started.ts';
import { createConsistency } from './consistency.ts';
import { importAgain, labelAfter, versionOf } from './imports.ts';
import { load } from './load.ts';
import type { Loaded } from './load.ts';
import { watchMemory } from './memory.ts';
import { questions } from './questions.ts';

const help = `npm run soak -- [options]

Asks a server of its own all examples for long, then again while data are imported.

  --minutes <number>      how long nothing else happens (10)
  --imports <number>      how many imports come after (60)
  --connections <number>  how many ask (32)
  --rest <number>         milliseconds that each rests between an answer and the next question (25)
  --workers <number>      how many processes answer (1)
  --short                 some seconds and two imports; what needs time to be true is only told
`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    imports: { type: 'string', default: '60' },
    connections: { type: 'string', default: '32' },
    rest: { type: 'string', default: '25' },
    workers: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** By how much memory may grow in the second half, and the 99th percentile while data are imported. */
const most = { growth: 1.1, slower: 2 };

async function soak(): Promise<string[]> {
  const { short } = values;
  const copy = copySeed();
  const server = await startProcess(copy, { workers: Number(values.workers) });
  const consistency = createConsistency();
  consistency.expect(versionOf(copy), labelAfter(0));
  const asking = {
    url: server.url,
    questions: questions(),
    connections: Number(values.connections),
    rest: Number(values.rest),
    consistency,
  };
  const wrong: string[] = [];
  try {
    await load({ ...asking, until: wait(short ? 1000 : 10_000) });
    const memory = watchMemory(server.url);
    const quiet = await load({
      ...asking,
      until: wait(short ? 4000 : Number(values.minutes) * 60_000),
    });
    const { start, end } = memory.stop();
    const imports = short ? 2 : Number(values.imports);
    const importing = await load({ ...asking, until: importAgain(copy, imports, consistency) });
    print([
      ['alone', quiet],
      [`with ${imports} imports`, importing],
    ]);
    const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);
    const growth = end / start;
    const slower = importing.p99 / quiet.p99;
    console.log(
      `memory: ${mebibytes(start)} MiB after half the time, ${mebibytes(end)} MiB at its end`,
    );
    console.log(`versions seen: ${consistency.seen()} of ${imports + 1}`);
    wrong.push(...quiet.wrong, ...importing.wrong, ...consistency.wrong());
    if (server.process.exitCode !== null) wrong.push('the server has ended');
    if (/ended by|ended with/.test(server.said())) wrong.push('a worker has ended');
    if (short) return wrong;
    if (growth > most.growth) wrong.push(`memory has grown by ${Math.round(growth * 100 - 100)} %`);
    if (slower > most.slower) wrong.push(`p99 with imports is ${slower.toFixed(1)} times as long`);
  } finally {
    server.process.kill('SIGKILL');
    copy.remove();
  }
  return wrong;
}

function print(parts: readonly (readonly [string, Loaded])[]): void {
  const rows = parts.map(([name, { answers, p50, p99, wrong }]) => [
    name,
    answers,
    p50.toFixed(1),
    p99.toFixed(1),
    wrong.length,
  ]);
  console.log(alignColumns([['', 'answers', 'p50 ms', 'p99 ms', 'wrong'], ...rows]).join('\n'));
}

if (values.help) console.log(help);
else {
  const wrong = await soak();
  for (const each of wrong.slice(0, 20)) console.log(`wrong: ${each}`);
  if (wrong.length > 0) process.exitCode = 1;
}
