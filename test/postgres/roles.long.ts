import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect } from '../../src/db/postgres/connections/connect.ts';
import { whatRoleMayWrite } from '../../src/db/postgres/roles.ts';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { point } from '../../src/importer/publish/publish.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { copySeed, juzheng } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { password, startCluster } from '../support/postgres/cluster.ts';
import type { Cluster } from '../support/postgres/cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { lookAt } from '../support/postgres/read-version.ts';

const skip = withoutPostgres;
let cluster: Cluster;
let copy: Copied;
before(async () => {
  if (skip !== false) return;
  cluster = await startCluster();
  copy = copySeed();
  await importSeed(copy);
  for (const role of ['publisher', 'server', 'other', 'nobody']) await cluster.addRole(role);
});
after(async () => {
  await cluster?.stop();
  copy?.remove();
});

/** What a role may write, as a server asks before it starts. */
async function mayWrite(url: string): Promise<string | null> {
  const client = await connect({ url, applicationName: 'test' });
  try {
    return await whatRoleMayWrite(client);
  } finally {
    await client.end();
  }
}

test(
  'the publisher writes, servers only read, and both stay so over what is published anew',
  { skip },
  async () => {
    const { data } = copy;
    const database = await cluster.addDatabase('roles');
    const url = database.url('publisher');
    await assert.rejects(
      publishSnapshot({ data, url }),
      /this role may not do that.*permission denied.*grant create on database/,
    );
    await database.run('grant create on database roles to publisher');
    await assert.rejects(
      publishSnapshot({ data, url, reader: 'missing' }),
      /there is no role missing/,
    );
    await publishSnapshot({ data, url, reader: 'server' });
    assert.equal((await publishSnapshot({ data, url, reader: 'other' })).outcome, 'unchanged');
    await publishSnapshot({ data, url, isWhole: true });
    const { version } = readPointer(data)!;
    for (const role of ['server', 'other']) {
      assert.equal((await lookAt(database, role)).version, version, role);
      assert.equal(await mayWrite(database.url(role)), null, role);
    }
    await assert.rejects(lookAt(database, 'nobody'), /permission denied/);
    assert.match((await mayWrite(url)) ?? '', /the role publisher may write juzheng\./);
    assert.match((await mayWrite(database.url())) ?? '', /superuser/);
    const [{ schema = '' } = {}] = await database.run('select schema from juzheng.publication');
    await database.run(`grant insert on ${String(schema)}.reports to other`);
    assert.match((await mayWrite(database.url('other'))) ?? '', /may write juzheng_\d+\.reports/);
    await database.run(`grant create on schema ${String(schema)} to server`);
    assert.match((await mayWrite(database.url('server'))) ?? '', /may make tables/);
  },
);

test(
  'a schema that is no longer named goes later, and never while somebody reads it',
  { skip },
  async () => {
    const { data } = copy;
    const database = await cluster.addDatabase('retired');
    const url = database.url();
    const schemas = async () =>
      (
        await database.run(
          `select nspname::text as name from pg_namespace where nspname like 'juzheng\\_%' order by 1`,
        )
      ).map(({ name }) => name);
    await publishSnapshot({ data, url });
    await publishSnapshot({ data, url, isWhole: true });
    await publishSnapshot({ data, url });
    assert.deepEqual(await schemas(), ['juzheng_1', 'juzheng_2'], 'it was named a moment ago');
    await database.run(`update juzheng.retired set at = now() - interval '2 minutes'`);
    const reader = await connect({ url, applicationName: 'reader' });
    await reader.query('begin');
    await reader.query('select count(*) from juzheng_1.reports');
    await publishSnapshot({ data, url });
    assert.deepEqual(await schemas(), ['juzheng_1', 'juzheng_2'], 'somebody reads it');
    await reader.query('select count(*) from juzheng_1.outcomes');
    await reader.end();
    await publishSnapshot({ data, url });
    assert.deepEqual(await schemas(), ['juzheng_2']);
  },
);

test('a second publisher is told who is at work, or waits', { skip }, async () => {
  const { data } = copy;
  const database = await cluster.addDatabase('two_publishers');
  const url = database.url();
  const first = publishSnapshot({ data, url });
  const holder = await connect({
    url,
    applicationName: 'juzheng publish (process 1 on elsewhere)',
  });
  await first;
  await holder.query('select pg_advisory_lock(1247431490)');
  await assert.rejects(
    publishSnapshot({ data, url }),
    /another publisher is at work.*process 1 on elsewhere.*role postgres from 127\.0\.0\.1/,
  );
  const waiting = publishSnapshot({ data, url, patience: 60 });
  await holder.end();
  assert.equal((await waiting).outcome, 'unchanged');
});

