import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';

/** One line for each request: what was asked by which method, how it ended, how long it took. */
export function useRequestLog({ log }: { log: Logger }): Plugin {
  const started = new WeakMap<Request, number>();
  return {
    onRequest({ request }) {
      started.set(request, performance.now());
    },
    onResponse({ request, response }) {
      const begun = started.get(request);
      log.debug(
        {
          method: request.method,
          path: new URL(request.url).pathname,
          status: response.status,
          ...(begun !== undefined && { milliseconds: Math.round(performance.now() - begun) }),
        },
        'answered',
      );
    },
  };
}
