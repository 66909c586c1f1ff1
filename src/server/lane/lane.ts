import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { limits } from '../../limits.ts';
import type { FromLane, Question, ToLane } from './messages.ts';

export type LaneAnswer = Extract<FromLane, { kind: 'answer' }>;

/** Why there is no answer from the other process. */
export type NoAnswer = 'TIMEOUT' | 'TOO_MANY' | 'BROKEN';

export type Lane = {
  ask: (question: Question) => Promise<LaneAnswer | NoAnswer>;
  close: () => void;
};

type Waiting = { question: Question; answer: (answer: LaneAnswer | NoAnswer) => void };

const entry = fileURLToPath(new URL('lane-process.ts', import.meta.url));

/**
 * A second process that answers what may take long, one question at a time, so that those who ask
 * little never wait for those who ask much. It is started when first needed. Where it takes longer
 * than the limit it is ended, its question is answered with TIMEOUT, and another takes its place.
 */
export function createLane({
  data,
  log,
  milliseconds = limits.sqlMilliseconds.value,
  maximumWaiting = limits.waiting.value,
}: {
  data: string;
  log: Logger;
  milliseconds?: number;
  maximumWaiting?: number;
}): Lane {
  const queue: Waiting[] = [];
  let child: ChildProcess | null = null;
  let isReady = false;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function start(): void {
    const started = fork(entry, [], { serialization: 'advanced', execArgv: [] });
    child = started;
    isReady = false;
    started.on('message', (message: FromLane) => {
      if (message.kind === 'ready') isReady = true;
      else finish(message);
      next();
    });
    started.on('exit', () => {
      if (child !== started) return;
      child = null;
      // It ended by itself: what it was asked is not asked again, for that may have been why.
      if (current) {
        log.error('the process for costly questions ended while it answered one');
        finish('BROKEN');
      }
      next();
    });
    started.send({ kind: 'serve', data } satisfies ToLane);
  }

  function finish(answer: LaneAnswer | NoAnswer): void {
    clearTimeout(timer);
    const done = current;
    current = null;
    done?.answer(answer);
  }

  function next(): void {
    if (closed || current || queue.length === 0) return;
    if (!child) return start();
    if (!isReady) return;
    current = queue.shift() ?? null;
    if (!current) return;
    child.send({ kind: 'ask', question: current.question } satisfies ToLane);
    timer = setTimeout(() => {
      log.warn({ milliseconds }, 'a question took too long; its process is ended');
      child?.kill('SIGKILL');
      child = null;
      finish('TIMEOUT');
      next();
    }, milliseconds);
  }

  return {
    ask(question) {
      if (closed) return Promise.resolve('BROKEN');
      if (queue.length >= maximumWaiting) return Promise.resolve('TOO_MANY');
      return new Promise((answer) => {
        queue.push({ question, answer });
        next();
      });
    },
    close() {
      closed = true;
      clearTimeout(timer);
      child?.kill('SIGKILL');
      finish('BROKEN');
      for (const { answer } of queue.splice(0)) answer('BROKEN');
    },
  };
}
