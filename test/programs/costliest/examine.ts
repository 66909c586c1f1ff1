import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../support/client.ts';
import type { Asked, Client } from '../support/client.ts';
import {
  processIds,
  privateMemory,
  processorTime,
  watchPrivateMemory,
} from '../support/process-tree.ts';
import { startServer } from '../support/server.ts';
import type { Server } from '../support/server.ts';
import type { Testimony } from '../support/steady.ts';
import { createWitness } from '../support/witness.ts';
import type { Witness } from '../support/witness.ts';

/** What became of a question: only one that was answered can be costly and legal. */
export type Fate = 'answered' | 'refused' | 'stopped' | 'given up' | 'failed';

export type Figures = {
  fate: Fate;
  /** Processor time of all processes of the server for this question alone, in milliseconds. */
  processor: number;
  /** From the question to the end of its answer. */
  milliseconds: number;
  bytes: number;
  /** Bytes of memory that all processes together had for themselves at most. */
  memory: number;
  /** By how many bytes that grew with this question. */
  growth: number;
  witness: Testimony;
  /** What must never be, whatever is asked. */
  wrong: string[];
};

/** A server that is asked one question at a time. */
export type Bench = {
  client: Client;
  /** The witness’s waits while nothing else was asked, in milliseconds. */
  idle: Testimony;
  examine: (query: string) => Promise<Figures>;
  close: () => Promise<void>;
};

/** Asked longer than this, a question is given up and the server started anew, in milliseconds. */
const most = 3000;

type Running = { server: Server; witness: Witness; client: Client };

/** @param idleFor for how many milliseconds the idle server is watched first */
export async function openBench(
  data: string,
  { workers, idleFor }: { workers: number; idleFor: number },
): Promise<Bench> {
  let running = await start(data, workers);
  // Whatever is done at first only is no drift.
  await untilQuiet(running.server.pid, new Set(), 0);
  await running.witness.during(wait(idleFor / 4));
  const begun = processorTime(running.server.pid);
  const idle = await running.witness.during(wait(idleFor));
  /** Processor time that the server takes, asked by the witness alone, each millisecond. */
  const drift = (processorTime(running.server.pid) - begun) / idleFor;

  async function restart(): Promise<void> {
    await stop(running);
    running = await start(data, workers);
    await untilQuiet(running.server.pid, new Set(), 0);
  }

  return {
    get client() {
      return running.client;
    },
    idle,
    async examine(query) {
      const faults = running.server.faults().length;
      const figures = await examineOnce(running, query, drift);
      figures.wrong.push(...running.server.faults().slice(faults));
      if (running.server.hasEnded()) figures.wrong.push('the server has ended');
      if (figures.fate === 'given up' || running.server.hasEnded()) await restart();
      return figures;
    },
    close: () => stop(running),
  };
}

async function start(data: string, workers: number): Promise<Running> {
  const server = await startServer(data, { workers });
  const client = createClient(server.url, '127.0.0.3');
  const witness = await createWitness(server.url);
  return { server, client, witness };
}

async function stop({ server, client, witness }: Running): Promise<void> {
  witness.close();
  client.close();
  await server.stop();
}

async function examineOnce(
  { server, client, witness }: Running,
  query: string,
  drift: number,
): Promise<Figures> {
  const { pid } = server;
  const before = new Set(processIds(pid));
  const had = privateMemory(pid);
  using memory = watchPrivateMemory(pid);
  const begun = processorTime(pid);
  const asking = client.ask(query, most);
  const heard = witness.during(asking);
  const asked = await asking;
  let processor = processorTime(pid) - begun - drift * asked.milliseconds;
  const fate = fateOf(asked);
  // What goes on after the answer is part of the question; what starts for the next one is not.
  if (fate !== 'given up' && asked.milliseconds > 100) {
    processor += await untilQuiet(pid, before, drift);
  }
  const isGone = fate === 'given up';
  return {
    fate,
    processor: Math.max(0, Math.round(processor)),
    milliseconds: Math.round(asked.milliseconds),
    bytes: asked.bytes,
    memory: memory.peak(),
    growth: memory.peak() - had,
    witness: isGone ? { waits: [asked.milliseconds], lost: [] } : await heard,
    wrong: wrongIn(asked),
  };
}

/** Waits until the tree does nothing more, and says how much some of it did, in milliseconds. */
async function untilQuiet(pid: number, only: ReadonlySet<number>, drift: number): Promise<number> {
  const pause = 50;
  const begun = processorTime(pid, only);
  let last = processorTime(pid);
  let pauses = 0;
  for (let isQuiet = false; !isQuiet && pauses < 60; pauses += 1) {
    await wait(pause);
    const now = processorTime(pid);
    isQuiet = now - last - drift * pause <= 10;
    last = now;
  }
  return Math.max(0, processorTime(pid, only) - begun - drift * pause * pauses);
}

function fateOf({ status, errors }: Asked): Fate {
  if (status === 0) return 'given up';
  if (errors.includes('QUERY_TIMEOUT')) return 'stopped';
  if (status >= 500 && status !== 503) return 'failed';
  return status === 200 && errors.length === 0 ? 'answered' : 'refused';
}

/** No answer may be a fault of the server’s; 503 may be one of whoever asks too much. */
function wrongIn({ status, errors, text }: Asked): string[] {
  const isWrong = (status >= 500 && status !== 503) || errors.includes('INTERNAL_SERVER_ERROR');
  const isBroken =
    status === 0 && !text.startsWith('TimeoutError') && !text.startsWith('AbortError');
  return isWrong || isBroken ? [`${status} ${text.slice(0, 300)}`] : [];
}
