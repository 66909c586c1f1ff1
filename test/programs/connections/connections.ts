import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { alignColumns } from '../../../src/cli/terminal.ts';
import { connectionsAllowed } from '../../../src/server/connections/open-files.ts';
import { copySeed } from '../../support/copied.ts';
import type { Copied } from '../../support/copied.ts';
import { startProcess } from '../../support/started.ts';
import { kinds, startFlood } from './flood.ts';
import { startWitnesses } from './witnesses.ts';

const help = `npm run connections -- [--short]

Opens 520, 2,000 and 5,000 connections from one address to a server on this machine, with one process
and with two: some with half a body, some silent, some that read nothing. Other addresses ask a small
question meanwhile, and no answer may be lost. It takes about a minute and a half.

  --short   520 and 2,000 connections only, each for a second
`;

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const counts = values.short ? [520, 2000] : [520, 2000, 5000];
const holdMilliseconds = values.short ? 1000 : 3000;

/** What this program holds open beside its flood, generously. */
const ownFiles = 200;

type Row = (string | number)[];

/** Every kind and number of connections against one server; gives back a row for each. */
async function floodServer(
  copy: Copied,
  workers: number,
): Promise<{ rows: Row[]; lost: string[] }> {
  const server = await startProcess(copy, { workers, logLevel: 'error' });
  const port = Number(new URL(server.url).port);
  const rows: Row[] = [];
  const lost: string[] = [];
  try {
    const idle = await witness(server.url, () => wait(holdMilliseconds));
    let nth = 0;
    for (const count of counts) {
      for (const kind of kinds) {
        // Each flood from an address of its own: what is left of one is not the next one's.
        const from = `127.0.1.${(nth += 1)}`;
        const flood = await witness(server.url, async () => {
          const { end } = await startFlood({ port, from, kind, count });
          await wait(holdMilliseconds);
          return end();
        });
        const { open, refused } = flood.result;
        rows.push([
          workers,
          kind,
          count,
          // Who reads nothing does not hear that it was closed, nor why.
          kind === 'unread' ? '-' : open,
          kind === 'unread' ? '-' : refused,
          flood.asked,
          flood.lost.length,
          idle.p99.toFixed(1),
          flood.p99.toFixed(1),
        ]);
        lost.push(...flood.lost);
      }
    }
    if (server.process.exitCode !== null) lost.push(`the server ended: ${server.said()}`);
  } finally {
    const ended = once(server.process, 'exit');
    if (server.process.exitCode === null && server.process.kill('SIGTERM')) await ended;
  }
  return { rows, lost };
}

async function witness<Result>(url: string, meanwhile: () => Promise<Result>) {
  const witnesses = startWitnesses(url);
  const result = await meanwhile();
  return { result, ...(await witnesses.end()) };
}

async function run(): Promise<void> {
  const files = connectionsAllowed();
  const needed = Math.max(...counts) + ownFiles;
  if (files !== null && files < needed) {
    console.error(
      `this program opens ${needed} connections; raise its files first: ulimit -n 8192`,
    );
    process.exitCode = 1;
    return;
  }
  const copy = copySeed();
  const header = ['processes', 'kind', 'connections', 'open', 'told 503', 'asked', 'lost'];
  const table: Row[] = [[...header, 'p99 idle', 'p99 ms']];
  const lost: string[] = [];
  try {
    for (const workers of [1, 2]) {
      const flooded = await floodServer(copy, workers);
      table.push(...flooded.rows);
      lost.push(...flooded.lost);
    }
  } finally {
    copy.remove();
  }
  console.log(alignColumns(table).join('\n'));
  for (const each of lost.slice(0, 20)) console.log(`lost: ${each}`);
  if (lost.length > 0) process.exitCode = 1;
}

if (values.help) console.log(help);
else await run();
