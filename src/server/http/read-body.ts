import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../../http/refusal.ts';

export const bodyTooLong = (maximum: number): Refusal => ({
  status: 413,
  code: 'BODY_TOO_LONG',
  message: `The body of a request may have ${maximum} bytes; put long queries into several requests.`,
});

/**
 * The whole body; null where the client left before its end. One that is too long is told as soon
 * as that is known, and the rest of it is thrown away as it comes.
 */
export function readBody(
  request: IncomingMessage,
  maximum: number,
): Promise<Buffer | 'too long' | null> {
  return new Promise((read) => {
    if (Number(request.headers['content-length'] ?? 0) > maximum) {
      read('too long');
      return;
    }
    const pieces: Buffer[] = [];
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length <= maximum) pieces.push(piece);
      else {
        pieces.length = 0;
        read('too long');
      }
    });
    request.on('end', () => {
      read(pieces.length === 1 ? (pieces[0] ?? null) : Buffer.concat(pieces));
    });
    for (const event of ['close', 'error']) {
      request.on(event, () => {
        read(null);
      });
    }
  });
}
