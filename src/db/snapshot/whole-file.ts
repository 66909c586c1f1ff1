import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { identityAt } from './held-file.ts';

/** What is asked of a whole file: its SHA-256, or what SQLite says of its structure (`ok`, where it is sound). */
export type WholeFileTask = { path: string; part: 'DIGEST' | 'INTEGRITY' };

const entry = fileURLToPath(new URL('whole-file-child.ts', import.meta.url));

/**
 * Reads a whole file, however large it is, in a process of its own that leaves the processor to all others.
 * @returns what was asked; null where nobody knows: the file was touched meanwhile or cannot be read, or
 * the process was ended
 */
export async function readWholeFile(
  task: WholeFileTask,
  signal?: AbortSignal,
): Promise<string | null> {
  if (signal?.aborted) return null;
  try {
    const before = identityAt(task.path);
    const told = await askChild(task, signal);
    return identityAt(task.path) === before ? told : null;
  } catch {
    return null;
  }
}

async function askChild(task: WholeFileTask, signal?: AbortSignal): Promise<string | null> {
  const child = fork(entry, [], { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const end = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', end);
  child.once('message', (told) => {
    resolve(typeof told === 'string' ? told : null);
  });
  child.once('error', () => {
    resolve(null);
  });
  child.once('exit', () => {
    resolve(null);
  });
  child.send(task, () => {});
  // Whoever has nothing else to do need not wait for it.
  child.unref();
  child.channel?.unref();
  const told = await promise;
  signal?.removeEventListener('abort', end);
  end();
  return told;
}
