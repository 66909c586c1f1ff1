import type { Plugin } from 'graphql-yoga';
import { noStore } from '../../../http/headers.ts';
import type { Snapshots } from '../../snapshots/snapshots.ts';

/**
 * `/health` says what is served and whether anything is wrong with it; `/ready` is 200 while the
 * server takes requests and 503 once it has begun to stop or has nothing left to serve. Both, and
 * Yoga's own `/live`, hold only for the moment.
 */
export function useHealth(options: {
  snapshots: Snapshots;
  isStopping: () => boolean;
  health?: string;
  ready?: string;
  live?: string;
}): Plugin {
  const { snapshots, isStopping } = options;
  const { health = '/health', ready: readiness = '/ready', live = '/live' } = options;
  const ofTheMoment = new Set([health, readiness, live]);
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
            ...(snapshots.lag && { store: snapshots.lag() }),
          }),
        );
      }
    },
    onResponse({ request, response }) {
      if (!ofTheMoment.has(new URL(request.url).pathname)) return;
      for (const [name, value] of Object.entries(noStore)) response.headers.set(name, value);
    },
  };
}

const statusOf = (snapshots: Snapshots) => {
  if (!snapshots.isServable()) return 'unavailable';
  return snapshots.problem() === null ? 'ok' : 'degraded';
};
