import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromQueryProcess, HasCome, ToQueryProcess } from '../messages.ts';
import { openChannel } from './channel.ts';
import type { Tell } from './channel.ts';
import type { FromStarter, ToStarter } from './starter-process.ts';

/** A process that was started, from where it is told and heard. */
export type Link = {
  /** Undefined until it has come. */
  pid: () => number | undefined;
  /** What is told before it has come is told then; after it has ended, nothing. */
  tell: Tell<ToQueryProcess>;
  /** Ends it at once, whatever it does. */
  kill: () => void;
};

export type LinkHooks = {
  onHeard: (message: FromQueryProcess, bytes: Uint8Array) => void;
  /** Told once, when it has ended or could not be started. */
  onGone: () => void;
};

const entry = fileURLToPath(new URL('starter-process.ts', import.meta.url));

type Messages = { told: ToQueryProcess; heard: FromQueryProcess | HasCome };

/** One that has come: it can be told and heard. */
type Come = { tell: Tell<ToQueryProcess>; pid: number };

/** What is done for one that was started. */
type Expected = LinkHooks & { onCome: (come: Come) => void };

/** The processes that were started and have not come yet, each by the word that it is known by. */
const expected = new Map<string, Expected>();

/** Who starts them, and where they come to: both for as long as this process lives. */
let starter: { process: ChildProcess; address: string } | null = null;

/** Starts a process that answers questions. */
export function startLinked(hooks: LinkHooks): Link {
  const key = randomUUID();
  const waiting: ToQueryProcess[] = [];
  let come: Come | null = null;
  let isEnded = false;
  const kill = () => {
    isEnded = true;
    if (come) killNow(come.pid);
  };
  expect(key, {
    onHeard: hooks.onHeard,
    onGone() {
      come = null;
      hooks.onGone();
    },
    onCome(one) {
      come = one;
      if (isEnded) return kill();
      for (const message of waiting.splice(0)) one.tell(message);
    },
  });
  return {
    pid: () => come?.pid,
    tell: (message) => (come ? come.tell(message) : void waiting.push(message)),
    kill,
  };
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function expect(key: string, one: Expected): void {
  expected.set(key, one);
  starter ??= openStarter();
  const { process: starting, address } = starter;
  // Whoever waits for an answer waits for the process that is to give it.
  starting.channel?.ref();
  starting.send({ key, address } satisfies ToStarter, (error) => error && isGone(key));
}

/** Has one no longer expected. */
function noLonger(key: string): Expected | undefined {
  const one = expected.get(key);
  expected.delete(key);
  if (expected.size === 0) starter?.process.channel?.unref();
  return one;
}

const isGone = (key: string) => noLonger(key)?.onGone();

function openStarter(): typeof starter & object {
  const { address, remove } = newAddress();
  // Those of a cluster would all have the same, if it were not said otherwise.
  const server = createServer(receive).listen({ path: address, exclusive: true }).unref();
  const child = fork(entry, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const close = () => {
    if (starter?.process === child) starter = null;
    // One that nobody can come to starts others in vain.
    if (child.connected) child.disconnect();
    server.close();
    remove();
    // Those that are started meanwhile are expected from another.
    Array.from(expected.keys(), isGone);
  };
  server.once('error', close);
  child.on('message', ({ key }: FromStarter) => isGone(key));
  child.once('error', close);
  child.once('exit', close);
  process.once('exit', remove);
  child.unref();
  child.channel?.unref();
  return { process: child, address };
}

/** Lets in who says a word that was given out, once. */
function receive(socket: Socket): void {
  let one: Expected | undefined;
  const tell = openChannel<Messages>(socket, (message, bytes) => {
    if (message?.kind !== 'come') return one ? one.onHeard(message, bytes) : socket.destroy();
    one ??= noLonger(message.key);
    if (one) one.onCome({ tell, pid: message.pid });
    else socket.destroy();
  });
  // It ends where it cannot be told, which is heard otherwise.
  socket.on('error', () => socket.destroy());
  socket.once('close', () => one?.onGone());
}

/** Where processes connect: nobody can who does not know it, and whoever does is asked for a word. */
function newAddress(): { address: string; remove: () => void } {
  const name = `juzheng-${randomUUID()}`;
  if (process.platform === 'linux') return { address: `\0${name}`, remove: () => {} };
  if (process.platform === 'win32') return { address: `\\\\.\\pipe\\${name}`, remove: () => {} };
  // Such a path must be short.
  const folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { address: join(folder, 'q'), remove };
}
