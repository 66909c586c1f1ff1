import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createHandler } from './handler.ts';
import type { Siblings, Ways } from './handler.ts';
import { createLane } from './lane/lane.ts';
import type { Series } from './metrics/series.ts';
import { listen } from './listen.ts';
import { followSnapshots } from './snapshots.ts';

export type Serving = {
  /** Where it answers, such as `http://localhost:4000`. */
  url: string;
  /** Takes no new requests, lets the running ones finish and gives back once all is closed. */
  close: () => Promise<void>;
  /** What this process has counted. */
  readMetrics: () => Series;
};

/**
 * Serves the published snapshot of a data folder over HTTP.
 * @throws when there is no snapshot to serve or the address cannot be had
 */
export async function serve(
  options: {
    data: string;
    host: string;
    port: number;
    logLevel: string;
    siblings?: Siblings;
  } & Ways,
): Promise<Serving> {
  const { data, host, port, logLevel, ...more } = options;
  const log = pino({ level: logLevel });
  const snapshots = followSnapshots({ data, log });
  let stopping = false;
  const isStopping = () => stopping;
  const handler = createHandler({
    snapshots,
    log,
    isStopping,
    lane: createLane({ data, log }),
    ...more,
  });
  const server = createServer(handler.listener);

  const shared = more.siblings !== undefined;
  await listen(server, { host, port, shared }).catch((error: unknown) => {
    handler.close();
    snapshots.close();
    throw error;
  });

  const address = server.address() as AddressInfo;
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host;
  return {
    url: `http://${name}:${address.port}`,
    readMetrics: handler.readMetrics,
    async close() {
      stopping = true;
      const closed = new Promise((done) => {
        server.close(done);
      });
      server.closeIdleConnections();
      await closed;
      handler.close();
      snapshots.close();
    },
  };
}
