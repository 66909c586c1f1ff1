import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Ended = { code: number | null; signal: string | null; out: string; err: string };

/** A command that runs as a process of its own, and what became of it. */
export type Running = {
  pid: number;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<Ended>;
};

/** Starts the command line, through other programs where some are given before it. */
export function begin(args: readonly string[], through: readonly string[] = []): Running {
  const [command = process.execPath, ...rest] = [
    ...through,
    process.execPath,
    'src/main.ts',
    ...args,
  ];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (err += piece));
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, out, err }));
  return { pid: child.pid ?? 0, kill: (signal) => child.kill(signal), ended };
}

export const importArgs = ({ seed, data }: { seed: string; data: string }) => [
  'import',
  '--seed',
  seed,
  '--data',
  data,
];
