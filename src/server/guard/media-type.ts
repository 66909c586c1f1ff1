import type { IncomingMessage } from 'node:http';
import { answerTypeFor } from '../../http/accept.ts';
import type { Refusal } from '../../http/refusal.ts';

/**
 * Refuses questions that are not JSON. A form or a plain text can be sent by any page without its
 * asking first, and a compressed body may be of any length.
 */
export function guardBodyType({ headers }: IncomingMessage): Refusal | null {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='));
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

/**
 * Refuses to answer where nothing that the API speaks is accepted, and else leaves in `Accept` only what
 * is liked best of it: so it is weighed once, and all that follows agrees.
 */
export function guardAnswerType({ headers, method, url = '' }: IncomingMessage): Refusal | null {
  const { accept } = headers;
  if (!accept) return null;
  const type = answerTypeFor(method, accept);
  if (type !== null) headers.accept = type;
  if (type !== null || /[?&]format=/.test(url)) return null;
  return {
    status: 406,
    code: 'NOT_ACCEPTABLE',
    message:
      'The API answers as application/json or application/graphql-response+json, and with tables as text/csv or application/jsonl; name one of them in Accept.',
  };
}
