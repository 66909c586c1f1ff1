import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '../support/client.ts';
import { privateMemory, watchPrivateMemory } from '../support/process-tree.ts';
import type { Server } from '../support/server.ts';

/** Bytes that a slow reader takes each second. */
const pace = 1024;

/** From how many rows of each list the largest answer is looked for, downwards. */
const sizes = [100, 70, 50, 35, 25, 18, 12, 8, 5, 3];

const textsWithinTexts = (size: number) =>
  `{ outcomes(first: ${size}) { nodes { report { outcomes(first: ${size}) { nodes { report { text } } } } } } }`;

/** The question with the largest answer that is not refused, and how many bytes that has. */
async function largestLegal(url: string): Promise<{ query: string; bytes: number }> {
  const client = createClient(url, '127.0.0.3');
  try {
    for (const size of sizes) {
      const query = textsWithinTexts(size);
      const { status, errors, bytes } = await client.ask(query);
      if (status === 200 && errors.length === 0) return { query, bytes };
    }
  } finally {
    client.close();
  }
  throw new Error('no question with large answers is answered');
}

export type SlowlyRead = {
  /** Of one answer. */
  bytes: number;
  readers: number;
  /** Bytes that the tree had for itself before, and at most with them. */
  before: number;
  memory: number;
};

/** Clients that ask for the largest legal answers and hardly read them, for so long. */
export async function readSlowly(
  { url, pid }: Server,
  { readers, milliseconds }: { readers: number; milliseconds: number },
): Promise<SlowlyRead> {
  const { query, bytes } = await largestLegal(url);
  const before = privateMemory(pid);
  using memory = watchPrivateMemory(pid);
  const sockets = Array.from({ length: readers }, (_, nth) => {
    return readOnly(url, `127.0.0.${10 + nth}`, query);
  });
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    for (const socket of sockets) socket.read(pace);
    await wait(1000);
  }
  for (const socket of sockets) socket.destroy();
  return { bytes, readers, before, memory: memory.peak() };
}

/** Sends the question and takes of the answer only what is read. */
function readOnly(url: string, localAddress: string, query: string): Socket {
  const body = JSON.stringify({ query });
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), localAddress });
  socket.pause();
  // The server may break off whoever takes too little.
  socket.on('error', () => {});
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return socket;
}
