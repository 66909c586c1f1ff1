import type { Logger } from 'pino';
import { limits } from '../../limits.ts';
import { createClientUsage } from '../guard/client-usage.ts';
import type { ClientUsage } from '../guard/client-usage.ts';
import { Lane } from './lane.ts';
import type { PlanningState } from './lane.ts';
import { allowances, createMemoryBudget } from './memory-budget.ts';
import type { Allowance } from './memory-budget.ts';
import type { Finished } from './query-process.ts';
import { misreckonedMilliseconds } from './route.ts';
import type { routeOf } from './route.ts';
import { createSupply } from './supply.ts';
import { createTicket } from './ticket.ts';
import type { TicketRequest, LaneName, Reply, Ticket } from './ticket.ts';
import { createTurns } from './turns.ts';

export type Pool = {
  /** Where questions are answered, if not by what they are reckoned to take alone. */
  routeOf?: typeof routeOf;
  /** @param onAgain told when a question was ended, to be asked once more, and what it took until then */
  ask: (
    asked: TicketRequest,
    onAgain?: (reason: AgainReason, milliseconds: number) => void,
  ) => Promise<Reply>;
  /** For what a question would wait that is to be planned; without it none ever is. */
  planning?: () => PlanningState;
  state: () => PoolState;
  close: () => void;
};

/**
 * Why a question is asked once more: it was reckoned to be short and is long, it needs more memory than
 * there was room for, or others left its process next to nothing of the processor.
 */
export type AgainReason = 'moved' | 'room' | 'queued';

type PoolState = {
  /** Questions that wait. */
  waiting: number;
  /** Processes that live. */
  processes: number;
  /** Of a processor, used for questions so far. */
  processorSeconds: number;
  /** Of memory that they have of their own, as last looked at. */
  memoryBytes: number;
};

/** What tests set otherwise. */
export type PoolBounds = {
  processorMilliseconds: number;
  shortMilliseconds: number;
  executorMilliseconds: number;
  /** For which a process that yields to others may wait for a processor. */
  queuedMilliseconds: number;
  wallMilliseconds: number;
  /** Of memory that all processes have of their own together. */
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
  queuedMilliseconds: 1000,
  wallMilliseconds: limits.requestMilliseconds.value,
  memoryBytes: limits.queryMemoryBytes.value,
  idleMilliseconds: 10_000,
  waitMilliseconds: limits.waitMilliseconds.value,
  perClient: limits.waitingPerClient.value,
  total: limits.waiting.value,
};

/** Milliseconds that a client is charged for at least, and more for a process that was ended. */
const leastCharge = 1;
const endedCharge = 50;

type PoolOptions = {
  data: string;
  log: Logger;
  /** How much of the processor each client has used lately, in this process too. */
  usage?: ClientUsage;
} & Partial<PoolBounds>;

/**
 * Processes that answer what would keep others waiting, and that can be ended. Short questions never
 * wait for long ones, and clients take turns.
 */
export function createPool(options: PoolOptions): Pool {
  const { data, log, usage = createClientUsage(), ...others } = options;
  const bounds = { ...defaults, ...others };
  const turns = createTurns<LaneName, Ticket>({ usage, ...bounds });
  const supply = createSupply({ data, log });
  const memory = createMemoryBudget(bounds.memoryBytes);
  const lanes = createLanes({ supply, turns, memory }, bounds);
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
    ask(asked, onAgain = () => {}) {
      if (closed) return Promise.resolve({ outcome: 'unheard', reason: 'CLOSED' });
      if (asked.signal?.aborted) return Promise.resolve({ outcome: 'unheard', reason: 'LEFT' });
      const { promise, resolve } = Promise.withResolvers<Reply>();
      const ticket = createTicket(asked, {
        waitMilliseconds: bounds.waitMilliseconds,
        onOver: giveUp,
        onFinished(_, finished) {
          charge(ticket, finished);
          const isOver = closed || asked.signal?.aborted;
          const again = isOver ? null : againReason(ticket, finished, bounds);
          if (!again) return ticket.settle(finished);
          onAgain(again, finished.milliseconds);
          enter(changedFor(again, ticket, finished));
        },
        onSettled: resolve,
      });
      enter(ticket);
      return promise;
    },
    planning: () => lanes.EXECUTOR.planning(),
    state: () => ({
      waiting: turns.size(),
      processes: supply.alive(),
      processorSeconds,
      memoryBytes: supply.alive() > 0 ? memory.held() : 0,
    }),
    close() {
      closed = true;
      for (const lane of Object.values(lanes)) lane.close();
      for (const ticket of turns.clear()) ticket.settle({ outcome: 'unheard', reason: 'CLOSED' });
      supply.close();
    },
  };
}

function createLanes(
  shared: Pick<ConstructorParameters<typeof Lane>[0], 'supply' | 'turns' | 'memory'>,
  bounds: PoolBounds,
): Record<LaneName, Lane> {
  const {
    processorMilliseconds: long,
    wallMilliseconds: wall,
    queuedMilliseconds: queued,
  } = bounds;
  const short = Math.min(bounds.shortMilliseconds, long);
  const laneOf = (name: LaneName, processor: number, allowance: Allowance = allowances.lean) => {
    const memory = shared.memory.boundOf(allowance);
    const ofLane = { name, allowance, onRoom, bounds: { processor, queued, wall, memory } };
    return new Lane({ ...bounds, ...shared, ...ofLane });
  };
  const lanes = {
    STATEMENT: laneOf('STATEMENT', short),
    EXECUTOR: laneOf('EXECUTOR', Math.min(bounds.executorMilliseconds, long), allowances.executor),
    LONG: laneOf('LONG', long),
  };
  function onRoom(): void {
    for (const lane of Object.values(lanes)) lane.advance();
  }
  return lanes;
}

/** A question as it is asked once more: what it took until it was moved counts. */
function changedFor(reason: AgainReason, ticket: Ticket, { milliseconds }: Finished): Ticket {
  if (reason === 'room') ticket.isLarge = true;
  if (reason === 'moved') {
    ticket.lane = 'LONG';
    ticket.usedMilliseconds = milliseconds;
    ticket.milliseconds = Math.max(ticket.milliseconds, milliseconds);
  }
  return ticket;
}

/** Why a question that was ended is asked once more; null where it is not. */
function againReason({ lane }: Ticket, finished: Finished, bounds: PoolBounds): AgainReason | null {
  if (finished.outcome !== 'stopped') return null;
  if (finished.bound === 'room' || finished.bound === 'queued') return finished.bound;
  const wasReckonedShort =
    lane === 'STATEMENT' && bounds.shortMilliseconds < bounds.processorMilliseconds;
  return wasReckonedShort && finished.bound === 'processor' ? 'moved' : null;
}
