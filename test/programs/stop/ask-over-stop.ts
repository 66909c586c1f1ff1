import { connect } from 'node:net';

export type Told = {
  /** Requests that were written before the client could know that its connection ends. */
  sent: number;
  answered: number;
  /** How each connection ended that left requests unanswered. */
  unanswered: string[];
};

const path = '/graphql?query=%7Blinks%7BtotalCount%7D%7D';
const request = `GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n\r\n`;

/**
 * Asks without pause, over as many connections at once, until nobody listens any more. A connection
 * that is told to end is not written to again; what was written before must be answered.
 * @param inRow requests that each connection has under way at once
 */
export async function askOverStop(
  port: number,
  { connections, inRow }: { connections: number; inRow: number },
  onAnswer: () => void = () => {},
): Promise<Told> {
  const told: Told = { sent: 0, answered: 0, unanswered: [] };
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (await askOnce(port, inRow, told, onAnswer));
    }),
  );
  return told;
}

/** One connection to its end; whether another is worth a try. */
function askOnce(port: number, inRow: number, told: Told, onAnswer: () => void): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1');
  let open = 0;
  let announced = false;
  let received = '';
  let fault = 'it was closed';
  const write = () => {
    for (; open < inRow; open += 1) {
      told.sent += 1;
      socket.write(request);
    }
  };
  socket.once('connect', write);
  socket.setTimeout(30_000, () => socket.destroy(new Error('nothing came for 30 s')));
  socket.on('data', (piece: Buffer) => {
    received += piece.toString('latin1');
    for (let next = takeAnswer(received); next; next = takeAnswer(received)) {
      received = received.slice(next.length);
      open -= 1;
      told.answered += 1;
      announced ||= next.ends;
      onAnswer();
    }
    if (!announced) write();
    else if (open === 0) socket.end();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    fault = error.code ?? error.message;
  });
  socket.once('close', () => {
    if (open > 0) told.unanswered.push(`${fault}: ${open}${announced ? ', after the last' : ''}`);
    resolve(fault !== 'ECONNREFUSED');
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
