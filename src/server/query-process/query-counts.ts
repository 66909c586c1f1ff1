import type { Work } from '../../fields/work/work.ts';
import type { AgainReason } from './pool.ts';
import type { QueryRoute } from './route.ts';

/** Why a process was ended in the middle of a question. */
type StopReason = 'timeout' | 'memory' | 'left' | AgainReason;

/** Why a question was not answered. */
export type RefusalReason =
  | 'client_full'
  | 'full'
  | 'waited'
  | 'left'
  | 'too_large'
  | 'timeout'
  | 'stalled'
  | 'broken';

/** What became of questions, for `/metrics`. */
export type QueryCounts = {
  questions: Record<QueryRoute, number>;
  /** Questions that another process has planned. */
  plannedElsewhere: number;
  /** What questions were reckoned to be, at the most. */
  reckoned: Work;
  /** What compiled statements gave. */
  answered: { bytes: number; withoutValue: number };
  stops: Record<StopReason, number>;
  refusals: Record<RefusalReason, number>;
  /** Compiled statements that ended in an error, and were then left to the executor. */
  statementErrors: number;
};

export const createQueryCounts = (): QueryCounts => ({
  questions: { HERE: 0, SHORT: 0, LONG: 0 },
  plannedElsewhere: 0,
  reckoned: { rows: 0, bytes: 0 },
  answered: { bytes: 0, withoutValue: 0 },
  stops: { timeout: 0, memory: 0, left: 0, moved: 0, room: 0, queued: 0 },
  refusals: {
    client_full: 0,
    full: 0,
    waited: 0,
    left: 0,
    too_large: 0,
    timeout: 0,
    stalled: 0,
    broken: 0,
  },
  statementErrors: 0,
});
