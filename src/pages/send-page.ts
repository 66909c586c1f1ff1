import { noStore } from '../http/headers.ts';

/** Nothing but this server's own styles, scripts and icon. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of every page. */
export const safe = {
  'content-security-policy': policy,
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** The headers of a page that no cache keeps. */
export const unkept = { ...safe, ...noStore } as const;

export function sendPage(
  page: string,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  const body = new TextEncoder().encode(page);
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      ...headers,
      'content-length': String(body.byteLength),
    },
  });
}

export function sendAsset({ type, body }: { type: string; body: BodyInit & Uint8Array }): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-length': String(body.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
