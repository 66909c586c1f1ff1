import { limits } from '../../limits.ts';

/** Has processes one after the other, of which the memory counts. */
export type MemoryUser = {
  /** Bytes that are always there for its process. */
  share: number;
  /** Bytes that its process had of its own when last looked at; none without a process. */
  bytes: () => number;
  isBusy: () => boolean;
  /** Ends a process that does nothing; another takes its place once it is needed. */
  retire: () => void;
  /** Ends a process in the middle of a question, which is asked again once there is room. */
  setBack: () => void;
};

export type MemoryBudget = {
  /** Counts a user from now on. */
  add: (user: MemoryUser) => void;
  /** Bytes that a user's process may have at the most. */
  boundOf: (user: Pick<MemoryUser, 'share'>) => number;
  /** Looks after what a user's process has taken since the last time. */
  look: (user: MemoryUser) => void;
  /** Whether a user could go beyond its share. */
  hasRoom: () => boolean;
  /** Keeps room for a user whose question is known to need it. */
  takeRoom: (user: MemoryUser) => void;
  /** The user's question has ended; says whether that made room. */
  giveRoom: (user: MemoryUser) => boolean;
  /** Bytes that all have, the spare process included, as last looked at. */
  held: () => number;
};

/** What a process may have, in bytes. */
export type Allowance = {
  /** What is always there for it while it answers. */
  share: number;
  /** With how much at the most it is kept when it has answered: SQLite’s goes back late or never. */
  kept: number;
};

/**
 * A process that has just begun has 16 MB, 30 once it has run statements, 80 to 95 with the executor, and some 115 to 145
 * once it has planned; a statement takes some five times its answer on top.
 */
export const allowances = {
  lean: { share: 50e6, kept: 67e6 },
  executor: { share: 152e6, kept: 168e6 },
} as const satisfies Record<string, Allowance>;

/** Bytes of the process that stands ready. */
export const spareBytes = 18e6;

/** What is left when each of the three that answer and the spare one have their shares. */
const commonOf = (total: number) =>
  total - spareBytes - 2 * allowances.lean.share - allowances.executor.share;

/**
 * Shares memory out among the processes of a pool, so that they never have more together than the budget
 * whatever is asked: each has a share, and one of them at a time may go beyond it, by what is left. When that
 * would be too much, those that do nothing are ended, the largest first; whoever else has to go beyond his
 * share meanwhile is set back. None is disturbed within its share.
 */
export function createMemoryBudget(total: number = limits.queryMemoryBytes.value): MemoryBudget {
  const users: MemoryUser[] = [];
  let beyondShare: MemoryUser | null = null;
  const held = () => users.reduce<number>((sum, user) => sum + user.bytes(), spareBytes);

  function retireIdle(): void {
    const idle = users
      .filter((user) => !user.isBusy() && user.bytes() > 0)
      .toSorted((a, b) => b.bytes() - a.bytes());
    for (const user of idle) if (held() > total) user.retire();
  }

  return {
    held,
    add: (user) => void users.push(user),
    boundOf: ({ share }) => share + commonOf(total),
    look(user) {
      if (held() > total) retireIdle();
      if (user.bytes() <= user.share || user === beyondShare) return;
      if (beyondShare) user.setBack();
      else beyondShare = user;
    },
    hasRoom: () => beyondShare === null,
    takeRoom(user) {
      beyondShare = user;
    },
    giveRoom(user) {
      if (user !== beyondShare) return false;
      beyondShare = null;
      return true;
    },
  };
}
