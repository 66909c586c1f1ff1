import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export type Usage = { memory: number; cpu: number };

export type Running = {
  url: string;
  pid: number;
  /** Hands something over to the process. */
  tell: (what: Record<string, string>) => void;
  /** Its resident memory, in bytes, and the time that it was at work, in microseconds. */
  usage: () => Promise<Usage>;
  stop: () => Promise<void>;
};

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** How the two ends are kept apart: the server on one core, the load on another. */
export const pinning = canPin ? 'server on core 0, load on core 1' : 'no cores pinned';

/** A command on a core of its own, where that can be had. */
export const pinned = (core: number, command: string, args: readonly string[]) =>
  canPin
    ? { command: 'taskset', args: ['-c', String(core), command, ...args] }
    : { command, args: [...args] };

/** Starts a server of this folder as a process of its own, which ends with this one. */
export async function startServer(file: string, ...given: string[]): Promise<Running> {
  const { command, args } = pinned(0, process.execPath, [
    join(import.meta.dirname, file),
    ...given,
  ]);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const answer = () =>
    new Promise<unknown>((answered, failed) => {
      child.once('message', answered);
      void ended.then(() => failed(new Error(`${file} ended`)));
    });
  const { port } = (await answer()) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    tell: (what) => void child.send(what),
    async usage() {
      child.send('usage');
      return (await answer()) as Usage;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

/** Starts `juzheng start` as people do, on any core. */
export async function startCommand(...given: string[]): Promise<Pick<Running, 'url' | 'stop'>> {
  const main = join(import.meta.dirname, '../../../src/main.ts');
  const args = [main, 'start', '--port', '0', '--log-level', 'silent', ...given];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
      const [, port] = /answers at \S+:(\d+)\//.exec(said) ?? [];
      if (port !== undefined) found(`http://127.0.0.1:${port}`);
    });
    child.once('exit', () => {
      failed(new Error(`it did not start: ${said}`));
    });
  });
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
