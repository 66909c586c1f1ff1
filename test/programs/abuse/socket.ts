import { connect } from 'node:net';
import type { Received } from '../../support/served.ts';

/** Bytes to write, or milliseconds to wait. */
export type Step = string | Buffer | number;

/** What comes over a connection until the server closes it, or falls silent for `silence`. */
export function converse(
  port: number,
  steps: readonly Step[],
  { silence = 12_000, reads = true } = {},
): Promise<{ bytes: Buffer; closed: boolean; milliseconds: number }> {
  return new Promise((told) => {
    const begun = performance.now();
    const pieces: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    let timer = setTimeout(() => end(false), silence);
    let over = false;
    const end = (closed: boolean) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      socket.destroy();
      told({ bytes: Buffer.concat(pieces), closed, milliseconds: performance.now() - begun });
    };
    socket.on('error', () => end(true));
    socket.on('close', () => end(true));
    socket.on('end', () => end(true));
    if (reads) {
      socket.on('data', (piece) => {
        pieces.push(piece);
        clearTimeout(timer);
        timer = setTimeout(() => end(false), silence);
      });
    }
    void (async () => {
      for (const step of steps) {
        if (over) return;
        if (typeof step !== 'number') socket.write(step);
        else await new Promise((done) => setTimeout(done, step));
      }
    })();
  });
}

/** The answers to what is written at once over one connection that the server closes at its end. */
export async function exchange(port: number, steps: readonly Step[]): Promise<Received[]> {
  return readAnswers((await converse(port, steps, { silence: 3000 })).bytes);
}

/**
 * Asks for much and takes nothing of it, but goes on sending: after how many milliseconds it was cut
 * off; null where it was not within `patience`.
 */
export function takeNothing(port: number, patience: number): Promise<number | null> {
  return new Promise((told) => {
    const begun = performance.now();
    const socket = connect(port, '127.0.0.1').pause();
    socket.write('GET /schema.graphql HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(300));
    const poke = setInterval(() => socket.write('GET /ready HTTP/1.1\r\nhost: a\r\n\r\n'), 100);
    const end = (milliseconds: number | null) => {
      clearInterval(poke);
      clearTimeout(late);
      socket.destroy();
      told(milliseconds);
    };
    const late = setTimeout(() => end(null), patience);
    socket.on('error', () => end(performance.now() - begun));
  });
}

/** The answers in a stream of bytes. */
export function readAnswers(bytes: Buffer): Received[] {
  const answers: Received[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n\r\n', at);
    const [first = '', ...lines] = bytes.toString('latin1', at, end).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
    if (end < 0 || Number.isNaN(status))
      return [...answers, { status: 0, headers: {}, body: bytes }];
    const headers = Object.fromEntries(
      lines.map((line) => [line.split(':', 1)[0]!.toLowerCase(), line.replace(/^[^:]*: ?/, '')]),
    );
    const [body, next] = readBody(bytes, end + 4, headers, status);
    at = next;
    if (status >= 200) answers.push({ status, headers, body });
  }
  return answers;
}

/** A body and where it ends. */
function readBody(
  bytes: Buffer,
  start: number,
  headers: Record<string, string>,
  status: number,
): [body: Buffer, end: number] {
  if (headers['transfer-encoding'] !== 'chunked') {
    const most = bytes.length - start;
    const length = Number(headers['content-length'] ?? (status < 200 ? 0 : most));
    const end = start + Math.min(length, most);
    return [bytes.subarray(start, end), end];
  }
  const pieces: Buffer[] = [];
  for (let at = start; ;) {
    const line = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const end = line + 2 + (line < 0 || Number.isNaN(size) ? 0 : size);
    pieces.push(bytes.subarray(line + 2, end));
    at = end + 2;
    if (line < 0 || !size) return [Buffer.concat(pieces), Math.min(at, bytes.length)];
  }
}
