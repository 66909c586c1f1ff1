import { Worker } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';

/** A thread that is asked one thing after the other. */
export type AskedWorker<Question, Answer> = {
  /** What it answers; once it has ended, each question is refused with what ended it. */
  readonly ask: (question: Question) => Promise<Answer>;
  readonly isGone: () => boolean;
  readonly stop: () => Promise<number>;
};

/** Starts a thread whose module posts one answer to each message, in their order. */
export function startAskedWorker<Question, Answer>(
  module: URL,
  { workerData, resourceLimits }: { workerData: unknown; resourceLimits: ResourceLimits },
): AskedWorker<Question, Answer> {
  const worker = new Worker(module, { workerData, resourceLimits });
  const waiting: PromiseWithResolvers<Answer>[] = [];
  let failure: Error | null = null;
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', (error) => {
    failure = error;
    for (const each of waiting) each.reject(error);
  });
  return {
    ask(question) {
      const answer = Promise.withResolvers<Answer>();
      // Whoever stops taking leaves answers that nobody awaits.
      answer.promise.catch(() => {});
      if (failure) answer.reject(failure);
      waiting.push(answer);
      worker.postMessage(question);
      return answer.promise;
    },
    isGone: () => failure !== null,
    stop: () => worker.terminate(),
  };
}
