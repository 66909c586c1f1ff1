import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Ended = { code: number; out: string; err: string };

/** One process in which command lines are run as a person would, one after the other: most of what one takes is its start. */
export function startCommands(): {
  juzheng: (...args: string[]) => Promise<Ended>;
  close: () => void;
} {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (args: readonly string[]) => {
    child ??= fork(fileURLToPath(new URL('run-commands.ts', import.meta.url)), {
      execArgv: ['--import', './src/lean-loading.ts'],
    });
    const patience = AbortSignal.timeout(60_000);
    const told = once(child, 'message', { signal: patience });
    child.send(args);
    const [ended] = (await told) as [Ended];
    return ended;
  };
  return {
    juzheng(...args) {
      const mine = last.then(() => ask(args));
      last = mine.catch(() => {});
      return mine;
    },
    close() {
      child?.kill();
    },
  };
}
