import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readerBounds } from '../../limits.ts';
import type { ReadDocument } from '../document.ts';
import { UnreadableFile } from '../unreadable.ts';
import type { UnreadableRule } from '../unreadable.ts';
import type { FromReader, ToReader } from './messages.ts';
import { watchReader } from './watch.ts';
import type { ReaderBounds } from './watch.ts';

export type ReaderProcess = {
  /** One file at a time. @throws {UnreadableFile} */
  readonly read: (path: string) => Promise<ReadDocument>;
  /** Whether it can take another file. */
  readonly isUsable: () => boolean;
  readonly end: () => void;
};

const entry = fileURLToPath(new URL('child.ts', import.meta.url));

const becauseOf = (
  rule: UnreadableRule,
  { milliseconds, memoryBytes }: ReaderBounds,
): UnreadableFile => {
  const lessText = 'Give the report alone, without annexes, or its text as .txt.';
  if (rule === 'too-slow') {
    const what = `Reading it takes more than ${milliseconds / 1000} seconds.`;
    return new UnreadableFile(rule, what, lessText);
  }
  if (rule === 'too-much-memory') {
    const what = `Reading it takes more than ${memoryBytes >> 20} MiB of memory.`;
    return new UnreadableFile(rule, what, lessText);
  }
  return new UnreadableFile(
    rule,
    'The process that read it broke down.',
    'Open it in the program that it is for, save it anew, or give its text as .txt.',
  );
};

/** Starts a process that reads files and is ended where one of them takes too much. */
export function startReaderProcess(bounds: ReaderBounds): ReaderProcess {
  const child = fork(entry, [], {
    serialization: 'advanced',
    // In MiB. Where the system tells what a process has, the watch ends it first; else V8 does.
    execArgv: [`--max-old-space-size=${bounds.memoryBytes >> 20}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let waiting: PromiseWithResolvers<ReadDocument> | null = null;
  let isGone = false;
  let files = 0;

  /** While it waits for files nothing has to wait for it. */
  const hold = (isHeld: boolean) => {
    child[isHeld ? 'ref' : 'unref']();
    child.channel?.[isHeld ? 'ref' : 'unref']();
  };
  const fail = (rule: UnreadableRule) => {
    isGone = true;
    waiting?.reject(becauseOf(rule, bounds));
    child.kill('SIGKILL');
  };
  child.on('message', (answer: FromReader) => {
    if (answer.ok) waiting?.resolve(answer.document);
    else waiting?.reject(new UnreadableFile(answer.rule, answer.what, answer.help));
  });
  child.on('error', () => fail('broken'));
  // V8 aborts where the heap is full.
  child.on('exit', (_, signal) => fail(signal === 'SIGABRT' ? 'too-much-memory' : 'broken'));
  hold(false);

  return {
    async read(path) {
      files += 1;
      hold(true);
      waiting = Promise.withResolvers<ReadDocument>();
      const endWatch = watchReader(child.pid ?? 0, bounds, fail);
      try {
        if (isGone) fail('broken');
        else child.send({ path } satisfies ToReader, () => {});
        return await waiting.promise;
      } finally {
        endWatch();
        waiting = null;
        hold(false);
      }
    },
    isUsable: () => !isGone && files < readerBounds.filesOfProcess,
    end: () => child.kill('SIGKILL'),
  };
}
