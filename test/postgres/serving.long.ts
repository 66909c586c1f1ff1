import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'drizzle-orm';
import type { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { originSetting } from '../../src/db/dialect.ts';
import { openPostgres } from '../../src/db/postgres/open-store.ts';
import type { PostgresStore } from '../../src/db/postgres/open-store.ts';
import { postgresBounds } from '../../src/limits.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { createClientUsage } from '../../src/server/guard/client-usage.ts';
import { createPostgresPool, errorFor } from '../../src/server/postgres/postgres-pool.ts';
import { serve } from '../../src/server/serve.ts';
import { followPostgres } from '../../src/server/postgres/follow-postgres.ts';
import { password, startCluster } from '../support/postgres/cluster.ts';
import type { Cluster } from '../support/postgres/cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';
import type { TwoVersions } from '../support/postgres/two-versions.ts';
import { until } from '../support/until.ts';

const skip = withoutPostgres;
const reader = 'reader';
let cluster: Cluster;
let versions: TwoVersions;
before(async () => {
  if (skip !== false) return;
  versions = await makeTwoVersions(6);
  cluster = await startCluster({ isKilled: true });
  await cluster.addRole(reader);
  await publishSnapshot({ data: versions.data, url: cluster.url(), reader });
});
after(async () => {
  await cluster?.stop();
  versions?.remove();
});

const address = () => ({ url: cluster.url(reader), applicationName: 'a test' });

test(
  'a statement that takes too long is ended, and its connection goes on',
  { skip },
  async (t) => {
    const bounds = { statementMilliseconds: 100, connections: 1 };
    const store = await openPostgres({ ...address(), ...bounds, failureOf: errorFor });
    t.after(store.close);
    const pool = createPostgresPool({ storeOf: () => store, usage: createClientUsage() });
    t.after(pool.close);
    const ask = (statement: string) =>
      pool.ask({
        job: { kind: 'statement', statement, values: [], snapshot: { ...store }, unbounded: false },
        route: 'SHORT',
        client: 'one',
        milliseconds: 1,
      });
    const { outcome, ...slow } = await ask('select pg_sleep(30)::text');
    assert.deepEqual([outcome, 'bound' in slow && slow.bound], ['stopped', 'clock']);
    const ofExecutor = store.db.all(sql`select pg_sleep(30)`) as Promise<unknown>;
    await assert.rejects(ofExecutor, ({ extensions, message }: GraphQLError) => {
      assert.match(message, /ms by the clock/);
      assert.equal(extensions['code'], 'QUERY_TIMEOUT');
      return true;
    });
    const wrong = await ask('select nothing');
    assert.equal(wrong.outcome, 'failed');
    const next = await ask('select count(*)::text from reports');
    assert.equal(next.outcome === 'answer' && Buffer.from(next.body).toString(), '6');
  },
);

test(
  'what a version has answered it is not asked again, and each address has its own',
  { skip },
  async (t) => {
    const asked: string[] = [];
    const store = await openPostgres({ ...address(), onStatement: (text) => asked.push(text) });
    t.after(() => store.close());
    const origin = `select current_setting('${originSetting}') || $1::text`;
    const ask = async (from: Pick<PostgresStore, 'readBytes'>, value: string) => {
      asked.length = 0;
      const answer = Buffer.from((await from.readBytes(origin, [value], false)) ?? []).toString();
      return [answer, asked.length];
    };
    const older = store.within('/versions/1');
    const own = await ask(store, '/a');
    assert.equal(own[1], 1);
    assert.deepEqual(await ask(store, '/a'), [own[0], 0]);
    assert.equal((await ask(store, '/b'))[1], 1);
    const [other, times] = await ask(older, '/a');
    assert.equal(times, 1);
    assert.match(String(other), /\/versions\/1\/a$/);
    assert.deepEqual(await ask(store.within('/versions/1'), '/a'), [other, 0]);
    const long = `select repeat('a', ${postgresBounds.knownBytes / 8}) || $1::text`;
    await store.readBytes(long, [''], false);
    asked.length = 0;
    await store.readBytes(long, [''], false);
    assert.equal(asked.length, 1, 'what is long is not kept');
  },
);

test(
  'what is asked by a connection that PostgreSQL ends is asked once more by another',
  { skip },
  async (t) => {
    const store = await openPostgres({
      ...address(),
      connections: 2,
      statementMilliseconds: 60_000,
    });
    t.after(store.close);
    const end = () =>
      cluster.run(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and query like '%pg_sleep%' and state = 'active'`,
        [reader],
      );
    const asked = store.readBytes('select pg_sleep(2)::text || count(*) from reports', [], false);
    await until('one connection is ended', async () => (await end()).length === 1);
    assert.equal(Buffer.from((await asked) ?? []).toString(), '6');
    // Whatever ends each connection that asks it is not asked for ever.
    const refused = assert.rejects(
      async () => store.readBytes('select pg_sleep(60)::text', [], false),
      /terminat/,
    );
    for (const nth of [1, 2]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await until('one connection is ended', async () => (await end()).length === 1);
      assert.equal(store.isLost(), false, `after ${nth}`);
    }
    await refused;
    assert.equal(
      Buffer.from(
        (await store.readBytes('select count(*)::text from reports', [], false)) ?? [],
      ).toString(),
      '6',
    );
  },
);

test(
  'a server starts only as a role that reads, and tells nobody a password',
  { skip },
  async () => {
    const options = { data: versions.data, host: '127.0.0.1', port: 0, logLevel: 'silent' };
    await cluster.addRole('stranger');
    const refusals = [
      { store: cluster.url(), says: /superuser.*only reads/ },
      {
        store: cluster.url('stranger'),
        says: /may not do that at postgres:\/\/stranger@.*permission denied for schema juzheng.*juzheng publish --reader ROLE$/,
      },
      { store: cluster.url('nobody'), says: /takes neither this role nor its password/ },
    ];
    for (const { store, says } of refusals) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await assert.rejects(serve({ ...options, store }), ({ message, stack }: Error) => {
        assert.match(message, says);
        assert.ok(!stack?.includes(encodeURIComponent(password)) && !stack?.includes(password));
        return true;
      });
    }
    const serving = await serve({ ...options, store: cluster.url(reader) });
    const health = await (await fetch(`${serving.url}/health`)).text();
    await serving.close();
    const { dataVersion, store, status } = JSON.parse(health) as Record<string, unknown>;
    assert.deepEqual([status, dataVersion], ['ok', versions.older.version]);
    assert.deepEqual(store, {
      isStandby: false,
      secondsBehind: null,
      published: versions.older.version,
    });
    assert.ok(!health.includes('postgres:') && !health.includes(password));
  },
);

test(
  'who holds a version reads it on, while another is published and served',
  { skip },
  async (t) => {
    const log = pino({ level: 'silent' });
    const snapshots = await followPostgres({ ...address(), log, pollMilliseconds: 50 });
    t.after(snapshots.close);
    const { snapshot, release } = snapshots.hold();
    const codes = async (store: typeof snapshot) =>
      (await store.db.query.reports.findMany({ columns: { code: true } })).length;
    const held = await codes(snapshot);
    assert.equal(snapshot.version, versions.older.version);
    versions.name('newer');
    await publishSnapshot({ data: versions.data, url: cluster.url() });
    await until('it is served', () => snapshots.current().version === versions.newer.version);
    assert.equal(await codes(snapshot), held);
    assert.equal(await codes(snapshots.current()), versions.newer.counts['reports']);
    release();
  },
);

test('a server goes on once PostgreSQL is there again', { skip }, async (t) => {
  const log = pino({ level: 'silent' });
  const snapshots = await followPostgres({ ...address(), log, pollMilliseconds: 50 });
  t.after(snapshots.close);
  const ask = () => snapshots.current().db.query.reports.findMany({ columns: { code: true } });
  const { length } = await ask();
  await cluster.kill();
  await until('nothing is served', () => !snapshots.isServable());
  await until('why is told', () => snapshots.problem() !== null);
  assert.ok(!snapshots.problem()?.includes(password));
  await cluster.start();
  await until('it is served again', () => snapshots.isServable() && snapshots.problem() === null);
  assert.equal((await ask()).length, length);
});

test('a server of a standby answers, and says how far behind it is', { skip }, async () => {
  const standby = await cluster.addStandby();
  const options = { data: versions.data, host: '127.0.0.1', port: 0, logLevel: 'silent' };
  const serving = await serve({ ...options, store: standby.url(reader) });
  try {
    const healthNow = async () => (await fetch(`${serving.url}/health`)).json();
    const { store, dataVersion } = (await healthNow()) as Health;
    assert.equal(store.isStandby, true, 'from the first answer on');
    assert.equal(typeof store.secondsBehind, 'number');
    assert.equal(store.published, dataVersion);
    const answer = await fetch(`${serving.url}/graphql?query={reports{totalCount}}`);
    const { data } = (await answer.json()) as { data: { reports: { totalCount: number } } };
    assert.equal(data.reports.totalCount, versions.newer.counts['reports']);
  } finally {
    await serving.close();
  }
});

type Health = {
  dataVersion: string;
  store: { isStandby: boolean; secondsBehind: number | null; published: string };
};
