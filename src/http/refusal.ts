import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import { noStore, onEverything } from './headers.ts';

/** Why a request is not answered: what was wrong with it, and what to do. */
export type Refusal = {
  status: number;
  code: string;
  message: string;
  /** The limit that was met, by its name, and its value, where there is one. */
  limit?: string;
  maximum?: number;
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

/** What whoever asked is told where something went wrong that nobody expected. */
export const unexpected: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong here, and it was written to the log.',
};

/** In the shape of the API's own errors. */
export const textOf = ({
  code,
  message,
  limit,
  maximum,
}: Pick<Refusal, 'code' | 'message' | 'limit' | 'maximum'>) =>
  JSON.stringify({ errors: [{ message, extensions: { code, limit, maximum } }] });

function headersOf(refusal: Refusal, text: string) {
  return {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...noStore,
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
  send(response, refusal, { text: textOf(refusal), headers: more });
}

/** The same as a page, for a reader. */
export function refuseReader(
  response: ServerResponse,
  refusal: Refusal,
  page: { text: string; headers: Readonly<Record<string, string>> },
): void {
  send(response, refusal, page, 'text/html; charset=utf-8');
}

function send(
  response: ServerResponse,
  refusal: Refusal,
  { text, headers }: { text: string; headers: Readonly<Record<string, string>> },
  type = 'application/json; charset=utf-8',
): void {
  if (refusal.closes) response.shouldKeepAlive = false;
  const all = { ...headers, ...headersOf(refusal, text), 'content-type': type };
  response.writeHead(refusal.status, all).end(text);
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
