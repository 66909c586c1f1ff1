import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../http/refusal.ts';

const absolute = /^https?:\/\/[^/?#]*/i;

/**
 * Refuses addresses that cannot be read, and makes of the others what the rest understands: "a
 * server MUST accept the absolute-form in requests" (RFC 9112, 3.2.2), and HTTP/1.0 names no host.
 */
export function guardAddress(request: IncomingMessage): Refusal | null {
  const { url = '/', headers } = request;
  if (absolute.test(url)) request.url = url.replace(absolute, '').replace(/^(?!\/)/, '/');
  else if (url === '*') request.url = '/';
  const asked = request.url ?? '/';
  const { host } = headers;
  if (host === undefined && request.httpVersion === '1.1') {
    return badRequest('An HTTP/1.1 request names its host; add the header Host.');
  }
  headers.host = host || 'localhost';
  if (!asked.startsWith('/') || !URL.canParse(`http://${headers.host}${asked}`)) {
    return badRequest(
      'The address or the header Host cannot be read; write them as RFC 3986 has it.',
    );
  }
  const [path = ''] = asked.split('?', 1);
  if (!path.includes('%') || canDecode(path)) return null;
  return badRequest('The path holds a % that begins no UTF-8 character; write a % itself as %25.');
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

const badRequest = (message: string): Refusal => ({ status: 400, code: 'BAD_REQUEST', message });
