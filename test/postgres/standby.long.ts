import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect } from '../../src/db/postgres/connections/connect.ts';
import { createPublication } from '../../src/db/postgres/publication.ts';
import { createPublicationWatch } from '../../src/db/postgres/watch-publication.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import type { Cluster } from '../support/postgres/cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { insistOnOneOf, lookAt, readVersion } from '../support/postgres/read-version.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';
import { until } from '../support/until.ts';

const skip = withoutPostgres;
const cluster = ownCluster({ settings: { hot_standby_feedback: 'on' } });

test(
  'standbys take over what is published; one that lags goes on with its own version, whole',
  { skip },
  async (t) => {
    const { data, older, newer, name, remove } = await makeTwoVersions(24);
    t.after(remove);
    await cluster().addRole('server');
    await publishSnapshot({ data, url: cluster().url(), reader: 'server' });
    const [near, far] = [await cluster().addStandby(), await cluster().addStandby()];
    const versionAt = async (standby: Cluster) => (await lookAt(standby, 'server')).version;
    for (const standby of [near, far]) {
      await until('the standby has it', async () => (await versionAt(standby)) === older.version);
      insistOnOneOf(await lookAt(standby, 'server'), [older]);
    }

    await far.run('select pg_wal_replay_pause()');
    name('newer');
    await publishSnapshot({ data, url: cluster().url() });
    await until('the near one follows', async () => (await versionAt(near)) === newer.version);
    insistOnOneOf(await lookAt(near, 'server'), [newer]);
    insistOnOneOf(await lookAt(far, 'server'), [older]);
    await far.run('select pg_wal_replay_resume()');
    await until('the far one follows', async () => (await versionAt(far)) === newer.version);
    insistOnOneOf(await lookAt(far, 'server'), [newer]);

    // What reads on a standby goes on with what it sees while the standby moves on, also to another schema.
    const reader = await connect({ url: near.url('server'), applicationName: 'reader' });
    const seen = await readVersion(reader, async () => {
      if ((await versionAt(cluster())) !== newer.version) return;
      name('older');
      await publishSnapshot({ data, url: cluster().url(), isWhole: true });
      await until('the standby moves on', async () => (await versionAt(near)) === older.version);
    });
    insistOnOneOf(seen, [newer]);
    await reader.end();

    await assert.rejects(
      publishSnapshot({ data, url: near.url() }),
      /is a standby.*name the primary/,
    );
  },
);

test(
  'a standby that has started again is not behind while it has replayed more than it was sent since',
  { skip },
  async () => {
    const standby = await cluster().addStandby();
    // Whatever is published, something was written last.
    const entry = `insert into juzheng.publication values (true, 'a version', 1, 'juzheng_0', '{}', now()) on conflict do nothing`;
    await cluster().run([...createPublication, entry, 'create table something ()'].join('; '));
    const toldOf = `select pg_last_wal_receive_lsn() < pg_last_wal_replay_lsn() and pg_last_xact_replay_timestamp() is not null as is_less,
      to_regclass('something') is not null as is_there`;
    await until(
      'it has what was written',
      async () => (await standby.run(toldOf))[0]?.['is_there'] === true,
    );
    const isLess = async () => (await standby.run(toldOf))[0]?.['is_less'] === true;
    let seen = 0;
    // The primary may write something by itself meanwhile, which is sent at once.
    for (let tries = 0; tries < 20 && seen === 0; tries += 1) {
      await standby.kill();
      await standby.start();
      const watch = createPublicationWatch({ url: standby.url(), applicationName: 'test' });
      const before = await isLess();
      const { isStandby, secondsBehind } = (await watch.look())!;
      watch.close();
      if (!before || !(await isLess())) continue;
      assert.deepEqual([isStandby, secondsBehind], [true, 0]);
      seen += 1;
    }
    assert.equal(seen, 1, 'it was seen');
  },
);
