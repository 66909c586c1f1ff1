import { setTimeout as wait } from 'node:timers/promises';
import { bars } from './bars.ts';
import type { Asked, Client } from '../support/client.ts';
import {
  processIds,
  privateMemory,
  processTimes,
  processorTime,
  sumOf,
  watchPrivateMemory,
} from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';
import type { Testimony } from '../support/steady.ts';
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

/**
 * Beyond so many milliseconds of processor time, or so long, a question is given up and the server
 * started anew: a busy machine takes longer for the same work.
 */
const most = { processor: 4 * bars.processor, time: 15_000 };

/** A server, whoever asks it, and the witness beside him. */
export type Running = { server: Server; witness: Witness; client: Client };

/**
 * Asks a question alone and measures what it takes.
 * @param small milliseconds of processor time that a question of the witness takes
 */
export async function examineOnce(
  { server, client, witness }: Running,
  query: string,
  small: number,
): Promise<Figures> {
  const { pid } = server;
  const before = new Set(processIds(pid));
  const had = privateMemory(pid);
  using memory = watchPrivateMemory(pid);
  const begun = processorTime(pid);
  using bound = boundOf(pid, begun + most.processor);
  const asking = client.ask(query, bound.signal);
  const hearing = witness.during(asking);
  const asked = await asking;
  const fate = fateOf(asked);
  // Whoever waits for a server that will be ended has waited as long as the question.
  const none = { asked: 0, waits: [asked.milliseconds], lost: [] };
  const heard = fate === 'given up' ? none : await hearing;
  const answered = processTimes(pid);
  let processor = sumOf(answered) - begun - small * heard.asked;
  if (fate !== 'given up' && asked.milliseconds > 100) {
    await untilQuiet(pid);
    processor += afterwards(answered, processTimes(pid), before);
  }
  return {
    fate,
    processor: Math.max(0, Math.round(processor)),
    milliseconds: Math.round(asked.milliseconds),
    bytes: asked.bytes,
    memory: memory.peak(),
    growth: memory.peak() - had,
    witness: heard,
    wrong: wrongIn(asked),
  };
}

/** Aborts what takes too long. */
function boundOf(pid: number, processor: number): { signal: AbortSignal } & Disposable {
  const over = new AbortController();
  const timer = setInterval(() => {
    if (processorTime(pid) > processor) over.abort();
  }, 100);
  return {
    signal: AbortSignal.any([over.signal, AbortSignal.timeout(most.time)]),
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}

/** Waits until the tree does nothing more. */
export async function untilQuiet(pid: number): Promise<void> {
  let last = processorTime(pid);
  for (let isQuiet = false, tries = 0; !isQuiet && tries < 60; tries += 1) {
    await wait(50);
    const now = processorTime(pid);
    isQuiet = now - last <= 10;
    last = now;
  }
}

/** A process that has worked less than this when an answer came has been started for the next one. */
const fresh = 50;

/**
 * What was done after the answer, in milliseconds. What goes on is part of the question; what is
 * started in the place of a process that was ended is not.
 */
function afterwards(
  answered: ReadonlyMap<number, number>,
  now: ReadonlyMap<number, number>,
  before: ReadonlySet<number>,
): number {
  const started = [...now].filter(([pid]) => !before.has(pid) && (answered.get(pid) ?? 0) < fresh);
  const forNext = started.reduce((sum, [pid, time]) => sum + time - (answered.get(pid) ?? 0), 0);
  return Math.max(0, sumOf(now) - sumOf(answered) - forNext);
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
