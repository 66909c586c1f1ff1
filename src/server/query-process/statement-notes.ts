import type { Logger } from 'pino';
import type { Compiled } from '../../compiler/plan-cache.ts';
import type { QueryCounts } from './query-counts.ts';

/** What was learnt of statements while they ran; each is told once, and without its values. */
export type StatementNotes = {
  failed: (compiled: Compiled, reason: string) => void;
  /** Notes that what was reckoned to be short is not; what is not compiled is known by its document. */
  moved: (compiled: Compiled | null, document: object) => void;
  isMisreckoned: (compiled: Compiled | null, document: object) => boolean;
};

export function createStatementNotes(counts: QueryCounts, log?: Logger): StatementNotes {
  const failed = new WeakSet<object>();
  const misreckoned = new WeakSet<object>();
  return {
    failed({ plan, statement }, reason) {
      counts.statementErrors += 1;
      if (failed.has(plan)) return;
      failed.add(plan);
      log?.error(
        { reason, statement },
        'a compiled statement failed; the executor answers instead',
      );
    },
    moved(compiled, document) {
      const key = compiled?.plan ?? document;
      if (misreckoned.has(key)) return;
      misreckoned.add(key);
      const { statement = 'not compiled' } = compiled ?? {};
      log?.warn({ statement }, 'a query took longer than was estimated');
    },
    isMisreckoned: (compiled, document) => misreckoned.has(compiled?.plan ?? document),
  };
}
