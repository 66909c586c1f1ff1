import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../../http/refusal.ts';

const toRead = 'GET, HEAD, OPTIONS';
const toAsk = 'GET, HEAD, POST, OPTIONS';

/** Refuses methods that mean nothing here; only the API takes a body. */
export function guardMethod({ method = '' }: IncomingMessage, isApi: boolean): Refusal | null {
  const allow = isApi ? toAsk : toRead;
  return allow.split(', ').includes(method) ? null : methodNotAllowed(allow);
}

export const methodNotAllowed = (allow = toAsk): Refusal => ({
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  message: `This address takes ${allow}.`,
  headers: { allow },
});
