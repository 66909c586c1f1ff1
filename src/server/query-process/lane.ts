import type { Allowance, MemoryBudget, MemoryUser } from './memory-budget.ts';
import type { QueryProcess } from './query-process.ts';
import type { Supply } from './supply.ts';
import type { LaneName, Ticket } from './ticket.ts';
import type { Turns } from './turns.ts';
import type { WatchBounds } from './watch.ts';

/** What one question to be planned would wait for: nothing but others of its kind, one that is answered, or a process. */
export type PlanningState = 'READY' | 'BUSY' | 'AWAY';

type LaneOptions = {
  name: LaneName;
  supply: Supply;
  turns: Turns<LaneName, Ticket>;
  /** `queued` is one for processes that yield. */
  bounds: WatchBounds;
  memory: MemoryBudget;
  allowance: Allowance;
  /** Told when another lane has room for a question that waits for it. */
  onRoom: () => void;
  /** After so many milliseconds without a question a process that has loaded the executor is ended. */
  idleMilliseconds: number;
};

/** To whom processes yield. To load the executor takes so long that a busy machine would never come to its end. */
const yieldingTo = { STATEMENT: 'SERVING', LONG: 'ALL', EXECUTOR: null } as const;

/** Answers the questions of one lane by one process, one after the other, each in its turn. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #memory: MemoryUser;
  #process: QueryProcess | null = null;
  #running: Ticket | null = null;
  #idle: NodeJS.Timeout | undefined;
  #pausing: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#memory = {
      share: options.allowance.share,
      bytes: () => this.#process?.memory() ?? 0,
      isBusy: () => this.#running !== null,
      retire: () => this.#process && this.#retire(this.#process),
      setBack: () => this.#process?.end('room'),
    };
    options.memory.add(this.#memory);
  }

  /** Goes on with the next question, if it can. */
  advance(): void {
    const { name, turns, memory, allowance } = this.#options;
    if (this.#closed || this.#pausing || this.#running || turns.isEmpty(name)) return;
    clearTimeout(this.#idle);
    // Of two that have more than their shares, one makes place for another process.
    const isBeyond = (this.#process?.memory() ?? 0) > allowance.share;
    if (this.#process && isBeyond && !memory.hasRoom()) this.#retire(this.#process);
    this.#process ??= this.#take();
    if (!this.#process.isReady()) return;
    this.#running = turns.next(name, ({ isLarge }) => !isLarge || memory.hasRoom());
    if (this.#running) void this.#run(this.#process, this.#running);
  }

  /** Ends the process of a question that runs, since nobody waits for the answer. */
  abandon(ticket: Ticket): void {
    if (ticket === this.#running) this.#process?.end('left');
  }

  /** For what a question that is to be planned would wait. */
  planning(): PlanningState {
    const isLoaded = this.#process?.isReady() === true && this.#process.hasExecutor();
    if (!isLoaded) return 'AWAY';
    return this.#running?.job.kind === 'question' ? 'BUSY' : 'READY';
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
  }

  #take(): QueryProcess {
    const taken = this.#options.supply.take();
    void taken.ready.then(() => this.advance());
    void taken.ended.then(() => this.#replace(taken));
    return taken;
  }

  /** Goes on with another process, but not at once where none gets ready. */
  #replace(ended: QueryProcess): void {
    if (this.#process !== ended) return;
    this.#process = null;
    this.#pausing = setTimeout(() => {
      this.#pausing = null;
      this.advance();
    }, this.#options.supply.patience()).unref();
  }

  async #run(by: QueryProcess, ticket: Ticket): Promise<void> {
    const { name, supply, bounds, memory, allowance, onRoom } = this.#options;
    ticket.begin();
    if (ticket.isLarge) memory.takeRoom(this.#memory);
    // The schema was loaded for it before.
    const others = ticket.job.kind === 'plan' && by.hasExecutor() ? 'SERVING' : yieldingTo[name];
    if (others) by.yieldTo(supply.mayYield() ? others : 'A_LITTLE');
    const left = {
      ...bounds,
      processor: bounds.processor - ticket.usedMilliseconds,
      queued: by.yields() ? bounds.queued : Infinity,
    };
    const finishing = by.run(ticket.job, left, () => memory.look(this.#memory));
    supply.prepareSpare(ticket.job.snapshot);
    const finished = await finishing;
    const { outcome } = finished;
    this.#running = null;
    if (outcome === 'stopped' && this.#process === by) this.#process = null;
    if (outcome === 'stopped' && finished.bound === 'queued') supply.noteLeftLittle();
    ticket.finish(finished);
    if (this.#process === by && by.memory() > allowance.kept) this.#retire(by);
    if (memory.giveRoom(this.#memory)) onRoom();
    this.advance();
    if (!this.#running && this.#process?.hasExecutor()) this.#rest(this.#process);
  }

  /** Has another process take the place of one that has grown too large. */
  #retire(bloated: QueryProcess): void {
    this.#process = null;
    bloated.end();
  }

  /** What the executor takes of memory is not kept for nobody. */
  #rest(resting: QueryProcess): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#process = null;
      resting.end();
    }, this.#options.idleMilliseconds).unref();
  }
}
