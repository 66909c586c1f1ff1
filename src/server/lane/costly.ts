import type { Compiled } from '../../compiler/plans.ts';
import { limits } from '../../limits.ts';
import type { Lane, LaneAnswer, NoAnswer } from './lane.ts';
import type { Question } from './messages.ts';
import { createPace } from './pace.ts';

type Counts = Readonly<Record<string, number>>;

/** An answer that is ready to be sent. */
export type Answered = Pick<LaneAnswer, 'status' | 'body'>;

export type Costly = {
  /** Whether a question must not be answered in this process; null is one that was not compiled. */
  isCostly: (compiled: Compiled | null, counts: Counts) => boolean;
  /** Answers it in another process, or says why there is no answer. */
  answer: (question: Question, compiled: Compiled | null) => Promise<Answered>;
  /** Runs what is quick and remembers where it was not. */
  run: <Result>(compiled: Compiled, read: () => Result) => Result;
};

const errors: Record<NoAnswer, { status: number; code: string; message: string }> = {
  TIMEOUT: {
    status: 504,
    code: 'QUERY_TIMEOUT',
    message: `The query took more than ${limits.sqlMilliseconds.value} ms of the database. Ask for less at once: fewer counts, a narrower filter, longer words.`,
  },
  TOO_MANY: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'Too many costly queries are waiting for their turn. Try again in a few seconds.',
  },
  BROKEN: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The query could not be answered this time. Try again in a few seconds.',
  },
};

/** Keeps what may take long out of the process that everybody waits for. */
export function createCostly(lane: Lane | null): Costly {
  const pace = createPace();
  return {
    isCostly(compiled, counts) {
      if (!lane) return false;
      return compiled ? pace.isForLane(compiled.plan, counts) : pace.isLarge(counts);
    },
    async answer(question, compiled) {
      const answer = lane ? await lane.ask(question) : 'BROKEN';
      if (typeof answer === 'string') return refusal(answer);
      if (compiled) pace.told(compiled.plan, answer.milliseconds);
      return answer;
    },
    run(compiled, read) {
      const begun = performance.now();
      try {
        return read();
      } finally {
        pace.told(compiled.plan, performance.now() - begun);
      }
    },
  };
}

function refusal(reason: NoAnswer): Answered {
  const { status, code, message } = errors[reason];
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  return { status, body: new TextEncoder().encode(body) };
}