test('what is not verified, or of another version, is not published', { skip }, async (t) => {
  const spoiled = copySeed();
  t.after(spoiled.remove);
  await importSeed(spoiled);
  const { data } = spoiled;
  const database = await cluster.addDatabase('refused');
  const url = database.url();
  const pointer = readPointer(data)!;
  point(data, { ...pointer, doubt: 'is damaged: its integrity check fails' });
  await assert.rejects(publishSnapshot({ data, url }), /is damaged.*nothing was published/);
  point(data, { ...pointer, sha256: '0'.repeat(64) });
  await assert.rejects(publishSnapshot({ data, url }), /not the file that was published/);
  // One that was not read whole yet is read whole first.
  const { sha256, ...unsealed } = pointer;
  point(data, unsealed);
  await publishSnapshot({ data, url });
  assert.equal(readPointer(data)!.sha256, sha256);
  await database.run('update juzheng.publication set tables = 5');
  await assert.rejects(
    publishSnapshot({ data, url }),
    /tables of another version of Juzheng \(5; .*--new-tables/,
  );
  assert.equal((await publishSnapshot({ data, url, mayReplaceTables: true })).plan.way, 'WHOLE');
  // Where somebody else has written, a change does not fit, and all is published anew.
  for (const damage of [
    'delete from links',
    'delete from "overlaps" where outcome_id = (select min(outcome_id) from "overlaps")',
    'update value_counts set count = count + 1 where name = $$rows$$',
  ]) {
    const [{ schema = '' } = {}] = await database.run('select schema from juzheng.publication');
    await database.run(`set search_path = ${String(schema)}; ${damage};
      update report_marks set own_mark = 'x', mark = 'x'; update juzheng.publication set version = 'x'`);
    const { plan } = await publishSnapshot({ data, url });
    assert.match(plan.way === 'WHOLE' ? plan.why : plan.way, /not what had been published/, damage);
  }
});

test(
  'the command says what was wrong, where, and what to do, and never the password',
  { skip },
  async () => {
    const database = await cluster.addDatabase('said');
    const { data } = copy;
    const address = `postgres://publisher@127.0.0.1:${cluster.port}/said`;
    const publish = (to: string, env: Record<string, string> = {}) => {
      Object.assign(process.env, env);
      try {
        return juzheng('publish', '--data', data, ...(to === '' ? [] : ['--to', to]));
      } finally {
        for (const name of Object.keys(env)) delete process.env[name];
      }
    };
    const given = { PGPASSWORD: password };
    const tried = {
      'no address': [publish(''), 2, /'--to <url>' not specified/],
      'a password in the arguments': [
        publish(database.url()),
        2,
        /No password belongs on a command line/,
      ],
      'no password': [publish(address), 1, /PGPASSWORD, a pass file/],
      'a wrong one': [
        publish(address, { PGPASSWORD: 'wrong' }),
        1,
        /neither this role nor its password/,
      ],
      'no server': [
        publish('postgres://publisher@127.0.0.1:1/said'),
        1,
        /no PostgreSQL answers at/,
      ],
      'no database': [publish(address.replace('said', 'missing'), given), 1, /no such database/],
      'no right': [publish(address, given), 1, /may not do that/],
      'a broken address': [
        publish('', { DATABASE_URL: `postgres:/:${password}@` }),
        1,
        /at the address that was given/,
      ],
    } as const;
    for (const [what, [{ code, out, err }, wanted, words]] of Object.entries(tried)) {
      assert.equal(code, wanted, `${what}: ${err}`);
      assert.match(err, words, what);
      for (const secret of [password, encodeURIComponent(password)])
        assert.ok(!`${out}${err}`.includes(secret), what);
    }
    await database.run('grant create on database said to publisher');
    const { code, out } = publish('', { DATABASE_URL: database.url('publisher') });
    assert.equal(code, 0);
    assert.match(out, /^published: data version [0-9a-f]{12} at postgres:\/\/publisher@127/);
    assert.match(publish(address, given).out, /^nothing changed: /);
  },
);

test('what is keyed by the report and the place can be parted by them', { skip }, async () => {
  const database = await cluster.addDatabase('parted');
  await publishSnapshot({ data: copy.data, url: database.url() });
  for (const [column, key] of [
    ['report_id', 'report_id, id'],
    ['place_id', 'place_id, id'],
  ] as const) {
    const parts = [0, 1, 2, 3].map(
      (nth) =>
        `create table by_${column}_${nth} partition of by_${column} for values with (modulus 4, remainder ${nth});`,
    );
    await database.run(`set search_path = juzheng_1;
      create table by_${column} (like outcomes, primary key (${key})) partition by hash (${column});
      ${parts.join('\n')}
      insert into by_${column} select * from outcomes`);
    const plan = await database.run(
      `set search_path = juzheng_1; explain select count(*) from by_${column} where ${column} = 1`,
    );
    const lines = plan.map((row) => String(row['QUERY PLAN'])).join('\n');
    assert.equal(new Set(lines.match(/by_\w+_\d\b(?!_)/g)).size, 1, lines);
  }
});
