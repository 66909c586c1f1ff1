import type { Plugin } from 'graphql-yoga';
import type { Snapshots } from './snapshots.ts';

/**
 * `/health` says what is served and whether anything is wrong with it; `/ready` is 200 while the
 * server takes requests and 503 once it has begun to stop.
 */
export function useHealth(options: {
  snapshots: Snapshots;
  isStopping: () => boolean;
  health?: string;
  ready?: string;
}): Plugin {
  const { snapshots, isStopping, health = '/health', ready = '/ready' } = options;
  return {
    onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname === ready) {
        const stopping = isStopping();
        endResponse(fetchAPI.Response.json({ ready: !stopping }, { status: stopping ? 503 : 200 }));
      }
      if (url.pathname === health) {
        const { version, file, counts } = snapshots.current();
        const problem = snapshots.problem();
        endResponse(
          fetchAPI.Response.json({
            status: problem === null ? 'ok' : 'degraded',
            problem,
            dataVersion: version,
            snapshot: file,
            counts,
          }),
        );
      }
    },
  };
}
