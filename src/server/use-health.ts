import type { Plugin } from 'graphql-yoga';
import type { Snapshots } from './snapshots.ts';

/**
 * `/health` says what is served and whether anything is wrong with it; `/ready` is 200 while the
 * server takes requests and 503 once it has begun to stop or has nothing left to serve.
 */
export function useHealth(options: {
  snapshots: Snapshots;
  isStopping: () => boolean;
  health?: string;
  ready?: string;
}): Plugin {
  const { snapshots, isStopping, health = '/health', ready: readiness = '/ready' } = options;
  return {
    onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname === readiness) {
        const ready = !isStopping() && snapshots.isServable();
        endResponse(fetchAPI.Response.json({ ready }, { status: ready ? 200 : 503 }));
      }
      if (url.pathname === health) {
        const { version, file, counts } = snapshots.current();
        const problem = snapshots.problem();
        endResponse(
          fetchAPI.Response.json({
            status: statusOf(snapshots),
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

const statusOf = (snapshots: Snapshots) => {
  if (!snapshots.isServable()) return 'unavailable';
  return snapshots.problem() === null ? 'ok' : 'degraded';
};
