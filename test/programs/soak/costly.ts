import { setTimeout as wait } from 'node:timers/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { pressFor } from '../crowd/cell.ts';
import type { Endings } from '../crowd/costly-clients.ts';
import { createClient } from '../support/client.ts';
import { makeDataFolders } from '../support/data-folders.ts';
import { startServer } from '../support/server.ts';
import type { Server } from '../support/server.ts';
import { askSteadily, quantile, waitOf } from '../support/steady.ts';
import { smallQuestion } from '../support/witness.ts';
import { drawCostly } from './costly-questions.ts';
import type { CostlyQuestion } from './costly-questions.ts';

const help = `npm run soak:costly -- [options]

Asks a server random questions, the costliest quarter of those that it does not refuse, without pause
and beside a stream of small ones, and fails where the small ones wait twice as long as alone.

  --data <folder>       what an import has published (300 synthetic reports, made for this run)
  --rounds <number>     how often small questions are asked alone, and beside the others (5)
  --seconds <number>    how long each time (8)
  --questions <number>  from how many random questions the costliest are taken (400)
  --clients <number>    how many ask them at once (4)
  --seed <number>       which questions are drawn (1)
  --new                 each under a name of its own every time, so that it is read and planned anew
  --short               under a minute, over 150 reports
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '8' },
    questions: { type: 'string', default: '400' },
    clients: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    new: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** By how much the 99th percentile of small questions may grow. */
const most = 2;

/** Milliseconds from one small question to the next. */
const every = 10;

async function soak(data: string): Promise<number> {
  const server = await startServer(data);
  const client = createClient(server.url, '127.0.0.3');
  try {
    const count = values.short ? 120 : Number(values.questions);
    const costly = await drawCostly(client, data, { count, seed: Number(values.seed) });
    const took = costly.map(({ milliseconds }) => milliseconds);
    const [median, longest] = [quantile(took, 0.5), quantile(took, 1)].map(Math.round);
    console.log(
      `${costly.length} costly questions of ${count}: half take ${median} ms alone, the costliest ${longest}`,
    );
    const { alone, beside, endings } = await measure(server, costly);
    const ratio = beside / alone;
    console.log(
      `small questions, p99: ${alone.toFixed(1)} ms alone, ${beside.toFixed(1)} ms beside the costly ones: ${ratio.toFixed(2)} ×, at most ${most}; load average ${loadavg()[0]?.toFixed(1)}`,
    );
    for (const [ending, times] of Object.entries(endings))
      console.log(`costly: ${ending} × ${times}`);
    return ratio <= most ? 0 : 1;
  } finally {
    client.close();
    await server.stop();
  }
}

/** The medians of the 99th percentiles of both, in turn: what else the machine does is beside both. */
async function measure({ url }: Server, questions: readonly CostlyQuestion[]) {
  const client = createClient(url, '127.0.0.2');
  const small = await smallQuestion(client);
  const milliseconds = values.short ? 3000 : Number(values.seconds) * 1000;
  const [alone, beside]: [number[], number[]] = [[], []];
  const endings: Endings = {};
  const stream = async (lasting: Promise<unknown>) => {
    const testimony = await askSteadily([small], every, lasting);
    if (testimony.lost.length > 0)
      throw new Error(`a small question was lost: ${testimony.lost[0]}`);
    return waitOf(testimony);
  };
  await stream(wait(1000));
  for (let round = 0; round < (values.short ? 3 : Number(values.rounds)); round += 1) {
    alone.push(await stream(wait(milliseconds)));
    const clients = Number(values.clients);
    const pressing = pressFor({ url, clients, questions, milliseconds, renames: values.new });
    beside.push(await stream(pressing));
    for (const [ending, times] of Object.entries(await pressing))
      endings[ending] = (endings[ending] ?? 0) + times;
  }
  client.close();
  return { alone: quantile(alone, 0.5), beside: quantile(beside, 0.5), endings };
}

if (values.help) {
  console.log(help);
} else {
  const given = values.data === undefined ? [] : [values.data];
  const [folder] = makeDataFolders([values.short ? 150 : 300], given);
  process.exitCode = await soak(folder!.data);
}
