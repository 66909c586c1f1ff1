import type { Plugin } from 'graphql-yoga';
import { addUp, printSeries } from '../../metrics/series.ts';
import type { Series } from '../../metrics/series.ts';

/** `/metrics`: what all processes of this server have counted, as Prometheus reads it. */
export function useMetrics(options: {
  gather: () => Promise<readonly Series[]>;
  endpoint?: string;
}): Plugin {
  const { gather, endpoint = '/metrics' } = options;
  return {
    async onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname !== endpoint) return;
      const text = printSeries(addUp(await gather()));
      const headers = {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      };
      endResponse(new fetchAPI.Response(text, { headers }));
    },
  };
}
