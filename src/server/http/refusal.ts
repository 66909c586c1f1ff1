import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import { notKept, onEverything } from './headers.ts';

/** Why a request is not answered: what was wrong with it, and what to do. */
export type Refusal = {
  status: number;
  code: string;
  message: string;
  headers?: Readonly<Record<string, string>>;
  /** Whether nothing more is read from the connection, since its requests are not to be trusted. */
  closes?: boolean;
};

export const versionNotSupported: Refusal = {
  status: 505,
  code: 'HTTP_VERSION_NOT_SUPPORTED',
  message: 'This server speaks HTTP/1.1 and HTTP/1.0; write one of them in the request line.',
  closes: true,
};

/** In the shape of the API's own errors. */
export const textOf = ({ code, message }: Pick<Refusal, 'code' | 'message'>) =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

function headersOf(refusal: Refusal, text: string) {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...notKept,
    ...onEverything,
    ...refusal.headers,
  };
}

/** Answers with a refusal; headers that were set before stand. */
export function refuse(
  response: ServerResponse,
  refusal: Refusal,
  more: Readonly<Record<string, string>> = {},
): void {
  const text = textOf(refusal);
  if (refusal.closes) response.shouldKeepAlive = false;
  response.writeHead(refusal.status, { ...more, ...headersOf(refusal, text) }).end(text);
}

/** The same as bytes for a connection whose request never became one; the connection ends with it. */
export function rawRefusal(refusal: Refusal): string {
  const text = textOf(refusal);
  const headers = { ...headersOf(refusal, text), date: new Date().toUTCString() };
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
    '',
    text,
  ].join('\r\n');
}
