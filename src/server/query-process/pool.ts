import type { Logger } from 'pino';
import { limits } from '../../limits.ts';
import { createClientUsage } from '../guard/client-usage.ts';
import type { ClientUsage } from '../guard/client-usage.ts';
import { Lane } from './lane.ts';
import type { Finished } from './query-process.ts';
import { misreckonedMilliseconds } from './route.ts';
import { createSupply } from './supply.ts';
import { createTicket } from './ticket.ts';
import type { TicketRequest, LaneName, Reply, Ticket } from './ticket.ts';
import { createTurns } from './turns.ts';

export type Pool = {
  /** @param onMoved told when a question that was reckoned to be short turns out to be long */
  ask: (asked: TicketRequest, onMoved?: () => void) => Promise<Reply>;
  state: () => PoolState;
  close: () => void;
};

type PoolState = {
  /** Questions that wait. */
  waiting: number;
  /** Processes that live. */
  processes: number;
  /** Of a processor, used for questions so far. */
  processorSeconds: number;
};

/** What tests set otherwise. */
export type PoolBounds = {
  processorMilliseconds: number;
  shortMilliseconds: number;
  executorMilliseconds: number;
  wallMilliseconds: number;
  /** Of memory that a process has of its own; with the executor loaded twice as much. */
  memoryBytes: number;
  idleMilliseconds: number;
  waitMilliseconds: number;
  /** Questions that may wait of one client, and in all. */
  perClient: number;
  total: number;
};

const defaults: PoolBounds = {
  processorMilliseconds: limits.sqlMilliseconds.value,
  shortMilliseconds: misreckonedMilliseconds,
  // To load the executor takes as much again.
  executorMilliseconds: limits.sqlMilliseconds.value / 2,
  wallMilliseconds: limits.requestMilliseconds.value,
  memoryBytes: 144 << 20,
  idleMilliseconds: 10_000,
  waitMilliseconds: limits.waitMilliseconds.value,
  perClient: limits.waitingPerClient.value,
  total: limits.waiting.value,
};

/** Milliseconds that a client is charged for at least, and more for a process that was ended. */
const leastCharge = 1;
const endedCharge = 50;

/**
 * Processes that answer what would keep others waiting, and that can be ended. Short questions never
 * wait for long ones, and clients take turns.
 */
export function createPool(
  options: {
    data: string;
    log: Logger;
    /** How much of the processor each client has used lately, in this process too. */
    usage?: ClientUsage;
  } & Partial<PoolBounds>,
): Pool {
  const { data, log, usage = createClientUsage(), ...others } = options;
  const bounds = { ...defaults, ...others };
  const turns = createTurns<LaneName, Ticket>({ usage, ...bounds });
  const supply = createSupply({ data, log });
  const lanes = createLanes({ supply, turns }, bounds);
  let processorSeconds = 0;
  let closed = false;

  function enter(ticket: Ticket): void {
    ticket.wait();
    const over = turns.enter(ticket);
    over?.refused.settle({ outcome: 'unheard', reason: over.reason });
    if (over?.refused !== ticket) lanes[ticket.lane].advance();
  }

  function giveUp(ticket: Ticket, reason: 'WAITED' | 'LEFT'): void {
    if (turns.leave(ticket)) ticket.settle({ outcome: 'unheard', reason });
    // Answering a short query for nobody is cheaper than replacing its process.
    else if (reason === 'LEFT' && ticket.lane === 'LONG') lanes.LONG.abandon(ticket);
  }

  function charge({ client }: Ticket, { milliseconds, outcome }: Finished): void {
    processorSeconds += milliseconds / 1000;
    const ended = outcome === 'stopped' ? endedCharge : 0;
    usage.charge(client, Math.max(leastCharge, milliseconds) + ended);
  }

  return {
    ask(asked, onMoved = () => {}) {
      if (closed) return Promise.resolve({ outcome: 'unheard', reason: 'CLOSED' });
      if (asked.signal?.aborted) return Promise.resolve({ outcome: 'unheard', reason: 'LEFT' });
      const { promise, resolve } = Promise.withResolvers<Reply>();
      const ticket = createTicket(asked, {
        waitMilliseconds: bounds.waitMilliseconds,
        onOver: giveUp,
        onFinished(_, finished) {
          charge(ticket, finished);
          const isOver = closed || asked.signal?.aborted;
          if (isOver || !isMisreckoned(ticket, finished, bounds)) return ticket.settle(finished);
          ticket.lane = 'LONG';
          ticket.milliseconds = Math.max(ticket.milliseconds, bounds.shortMilliseconds);
          onMoved();
          enter(ticket);
        },
        onSettled: resolve,
      });
      enter(ticket);
      return promise;
    },
    state: () => ({ waiting: turns.size(), processes: supply.alive(), processorSeconds }),
    close() {
      closed = true;
      for (const lane of Object.values(lanes)) lane.close();
      for (const ticket of turns.clear()) ticket.settle({ outcome: 'unheard', reason: 'CLOSED' });
      supply.close();
    },
  };
}

function createLanes(
  shared: Pick<ConstructorParameters<typeof Lane>[0], 'supply' | 'turns'>,
  bounds: PoolBounds,
): Record<LaneName, Lane> {
  const { processorMilliseconds: long, wallMilliseconds: wall, memoryBytes: memory } = bounds;
  const short = Math.min(bounds.shortMilliseconds, long);
  const laneOf = (name: LaneName, processor: number, laneMemory = memory) =>
    new Lane({ ...shared, ...bounds, name, bounds: { processor, wall, memory: laneMemory } });
  return {
    STATEMENT: laneOf('STATEMENT', short),
    EXECUTOR: laneOf('EXECUTOR', Math.min(bounds.executorMilliseconds, long), 2 * memory),
    LONG: laneOf('LONG', long),
  };
}

/** Whether a question was ended only because it was reckoned to be short. */
const isMisreckoned = ({ lane }: Ticket, finished: Finished, bounds: PoolBounds) =>
  lane === 'STATEMENT' &&
  bounds.shortMilliseconds < bounds.processorMilliseconds &&
  finished.outcome === 'stopped' &&
  finished.bound === 'processor';
