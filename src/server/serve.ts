import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { createClientUsage } from './guard/client-usage.ts';
import type { ClientUsage } from './guard/client-usage.ts';
import { createHandler } from './handler.ts';
import type { Cluster, HandlerOptions } from './handler.ts';
import { announcingResponse } from './connections/announcing-response.ts';
import { boundsWith } from './http/server-bounds.ts';
import type { ServerBoundName, ServerBounds } from './http/server-bounds.ts';
import { closeServer, createGate } from './connections/close.ts';
import { boundConnections, serverOptions } from './connections/connections.ts';
import { connectionsAllowed } from './connections/open-files.ts';
import { trackConnections } from './connections/open-connections.ts';
import type { Series } from './metrics/series.ts';
import { listen } from './listen.ts';
import { createPool } from './query-process/pool.ts';
import { versionBase } from '../pages/versions/version-page.ts';
import { followHistory } from './snapshots/history.ts';
import { createKeptVersions } from './snapshots/kept-versions.ts';
import { followSnapshots } from './snapshots/snapshots.ts';

const explaining =
  'answers tell how they were made (extensions.explain); this is for developers only';

export type Serving = {
  /** Where it answers, such as `http://localhost:4000`. */
  url: string;
  /** Where it writes what it has to tell. */
  log: Logger;
  /** Takes no new requests, lets the running ones finish and gives back once all is closed. */
  close: () => Promise<void>;
  /** The same, after it has answered on for a while, so that nobody is cut off who could not know. */
  drain: () => Promise<void>;
  /** What this process has counted. */
  readMetrics: () => Series;
};

export type ServeOptions = {
  data: string;
  /** Where PostgreSQL is, if the data are read there: `postgres://user@host:5432/database`. */
  store?: string | undefined;
  host: string;
  port: number;
  logLevel: string;
  siblings?: Cluster;
  /** Bounds other than those that are told. */
  bounds?: Partial<Record<ServerBoundName, number>>;
} & HandlerOptions;

/**
 * Serves the published snapshot of a data folder over HTTP.
 * @throws when there is no snapshot to serve or the address cannot be had
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { data, store, host, port, logLevel, bounds: others, ...more } = options;
  const log = pino({ level: logLevel });
  if (more.explain) log.warn(explaining);
  const bounds = withinSystem(boundsWith(others), log);
  const usage = createClientUsage();
  const { closeData, ...followed } = store
    ? await followStore(store, log, usage)
    : followData(data, log, usage);
  let closing: Promise<void> | null = null;
  const isStopping = () => closing !== null;
  const connections = trackConnections();
  const gate = createGate();
  const handler = createHandler({
    ...followed,
    log,
    isStopping,
    bounds,
    connections,
    gate,
    usage,
    ...more,
  });
  const answers = { ServerResponse: announcingResponse(connections, isStopping) };
  const server = createServer({ ...serverOptions(bounds), ...answers }, handler.listener);
  connections.watch(server);
  boundConnections(server, bounds, {
    trustProxy: more.trustProxy ?? false,
    onRefused: tellRefused(log),
  });

  const shared = more.siblings !== undefined;
  const release = () => {
    handler.close();
    closeData();
  };
  await listen(server, { host, port, shared }).catch((error: unknown) => {
    release();
    throw error;
  });
  const closeOnce = (drainMilliseconds: number) =>
    closeServer(server, {
      connections,
      gate,
      drainMilliseconds,
      quietMilliseconds: drainMilliseconds / 2,
      graceMilliseconds: bounds.graceMilliseconds,
      lingerMilliseconds: bounds.lingerMilliseconds,
      stopMilliseconds: bounds.stopMilliseconds,
    }).then(release);
  const close = (drainMilliseconds: number) => (closing ??= closeOnce(drainMilliseconds));

  const address = server.address() as AddressInfo;
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return {
    url: `http://${name}:${address.port}`,
    log,
    readMetrics: handler.readMetrics,
    close: () => close(0),
    drain: () => close(bounds.drainMilliseconds),
  };
}

/** What is published in PostgreSQL: it answers by itself whatever may take long. */
async function followStore(url: string, log: Logger, usage: ClientUsage) {
  const applicationName = `juzheng start (process ${process.pid} on ${hostname()})`;
  // Whoever serves a file needs neither the driver nor the query builder of PostgreSQL.
  const [{ followPostgres }, { createPostgresPool, errorFor }] = await Promise.all([
    import('./postgres/follow-postgres.ts'),
    import('./postgres/postgres-pool.ts'),
  ]);
  const how = { failureOf: errorFor, log, baseOf: versionBase };
  const snapshots = await followPostgres({ url, applicationName, ...how });
  const { storeOf, kept, history } = snapshots;
  const pool = createPostgresPool({ storeOf, usage });
  const closeData = () => snapshots.close();
  return { snapshots, kept, history, pool, dialect: 'postgres' as const, closeData };
}

/** The snapshot that is served, those that can still be read, and what was published. */
function followData(data: string, log: Logger, usage: ClientUsage) {
  const snapshots = followSnapshots({ data, log });
  const kept = createKeptVersions({ data, log, baseOf: versionBase });
  const closeData = () => {
    kept.close();
    snapshots.close();
  };
  const pool = createPool({ data, log, usage });
  return { snapshots, kept, pool, history: followHistory(data), closeData };
}

/** No more connections than the system gives files for: one beyond that could not even be refused. */
function withinSystem(bounds: ServerBounds, log: Logger): ServerBounds {
  const allowed = connectionsAllowed();
  if (allowed === null || allowed >= bounds.connections) return bounds;
  log.warn(
    { connections: allowed, wanted: bounds.connections },
    'the system lets this process open too few files for its connections; raise ulimit -n',
  );
  return { ...bounds, connections: allowed };
}

/** Logs connections that were not taken, once a second at most: they may come by the thousand. */
function tellRefused(log: Logger): (client: string) => void {
  let refused = 0;
  return (client) => {
    refused += 1;
    if (refused > 1) return;
    setTimeout(() => {
      log.warn({ client, refused }, 'connections beyond the limit were refused');
      refused = 0;
    }, 1000).unref();
  };
}
