import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { pino } from 'pino';
import { isProbe } from '../../../src/compiler/ways/probe.ts';
import { createHandler } from '../../../src/server/handler.ts';
import type { Job, SnapshotName } from '../../../src/server/query-process/messages.ts';
import type { PlanningState } from '../../../src/server/query-process/lane.ts';
import { createPool } from '../../../src/server/query-process/pool.ts';
import type { Pool, PoolBounds } from '../../../src/server/query-process/pool.ts';
import { followSnapshots } from '../../../src/server/snapshots/snapshots.ts';
import type { Snapshots } from '../../../src/server/snapshots/snapshots.ts';
import { send } from '../../support/served.ts';
import type { Wire } from '../../support/served.ts';

const log = pino({ level: 'silent' });

/** The snapshot of a data folder, as a job names it. */
export function snapshotOf(data: string): SnapshotName {
  const snapshots = followSnapshots({ data, log });
  const { file, version, counts } = snapshots.current();
  snapshots.close();
  return { file, version, counts };
}

const unhurried = { wallMilliseconds: 60_000, queuedMilliseconds: Infinity };

/** A pool that ends with the test. How busy the machine is ends none of its questions, unless the test bounds that. */
export function poolOver(t: TestContext, data: string, bounds: Partial<PoolBounds> = {}): Pool {
  const pool = createPool({ data, log, ...unhurried, ...bounds });
  t.after(() => pool.close());
  return pool;
}

type Statement = Job & { kind: 'statement' };

/** Jobs that name one snapshot. */
export const jobsOf = (snapshot: SnapshotName) => ({
  statement: (statement: string, values: unknown[] = [], unbounded = false): Statement => ({
    kind: 'statement',
    snapshot,
    unbounded,
    statement,
    values,
  }),
  /** Counts so far, and reads no data: some 100 ns of a processor for each. */
  count: (to: number): Statement => ({
    kind: 'statement',
    snapshot,
    unbounded: false,
    statement:
      'with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select cast(max(i) as blob) from n',
    values: [to],
  }),
  /** An answer of so many bytes. */
  answer: (bytes: number, unbounded = false): Statement => ({
    kind: 'statement',
    snapshot,
    unbounded,
    statement: "select cast(replace(hex(zeroblob(? / 2)), '0', 'x') as blob)",
    values: [bytes],
  }),
});

type Served = Partial<PoolBounds> & {
  isLarge?: boolean;
  /** What the pool is to answer, without a process. */
  ask?: Pool['ask'];
  /** Whether a process stands ready that plans questions, if that is not to be found out. */
  planning?: PlanningState;
};

/** A server whose pool has these bounds, and which may take its data for large. */
export async function serveWith(
  t: TestContext,
  data: string,
  { isLarge = true, ask: askPool, planning, ...bounds }: Served,
) {
  let ran = 0;
  const onStatement = (statement: string) => {
    if (!isProbe(statement)) ran += 1;
  };
  const snapshots = followSnapshots({ data, log, onStatement });
  const { statistics: own } = snapshots.current();
  const statistics = isLarge ? { ...own, rows: () => 4_000_000 } : own;
  const large: Snapshots = {
    ...snapshots,
    current: () => ({ ...snapshots.current(), statistics }),
    hold() {
      const { snapshot, release } = snapshots.hold();
      return { snapshot: { ...snapshot, statistics }, release };
    },
  };
  const made = createPool({ data, log, ...bounds });
  const pool = {
    ...made,
    ...(askPool && { ask: askPool }),
    ...(planning !== undefined && { planning: () => planning }),
  };
  const handler = createHandler({ snapshots: large, log, isStopping: () => false, pool });
  const server = createServer(handler.listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
    handler.close();
    snapshots.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** With the number of statements that ran in this process meanwhile, without those that look for ways. */
  async function ask(query: string, more: Wire = {}) {
    const begun = ran;
    const sent = JSON.stringify({ query });
    const { status, headers, body } = await send(url, {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) },
      body: sent,
      ...more,
    });
    return { status, headers, body: JSON.parse(body.toString()), here: ran - begun };
  }
  const get = (query: string, more = '') =>
    ask(query, {
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent(query)}${more}`,
      headers: {},
      body: '',
    });
  return { ask, get, url, pool, readMetrics: handler.readMetrics };
}
