import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../support/client.ts';
import type { Client } from '../support/client.ts';
import { processorTime } from '../support/process-tree.ts';
import { startServer } from '../support/server.ts';
import type { Testimony } from '../support/steady.ts';
import { createWitness } from '../support/witness.ts';
import { examineOnce, untilQuiet } from './examine.ts';
import type { Figures, Running } from './examine.ts';

/** A server that is asked one question at a time. */
export type Bench = {
  client: Client;
  /** The witness’s waits while nothing else was asked for so many milliseconds. */
  idle: (milliseconds: number) => Promise<Testimony>;
  examine: (query: string) => Promise<Figures>;
  /** Bytes of memory that all processes together had for themselves at most until now. */
  memory: () => number;
  close: () => Promise<void>;
};

/** @param warmFor for how many milliseconds the idle server is watched first */
export async function openBench(
  data: string,
  { workers, warmFor }: { workers: number; warmFor: number },
): Promise<Bench> {
  let running = await start(data, workers);
  let memory = 0;
  await running.witness.during(wait(warmFor));
  const begun = processorTime(running.server.pid);
  const { asked } = await running.witness.during(wait(warmFor));
  /** Processor time that the server takes for one question of the witness. */
  const small = (processorTime(running.server.pid) - begun) / asked;

  return {
    get client() {
      return running.client;
    },
    idle: (milliseconds) => running.witness.during(wait(milliseconds)),
    memory: () => memory,
    async examine(query) {
      const faults = running.server.faults().length;
      const figures = await examineOnce(running, query, small);
      memory = Math.max(memory, figures.memory);
      figures.wrong.push(...running.server.faults().slice(faults));
      if (running.server.hasEnded()) figures.wrong.push('the server has ended');
      if (figures.fate === 'given up' || running.server.hasEnded()) {
        await stop(running);
        running = await start(data, workers);
      }
      return figures;
    },
    close: () => stop(running),
  };
}

async function start(data: string, workers: number): Promise<Running> {
  const server = await startServer(data, { workers });
  const client = createClient(server.url, '127.0.0.3');
  const witness = await createWitness(server.url);
  await untilQuiet(server.pid);
  return { server, client, witness };
}

async function stop({ server, client, witness }: Running): Promise<void> {
  witness.close();
  client.close();
  await server.stop();
}
