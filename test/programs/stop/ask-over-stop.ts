import { connect } from 'node:net';
import type { Socket } from 'node:net';

/**
 * How a connection is asked: `steady` sends one more for each answer, `batches` sends the next of them
 * when all are answered, and `deaf` is steady and never stops, whatever it is told.
 */
export type Manner = 'steady' | 'batches' | 'deaf';

export type Asking = {
  connections: number;
  /** Requests that each connection has under way at once. */
  inRow: number;
  manner?: Manner;
};

export type Told = {
  /** Requests that were written before the client could know that its connection ends. */
  sent: number;
  answered: number;
  /** How each connection ended that left requests unanswered, or that was cut. */
  unanswered: string[];
  /** Answers to requests that were written although the client knew. */
  late: number;
  /** How long after it could know a connection got such an answer, at most. */
  lateMilliseconds: number;
};

const path = '/graphql?query=%7Blinks%7BtotalCount%7D%7D';
const request = `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n\r\n`;

/**
 * Asks without pause, over as many connections at once, until nobody listens any more. What was written
 * before a connection was told to end must be answered.
 */
export async function askOverStop(
  port: number,
  { connections, ...asking }: Asking,
  onAnswer: () => void = () => {},
): Promise<Told> {
  const told: Told = { sent: 0, answered: 0, unanswered: [], late: 0, lateMilliseconds: 0 };
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (await askOnce(port, asking, told, onAnswer));
    }),
  );
  return told;
}

/** One connection to its end; whether another is worth a try. */
function askOnce(
  port: number,
  { inRow, manner = 'steady' }: Omit<Asking, 'connections'>,
  told: Told,
  onAnswer: () => void,
): Promise<boolean> {
  const isDeaf = manner === 'deaf';
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: isDeaf });
  let open = 0;
  let knownAt: number | null = null;
  let received = '';
  let insisting: NodeJS.Timeout | undefined;
  const write = () => {
    if (open === inRow || (manner === 'batches' && open > 0)) return;
    socket.write(request.repeat(inRow - open));
    told.sent += inRow - open;
    open = inRow;
  };
  const takeOne = (ends: boolean) => {
    onAnswer();
    if (open > 0) {
      open -= 1;
      told.answered += 1;
    } else if (knownAt !== null) {
      told.late += 1;
      told.lateMilliseconds = Math.max(told.lateMilliseconds, performance.now() - knownAt);
    }
    if (!ends || knownAt !== null) return;
    knownAt = performance.now();
    if (isDeaf) insisting = setInterval(() => socket.write(request.repeat(inRow)), 5);
  };
  socket.once('connect', write);
  socket.on('data', (piece: Buffer) => {
    received += piece.toString('latin1');
    for (let next = takeAnswer(received); next; next = takeAnswer(received)) {
      received = received.slice(next.length);
      takeOne(next.ends);
    }
    if (knownAt === null) write();
    else if (open === 0 && !isDeaf) socket.end();
  });
  return ending(socket).then(({ fault, isCut }) => {
    clearInterval(insisting);
    if (open > 0 || isCut) {
      const when = knownAt === null ? '' : ', after the last';
      told.unanswered.push(`${fault ?? 'it was closed'}: ${open}${when}`);
    }
    return fault !== 'ECONNREFUSED';
  });
}

/** How a connection ended: what was wrong, and whether that came before the other side had ended it. */
function ending(socket: Socket): Promise<{ fault: string | null; isCut: boolean }> {
  const { promise, resolve } = Promise.withResolvers<{ fault: string | null; isCut: boolean }>();
  let fault: string | null = null;
  let isEnded = false;
  socket.setTimeout(30_000, () => socket.destroy(new Error('nothing came for 30 s')));
  socket.on('end', () => {
    isEnded = true;
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    fault = error.code ?? error.message;
  });
  socket.once('close', () => {
    resolve({ fault, isCut: fault !== null && fault !== 'ECONNREFUSED' && !isEnded });
  });
  return promise;
}

/** The first whole answer of what was received. */
function takeAnswer(received: string): { length: number; ends: boolean } | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.slice(0, end);
  const [, length = '0'] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  const total = end + 4 + Number(length);
  if (received.length < total) return null;
  return { length: total, ends: /\r\nconnection: close/i.test(head) };
}
