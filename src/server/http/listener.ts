import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Front } from './front.ts';
import { readPlain } from './plain.ts';

/** What answers everything; `triedToCompile` tells it that the front could not. */
export type Ordinary = (
  request: IncomingMessage,
  response: ServerResponse,
  server: { triedToCompile: boolean },
) => unknown;

/** A request that has been answered. */
export type Answered = {
  method: string;
  /** Its address without what stands after the `?`. */
  path: string;
  status: number;
  seconds: number;
  /** Whether it took the short way. */
  short: boolean;
};

/** Takes every request: those that it can answer go to the front, all others the ordinary way. */
export function createListener(options: {
  front: Front | null;
  ordinary: Ordinary;
  maximumBody: number;
  onAnswered: (answered: Answered) => void;
  onError: (error: unknown) => void;
}): RequestListener {
  const { front, ordinary, maximumBody, onAnswered, onError } = options;

  /** Says whether it took the short way. */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const plain = front && (await readPlain(request, { maximumBody }));
    if (response.destroyed) return false;
    if (plain && (await front?.(plain, request, response))) return true;
    // Asked for its head, the API does as if asked for the whole; Node leaves the body out.
    if (request.method === 'HEAD' && /^\/graphql(?:\?|$)/.test(request.url ?? '')) {
      request.method = 'GET';
    }
    await ordinary(request, response, { triedToCompile: plain !== null });
    return false;
  }

  return async (request, response) => {
    const { method = '', url = '' } = request;
    const begun = performance.now();
    let short = false;
    response.once('close', () => {
      const [path = ''] = url.split('?', 1);
      const seconds = (performance.now() - begun) / 1000;
      onAnswered({ method, path, status: response.statusCode, seconds, short });
    });
    try {
      short = await answer(request, response);
    } catch (error) {
      // What goes wrong before Yoga has a request at hand must not take the process with it.
      onError(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    }
  };
}
