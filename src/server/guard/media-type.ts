import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../http/refusal.ts';

/**
 * Refuses questions that are not JSON. A form or a plain text can be sent by any page without its
 * asking first, and a compressed body may be of any length.
 */
export function guardBodyType({ headers }: IncomingMessage): Refusal | null {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (type.trim() !== 'application/json' || !isUtf8) {
    return {
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'A question is sent as JSON in UTF-8, with Content-Type: application/json.',
      headers: { accept: 'application/json' },
    };
  }
  headers['content-type'] = 'application/json';
  if ((headers['content-encoding'] ?? 'identity') === 'identity') return null;
  return {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'A question is sent as it is, without Content-Encoding.',
    headers: { 'accept-encoding': 'identity' },
  };
}

const answered = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/graphql-response+json',
  'application/jsonl',
  'text/*',
  'text/csv',
  'text/html',
]);

/** Refuses to answer where nothing that the API speaks is accepted. */
export function guardAnswerType({ headers, url = '' }: IncomingMessage): Refusal | null {
  const { accept } = headers;
  if (!accept || /[?&]format=/.test(url) || accept.split(',').some(isAnswered)) return null;
  return {
    status: 406,
    code: 'NOT_ACCEPTABLE',
    message:
      'The API answers as application/json or application/graphql-response+json, and with tables as text/csv or application/jsonl; name one of them in Accept.',
  };
}

function isAnswered(range: string): boolean {
  const [type = '', ...parameters] = range.toLowerCase().split(';');
  if (!answered.has(type.trim())) return false;
  return !parameters.some((each) => /^\s*q=0(?:\.0*)?\s*$/.test(each));
}
