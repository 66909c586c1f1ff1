import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { watchPrivateMemory } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import { waitOf } from '../support/steady.ts';
import type { Crowd, Endings } from './costly-clients.ts';
import { readCostly } from './costly.ts';
import type { Others } from './others.ts';

/** What so many clients who ask much did to those who do not. */
export type Cell = {
  clients: number;
  /** What all but one in a hundred of them waited at most, in milliseconds. */
  small: number;
  ordinary: number;
  lost: string[];
  endings: Endings;
  /** Bytes that the server’s processes had for themselves at most. */
  memory: number;
};

/** Small questions may wait so long, or so many times as long as on the idle server; ordinary ones so long. */
export const bars = { small: 250, ordinary: 1000, timesIdle: 3, memory: 512 * 2 ** 20 };

/** Has clients ask costly questions in a thread of its own, so that the others’ waits are the server’s and not this program’s. */
export async function pressFor(workerData: Crowd): Promise<Endings> {
  const worker = new Worker(thread, { workerData });
  const [endings] = (await once(worker, 'message')) as [Endings];
  await worker.terminate();
  return endings;
}

const thread = new URL('./costly-clients.ts', import.meta.url);

/** The same without anybody who asks much. */
export async function idleCell(server: Server, others: Others, milliseconds: number) {
  return { ...(await cellOf(server, others, wait(milliseconds))), clients: 0, endings: {} };
}

/** Has so many clients ask costly questions, and the others beside them. */
export async function crowdCell(
  server: Server,
  others: Others,
  { clients, milliseconds }: { clients: number; milliseconds: number },
): Promise<Cell> {
  const questions = readCostly().map(({ query }) => ({ query }));
  const told = pressFor({ url: server.url, clients, questions, milliseconds, renames: true });
  const cell = await cellOf(server, others, told);
  return { ...cell, clients, endings: await told };
}

async function cellOf({ pid }: Server, others: Others, lasting: Promise<unknown>) {
  using memory = watchPrivateMemory(pid, 100);
  const { small, ordinary } = await others.during(lasting);
  return {
    small: waitOf(small),
    ordinary: waitOf(ordinary),
    lost: [...small.lost, ...ordinary.lost],
    memory: memory.peak(),
  };
}

/** Who waits beyond the bars, held against the idle cell of the same server. */
export function waitsOf(cell: Cell, idle: Cell): string[] {
  const most = (bar: number, alone: number) => Math.max(bar, bars.timesIdle * alone);
  const waits = [
    cell.small > most(bars.small, idle.small) &&
      `small questions wait ${Math.round(cell.small)} ms`,
    cell.ordinary > most(bars.ordinary, idle.ordinary) &&
      `ordinary questions wait ${Math.round(cell.ordinary)} ms`,
  ];
  return waits.filter((each) => typeof each === 'string');
}

/** What may never be, however busy the machine is. */
export function faultsOf(cell: Cell): string[] {
  const faults = [
    cell.lost.length > 0 && `${cell.lost.length} questions were lost: ${cell.lost[0]}`,
    cell.endings['INTERNAL_SERVER_ERROR'] !== undefined && 'an internal error',
  ];
  return faults.filter((each) => typeof each === 'string');
}
