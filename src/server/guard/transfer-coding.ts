import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../../http/refusal.ts';
import { badRequest } from './address.ts';

/**
 * Refuses a body that comes in any other coding than `chunked`, which Node would hand on as it is: "A
 * server that receives a request message with a transfer coding it does not understand SHOULD respond
 * with 501" (RFC 9112, 6.1). Of HTTP/1.0, which has none, a proxy may have read another length. Nothing
 * more is read from the connection, since nobody knows where such a request ends.
 */
export function guardTransferCoding({ headers, httpVersion }: IncomingMessage): Refusal | null {
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return null;
  if (httpVersion === '1.0') {
    return { ...badRequest('HTTP/1.0 has no Transfer-Encoding; leave it out.'), closes: true };
  }
  return coding.trim().toLowerCase() === 'chunked' ? null : notImplemented;
}

const notImplemented: Refusal = {
  status: 501,
  code: 'NOT_IMPLEMENTED',
  message: 'Of transfer codings only chunked is read; send the body as it is.',
  closes: true,
};
