import { limits } from '../../limits.ts';
import type { LimitName } from '../../limits.ts';
import { tooComplex } from '../../validation/too-complex.ts';
import type { RefusalReason } from './query-counts.ts';

/** An answer that is ready to be sent. */
export type QueryAnswer = {
  status: number;
  body: Uint8Array;
  headers?: Readonly<Record<string, string>>;
};

const withoutErrors = new TextEncoder().encode('{"data":{');

/** Whether an answer tells of errors: they stand first where there are any, or nothing else does. */
export const holdsErrors = (body: Uint8Array) =>
  withoutErrors.some((byte, at) => body[at] !== byte);

/** The codes of the errors that an answer tells of. */
export function errorCodesIn(body: Uint8Array): string[] {
  if (!holdsErrors(body)) return [];
  const text = new TextDecoder().decode(body.subarray(0, 65_536));
  // What follows the errors are data, in which anything may stand.
  const errors = text.startsWith('{"errors"') ? text.split('"data":', 1).join('') : text;
  return [...errors.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code = '']) => code);
}

type RefusalBody = { message: string; extensions: Readonly<Record<string, unknown>> };

/** The limit that is in the way, for `extensions`. */
const boundOf = (limit: LimitName) => ({ limit, maximum: limits[limit].value });

const bytesOf = (value: object) => new TextEncoder().encode(JSON.stringify(value));

/**
 * A question that was understood and asks too much: status 200 as with other errors of GraphQL, and
 * because a proxy may ask again what it is answered with 5xx.
 */
const asksTooMuch = ({ message, extensions }: RefusalBody): QueryAnswer => ({
  status: 200,
  body: bytesOf({ data: null, errors: [{ message, extensions }] }),
});

/** A question that may be asked again in a while, in seconds. */
const comeBack = (message: string, seconds: number, limit?: LimitName): QueryAnswer => ({
  status: 503,
  body: bytesOf({
    errors: [
      { message, extensions: { code: 'SERVICE_UNAVAILABLE', ...(limit && boundOf(limit)) } },
    ],
  }),
  headers: { 'retry-after': String(seconds) },
});

/** @param measure of the time that it took */
const tookTooLong = (measure: string) =>
  asksTooMuch({
    message: `The query took more than ${limits.sqlMilliseconds.value} ms ${measure} (sqlMilliseconds). Ask for less at once: fewer totalCount and facets, a narrower filter, longer words.`,
    extensions: { code: 'QUERY_TIMEOUT', ...boundOf('sqlMilliseconds') },
  });

/** The same for all that are refused. */
const refusals: Record<Exclude<RefusalReason, 'too_large'>, QueryAnswer> = {
  timeout: tookTooLong('of a processor'),
  stalled: asksTooMuch({
    message: `The query was not answered within ${limits.requestMilliseconds.value / 1000} s (requestMilliseconds), as the machine is busy. Try again later, or ask for less at once.`,
    extensions: { code: 'QUERY_TIMEOUT', ...boundOf('requestMilliseconds') },
  }),
  client_full: comeBack(
    `${limits.waitingPerClient.value} costly questions from your address wait for their turn, which is the most that may (waitingPerClient); try again in 2 s, once they are answered.`,
    2,
    'waitingPerClient',
  ),
  full: comeBack(
    `${limits.waiting.value} costly questions wait for their turn, which is the most that may (waiting); try again in 2 s.`,
    2,
    'waiting',
  ),
  waited: comeBack(
    `Your question waited ${limits.waitMilliseconds.value / 1000} s for its turn and was given up (waitMilliseconds); try again in 2 s, or ask for less at once.`,
    2,
    'waitMilliseconds',
  ),
  left: comeBack('The query was given up, since whoever asked had left.', 1),
  broken: comeBack('The query could not be answered this time. Try again in a second.', 1),
};

const tookTooLongByClock = tookTooLong('by the clock');

/**
 * @param more bytes of the answer, where it was made; null where it grew too large to be made. Whether it was ended by
 *   the clock, as PostgreSQL does, which does not say what it took of a processor
 */
export function refusalFor(
  reason: RefusalReason,
  { bytes = null, isByClock = false }: { bytes?: number | null; isByClock?: boolean } = {},
): QueryAnswer {
  if (reason === 'timeout' && isByClock) return tookTooLongByClock;
  if (reason !== 'too_large') return refusals[reason];
  const advice =
    'Ask for smaller pages, for fewer fields, or for a table, which may be of any length.';
  return asksTooMuch(tooComplex('answerBytes', bytes, advice));
}
