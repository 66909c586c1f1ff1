import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

/** What each connection of a flood does: sends half a body, says nothing, or reads nothing. */
export const kinds = ['half-sent', 'silent', 'unread'] as const;
export type Kind = (typeof kinds)[number];

export type Flood = { port: number; from: string; kind: Kind; count: number };

/** What became of the connections. */
export type Flooded = { open: number; refused: number };

const texts = '{ outcomes(first: 80) { nodes { report { text } } } }';
const large = `GET /graphql?query=${encodeURIComponent(texts)} HTTP/1.1\r\nhost: a\r\n\r\n`;

/** Half a megabyte each, more together than the system’s buffers hold. */
const words: Record<Kind, string> = {
  'half-sent':
    'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query":',
  silent: '',
  unread: large.repeat(8),
};

/** Connections that are opened in one turn of the event loop. */
const atOnce = 100;

/** Opens many connections from one address, on a thread of its own, and holds them until it is ended. */
export async function startFlood(flood: Flood): Promise<{ end: () => Promise<Flooded> }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: flood });
  await told(worker, 'opened');
  return {
    async end() {
      worker.postMessage('end');
      const flooded = await told(worker, 'flooded');
      await worker.terminate();
      return flooded;
    },
  };
}

function told(worker: Worker, kind: string): Promise<Flooded> {
  return new Promise((done, failed) => {
    worker.once('error', failed);
    worker.on('message', (message: { kind: string; flooded: Flooded }) => {
      if (message.kind === kind) done(message.flooded);
    });
  });
}

async function run({ port, from, kind, count }: Flood): Promise<void> {
  const flooded: Flooded = { open: 0, refused: 0 };
  const sockets: Socket[] = [];

  /** Resolves when the connection is made, or cannot be. */
  const open = () =>
    new Promise<void>((done) => {
      const socket = connect({ port, host: '127.0.0.1', localAddress: from });
      let isOpen = false;
      sockets.push(socket);
      if (kind === 'unread') socket.pause();
      else socket.once('data', (bytes) => (flooded.refused += isRefusal(bytes) ? 1 : 0));
      socket.once('connect', () => {
        isOpen = true;
        flooded.open += 1;
        if (words[kind] !== '') socket.write(words[kind]);
        done();
      });
      socket.once('error', () => {});
      socket.once('close', () => {
        if (isOpen) flooded.open -= 1;
        done();
      });
    });

  for (let opened = 0; opened < count; opened += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, count - opened) }, open));
  }
  parentPort?.postMessage({ kind: 'opened', flooded });
  parentPort?.once('message', () => {
    parentPort?.postMessage({ kind: 'flooded', flooded: { ...flooded } });
    for (const socket of sockets) socket.destroy();
  });
}

const isRefusal = (bytes: Buffer) => bytes.toString('latin1', 0, 12) === 'HTTP/1.1 503';

if (!isMainThread) await run(workerData as Flood);
