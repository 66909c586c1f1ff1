import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pinned, pinning } from '../bench/processes.ts';
import { questionsOver } from '../bench/questions.ts';
import { createClient } from '../support/client.ts';
import { makeDataFolders } from '../support/data-folders.ts';
import { endTogether, startServer } from '../support/server.ts';
import { quantile } from '../support/steady.ts';

const help = `npm run busy -- [options]

Asks the benchmark’s questions over many connections while neighbours keep the server’s core busy,
and fails where one is not answered: that a machine is slow is no fault of a question.

  --seconds <number>      how long (120)
  --connections <number>  how many ask at once (32)
  --loops <number>        how many neighbours there are (3)
  --workers <number>      how many processes answer (1)
  --data <folder>         data to ask (the seed)
  --short                 20 seconds
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    connections: { type: 'string', default: '32' },
    loops: { type: 'string', default: '3' },
    workers: { type: 'string', default: '1' },
    data: { type: 'string' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const seconds = values.short ? 20 : Number(values.seconds);

/** A process that does nothing but work; it ends with this one, or by itself. */
function startNeighbour(): () => void {
  const script = `const until = Date.now() + ${(seconds + 30) * 1000}; while (Date.now() < until);`;
  const { command, args } = pinned(0, process.execPath, ['-e', script]);
  const child = spawn(command, args, { stdio: 'ignore' });
  endTogether(child);
  return () => child.kill('SIGKILL');
}

async function run(): Promise<number> {
  const given = values.data === undefined ? [] : [values.data];
  const [folder] = makeDataFolders([0], given);
  if (!folder) return 1;
  const bodies = questionsOver(folder.data, 50).flatMap(({ query, variables }) =>
    variables.map((each) => JSON.stringify({ query, variables: each })),
  );
  const { command, args } = pinned(0, '', []);
  const through = [command, ...args].filter((each) => each !== '');
  const server = await startServer(folder.data, { workers: Number(values.workers), through });
  const neighbours = Array.from({ length: Number(values.loops) }, startNeighbour);
  const waits: number[] = [];
  const unanswered = new Map<string, number>();
  const over = AbortSignal.timeout(seconds * 1000);
  const asking = Array.from({ length: Number(values.connections) }, async (_, nth) => {
    const client = createClient(server.url, '127.0.0.1');
    for (let turn = nth * 7; !over.aborted; turn += 1) {
      const { status, errors, milliseconds } = await client.post(
        bodies[turn % bodies.length] ?? '',
      );
      waits.push(milliseconds);
      if (status === 200 && errors.length === 0) continue;
      const told = `${status} ${errors.join(' ')}`;
      unanswered.set(told, (unanswered.get(told) ?? 0) + 1);
      await wait(10);
    }
    client.close();
  });
  await Promise.all(asking);
  for (const end of neighbours) end();
  const ended = server.hasEnded();
  await server.stop();
  const [half, most] = [0.5, 0.99].map((share) => Math.round(quantile(waits, share)));
  console.log(`${waits.length} questions beside ${neighbours.length} busy loops (${pinning})`);
  console.log(`they waited ${half} ms (p50), ${most} ms (p99)`);
  for (const [told, count] of unanswered) console.log(`WRONG: ${count} × ${told}`);
  if (ended) console.log('WRONG: the server has ended');
  return unanswered.size === 0 && !ended ? 0 : 1;
}

if (values.help) console.log(help);
else process.exitCode = await run();
