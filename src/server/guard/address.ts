import type { IncomingMessage } from 'node:http';
import { versionNotSupported } from '../../http/refusal.ts';
import type { Refusal } from '../../http/refusal.ts';

const absolute = /^https?:\/\/([^/?#]*)/i;

/** The versions whose requests are read as they are meant; Node lets 0.9 and 2.0 through as well. */
const spokenVersions = new Set(['1.0', '1.1']);

/** A name, an address of IPv4 or one of IPv6, and a port: no user, no path, no list of hosts. */
const authority = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d*)?$/i;

/**
 * Refuses addresses that cannot be read, and makes of the others what the rest understands: "a
 * server MUST accept the absolute-form in requests" and then take its host for the one that is asked
 * for (RFC 9112, 3.2.2), and HTTP/1.0 names no host.
 */
export function guardAddress(request: IncomingMessage): Refusal | null {
  const { url = '/', method, headers, httpVersion } = request;
  if (!spokenVersions.has(httpVersion)) return versionNotSupported;
  if (countHosts(request) > 1) {
    return { ...badRequest('A request names one host; send the header Host once.'), closes: true };
  }
  if (headers.host === undefined && httpVersion === '1.1') {
    return badRequest('An HTTP/1.1 request names its host; add the header Host.');
  }
  const named = absolute.exec(url);
  if (named) request.url = url.slice(named[0].length).replace(/^(?!\/)/, '/');
  else if (url === '*') {
    if (method !== 'OPTIONS')
      return badRequest('Only OPTIONS asks for *, the whole server; name an address.');
    request.url = '/';
  }
  const asked = request.url ?? '/';
  const host = named?.[1] ?? (headers.host || 'localhost');
  if (!authority.test(host) || !URL.canParse(`http://${host}`)) {
    return { ...badRequest('The host is no name or address with a port.'), closes: true };
  }
  headers.host = host;
  if (!asked.startsWith('/') || !URL.canParse(`http://${host}${asked}`)) {
    return badRequest('The address cannot be read; write it as RFC 3986 has it.');
  }
  const [path = ''] = asked.split('?', 1);
  if (!path.includes('%') || canDecode(path)) return null;
  return badRequest('The path holds a % that begins no UTF-8 character; write a % itself as %25.');
}

/** "A server MUST respond with a 400 … to any request message that contains more than one Host" (RFC 9112, 3.2). */
function countHosts({ rawHeaders }: IncomingMessage): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

export const badRequest = (message: string): Refusal => ({
  status: 400,
  code: 'BAD_REQUEST',
  message,
});
