import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Says which process to start, to connect where, known by which word; and how one could not be, or has ended. */
export type ToStarter = { key: string; address: string };
export type FromStarter = { key: string };

const entry = fileURLToPath(new URL('../child.ts', import.meta.url));

/** Keeps memory small: answers are soon gone. */
const execArgv = ['--max-semi-space-size=2'];

/*
 * Starts the processes that answer questions. To start one from a process of 200 MB holds that up for thirty
 * milliseconds, since the system copies what it knows of its memory; from this one it takes two. It also ends them when
 * whoever serves is gone: one that is in the middle of a statement cannot hear that.
 */
const running = new Set<ChildProcess>();

function start({ key, address }: ToStarter): void {
  const child = spawn(process.execPath, [...execArgv, entry], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  running.add(child);
  const gone = () => {
    if (running.delete(child) && process.connected) {
      process.send?.({ key } satisfies FromStarter, undefined, undefined, () => {});
    }
  };
  child.once('error', gone);
  child.once('exit', gone);
  child.stdin.on('error', () => {});
  // What others could read if it stood in the command.
  child.stdin.end(`${address}\n${key}`);
}

process.on('message', start);
process.on('disconnect', () => {
  for (const child of running) child.kill('SIGKILL');
  process.exit();
});
// A terminal signals to all processes at once; the one that serves still wants its answers.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
