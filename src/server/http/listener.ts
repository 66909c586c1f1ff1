import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { addressOf, clientOf } from '../guard/client.ts';
import type { Guard } from '../guard/guard.ts';
import type { Front } from './front.ts';
import { leavingSignal } from './leaving.ts';
import { readPlain } from './plain.ts';
import type { Plain } from './plain.ts';
import { bodyTooLong, readBody } from './read-body.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** What answers everything, told who asks and whether the front could not answer. */
export type Ordinary = (
  request: IncomingMessage,
  response: ServerResponse,
  server: { triedToCompile: boolean; client: string; signal: AbortSignal },
) => unknown;

/** A request that has been answered. It holds nothing that only who asked may know. */
export type Answered = {
  method: string;
  /** Its address without what stands after the `?`. */
  path: string;
  status: number;
  seconds: number;
  /** Whether it took the short way. */
  short: boolean;
  /** The address of whoever asked. */
  client: string;
};

/** A request whose body was read: whoever takes it over finds the body here. */
type WithBody = IncomingMessage & { body?: Buffer };

/** Takes every request: those that it can answer go to the front, all others the ordinary way. */
export function createListener(options: {
  guard: Guard;
  front: Front | null;
  ordinary: Ordinary;
  maximumBody: number;
  /** Whether the address of who asks is what a proxy says. */
  trustProxy: boolean;
  isStopping: () => boolean;
  onAnswered: (answered: Answered) => void;
  onError: (error: unknown) => void;
}): RequestListener {
  const { guard, front, ordinary, maximumBody, trustProxy, isStopping } = options;
  const { onAnswered, onError } = options;

  /** Says why there is no answer, or whether it took the short way. */
  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    client: string,
  ): Promise<Refusal | boolean> {
    const refusal = await guard.weigh(request, response, client);
    if (refusal) return refusal;
    const body = request.method === 'POST' ? await readBody(request, maximumBody) : null;
    if (body === 'too long') return bodyTooLong(maximumBody);
    if (response.destroyed) return false;
    if (body) (request as WithBody).body = body;
    const plain = front && readPlain(request, body);
    if (plain && (await tryFront(plain, request, response, client))) return true;
    // Asked for its head, the API does as if asked for the whole; Node leaves the body out.
    if (request.method === 'HEAD' && /^\/graphql(?:\?|$)/.test(request.url ?? '')) {
      request.method = 'GET';
    }
    await ordinary(request, response, {
      triedToCompile: plain !== null,
      client: clientOf(client),
      signal: leavingSignal(response),
    });
    return false;
  }

  /** What goes wrong before anything is written is the ordinary way's to tell and to log. */
  async function tryFront(
    plain: Plain,
    request: IncomingMessage,
    response: ServerResponse,
    client: string,
  ) {
    try {
      return (await front?.(plain, request, response, client)) ?? false;
    } catch (error) {
      if (response.headersSent) throw error;
      return false;
    }
  }

  return async (request, response) => {
    const { method = '', url = '' } = request;
    const client = addressOf(request, trustProxy);
    const begun = performance.now();
    let short = false;
    // What follows a wish for another protocol Node no longer reads as carefully: nothing follows.
    if (isStopping() || request.headers.upgrade !== undefined) response.shouldKeepAlive = false;
    response.once('close', () => {
      guard.release();
      const [path = ''] = url.split('?', 1);
      const seconds = (performance.now() - begun) / 1000;
      onAnswered({ method, path, status: response.statusCode, seconds, short, client });
    });
    try {
      const answered = await answer(request, response, client);
      if (typeof answered === 'object') refuse(response, answered, guard.headersFor(request));
      else short = answered;
    } catch (error) {
      // What goes wrong before Yoga has a request at hand must not take the process with it.
      onError(error);
      if (response.headersSent) response.destroy();
      else refuse(response, unexpected, guard.headersFor(request));
    }
  };
}

const unexpected: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong here, and it was written to the log.',
};
