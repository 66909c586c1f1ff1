import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Compiled } from '../../compiler/plan-cache.ts';
import type { Statistics } from '../../db/statistics/statistics.ts';
import { oncePer } from '../../fields/once-per.ts';
import type { Work } from '../../fields/work/work.ts';
import type { QueryCounts } from './query-counts.ts';

/** What was learnt of statements while they ran; each is told once, and without its values. */
export type StatementNotes = {
  failed: (compiled: Compiled, reason: string) => void;
  /** Notes that what was reckoned to be short is not; what is not compiled is known by its document. */
  moved: (compiled: Compiled | null, document: object, milliseconds: Misreckoned) => void;
  isMisreckoned: (compiled: Compiled | null, document: object) => boolean;
  /** Notes how long an answer was. */
  answered: (compiled: Compiled, bytes: number) => void;
  /** What a question is reckoned at where its answer may be known: no more bytes than that has. */
  boundedWork: (compiled: Compiled) => Work;
};

/** Milliseconds of a processor: those that were reckoned at the most, and those until it was ended to be moved. */
type Misreckoned = { estimated: number; took: number };

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
    moved(compiled, document, { estimated, took }) {
      const key = compiled?.plan ?? document;
      if (misreckoned.has(key)) return;
      misreckoned.add(key);
      const { statement = 'not compiled' } = compiled ?? {};
      log?.warn(
        {
          estimatedMilliseconds: Math.round(estimated),
          tookMilliseconds: Math.round(took),
          statement,
        },
        'a query that was estimated to be short took longer; from now on it is answered among the long ones',
      );
    },
    isMisreckoned: (compiled, document) => misreckoned.has(compiled?.plan ?? document),
    ...createAnswerSizes(),
  };
}

/** How many lengths of answers are kept, by the characters of the values that they go with and what else each takes. */
const kept = { characters: 4_000_000, each: 300 };

/**
 * Remembers how long answers were: one statement with the same values has one answer for as long as a
 * snapshot is served, so that its length is no guess. How long it took is not kept: see `route.ts`.
 */
function createAnswerSizes(): Pick<StatementNotes, 'answered' | 'boundedWork'> {
  let plans = 0;
  const numberOf = oncePer((_plan: Compiled['plan']) => (plans += 1));
  const sizesOver = oncePer(
    (_statistics: Statistics) =>
      new LRUCache<string, number>({
        maxSize: kept.characters,
        sizeCalculation: (_bytes, key) => key.length + kept.each,
      }),
  );
  const keyOf = ({ plan, values }: Compiled) => `${numberOf(plan)} ${JSON.stringify(values)}`;
  return {
    answered: (compiled, bytes) => void sizesOver(compiled.statistics).set(keyOf(compiled), bytes),
    boundedWork(compiled) {
      const { work, statistics } = compiled;
      const bytes = sizesOver(statistics).get(keyOf(compiled)) ?? work.bytes;
      return { ...work, bytes: Math.min(work.bytes, bytes) };
    },
  };
}
