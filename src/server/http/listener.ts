import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Front } from './front.ts';
import { readPlain } from './plain.ts';

/** What answers everything; `triedToCompile` tells it that the front could not. */
export type Ordinary = (
  request: IncomingMessage,
  response: ServerResponse,
  server: { triedToCompile: boolean },
) => unknown;

/** Takes every request: those that it can answer go to the front, all others the ordinary way. */
export function createListener(options: {
  front: Front | null;
  ordinary: Ordinary;
  maximumBody: number;
  log: Logger;
}): RequestListener {
  const { front, ordinary, maximumBody, log } = options;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const plain = front && (await readPlain(request, { maximumBody }));
    if (response.destroyed) return;
    if (plain && (await front?.(plain, request, response))) return;
    // Asked for its head, the API does as if asked for the whole; Node leaves the body out.
    if (request.method === 'HEAD' && /^\/graphql(?:\?|$)/.test(request.url ?? '')) {
      request.method = 'GET';
    }
    await ordinary(request, response, { triedToCompile: plain !== null });
  }

  return async (request, response) => {
    logWhenAnswered(request, response, log);
    try {
      await answer(request, response);
    } catch (error) {
      // What goes wrong before Yoga has a request at hand must not take the process with it.
      log.error(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    }
  };
}

/** One line for each request: what was asked by which method, how it ended, how long it took. */
function logWhenAnswered(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  if (!log.isLevelEnabled('debug')) return;
  const { method, url = '' } = request;
  const begun = performance.now();
  response.once('close', () => {
    const [path] = url.split('?');
    const milliseconds = Math.round(performance.now() - begun);
    log.debug({ method, path, status: response.statusCode, milliseconds }, 'answered');
  });
}
