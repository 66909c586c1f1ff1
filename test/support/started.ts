import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Copied } from './copied.ts';

/**
 * The server as a process of its own; `url` is where it says that it answers.
 * @param through programs that start it, such as one that lowers its rights
 */
export async function startProcess(
  { seed, data }: Pick<Copied, 'seed' | 'data'>,
  {
    workers = 1,
    logLevel = 'warn',
    through = [],
    more = [],
    env = {},
  }: {
    workers?: number;
    logLevel?: string;
    through?: readonly string[];
    more?: readonly string[];
    /** Beside what this process has. */
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<{ process: ChildProcess; url: string; said: () => string }> {
  const folders = ['--seed', seed, '--data', data];
  const how = ['--port', '0', '--log-level', logLevel, '--workers', String(workers)];
  const line = [...through, process.execPath, 'src/main.ts', 'start', ...folders, ...how, ...more];
  const [command = '', ...args] = line;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  }
  for (let tries = 0; tries < 600; tries += 1) {
    const url = /answers at (\S+)\/graphql/.exec(said)?.[1];
    if (url) return { process: child, url, said: () => said };
    if (child.exitCode !== null) break;
    await wait(50);
  }
  child.kill();
  throw new Error(`it did not start: ${said}`);
}
