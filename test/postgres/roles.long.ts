import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
    await assert.rejects(
      publishSnapshot({ data, url, reader: 'publisher' }),
      /the role publisher is the one that publishes.*nothing was published/,
    );
    assert.deepEqual((await publishSnapshot({ data, url })).readers, []);
    assert.deepEqual((await publishSnapshot({ data, url, reader: 'server' })).readers, ['server']);
    const second = await publishSnapshot({ data, url, reader: 'other' });
    assert.deepEqual(
      [second.outcome, second.readers.toSorted()],
      ['unchanged', ['other', 'server']],
    );
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

/** By what a role that should only read may write after all, and what is said of it; `@` stands for the role. */
const writers: Readonly<Record<string, readonly [grant: string, says: RegExp]>> = {
  column: [
    'grant update (code) on juzheng_1.reports to @',
    /may write juzheng_1\.reports \(code\)/,
  ],
  column_to_all: [
    'grant insert (id) on elsewhere.notes to public',
    /may write elsewhere\.notes \(id\)/,
  ],
  triggers: ['grant trigger on juzheng_1.reports to @', /may write juzheng_1\.reports$/],
  truncation: ['grant truncate on juzheng_1.reports to @', /may write juzheng_1\.reports$/],
  elsewhere: ['grant delete on elsewhere.notes to @', /may write elsewhere\.notes$/],
  view: ['grant update on elsewhere.seen to @', /may write elsewhere\.seen$/],
  to_all: ['grant update on elsewhere.notes to public', /may write elsewhere\.notes$/],
  sequence: [
    'grant usage on sequence elsewhere.notes_id_seq to @',
    /may write elsewhere\.notes_id_seq$/,
  ],
  owner: [
    'alter table elsewhere.notes owner to @; revoke all on elsewhere.notes from @',
    /may write elsewhere\.notes/,
  ],
  function: [
    'alter function elsewhere.one() owner to @',
    /may replace the functions elsewhere\.one$/,
  ],
  schema: ['grant create on schema elsewhere to @', /may make tables in elsewhere$/],
  database: ['grant create on database writers to @', /may make schemas in the database writers$/],
  database_owner: [
    'alter database writers owner to @',
    /may make schemas in the database writers|pg_database_owner/,
  ],
  roles: ['alter role @ createrole', /may make roles/],
  databases: ['alter role @ createdb', /may make databases$/],
  all_data: [
    'grant pg_write_all_data to @',
    /as a member of pg_write_all_data, may write all tables$/,
  ],
  files: ['grant pg_write_server_files to @', /may write files of the machine/],
  programs: ['grant pg_execute_server_program to @', /may start programs/],
  member: ['grant keeper to @', /as a member of keeper, may write juzheng_1\.links$/],
  no_heir: [
    'alter role @ noinherit; grant keeper to @',
    /as a member of keeper, may write juzheng_1\.links$/,
  ],
  in_chain: [
    'create role middle noinherit; grant keeper to middle; alter role @ noinherit; grant middle to @',
    /as a member of keeper, may write juzheng_1\.links$/,
  ],
  of_superuser: ['grant postgres to @', /as a member of postgres, is a superuser$/],
  set_role: [
    'grant keeper to @; alter role @ set role = keeper',
    /as a member of keeper, may write/,
  ],
};

test('by whatever right a role may write, a server refuses it', { skip }, async () => {
  const database = await cluster.addDatabase('writers');
  await publishSnapshot({ data: copy.data, url: database.url() });
  await database.run(`create role keeper; grant usage on schema juzheng_1 to keeper; grant insert on juzheng_1.links to keeper;
    create role group_of_readers; grant select on all tables in schema juzheng_1 to group_of_readers;
    create schema elsewhere; create table elsewhere.notes (id serial, words text);
    create view elsewhere.seen as select * from elsewhere.notes;
    create function elsewhere.one() returns int language sql return 1`);
  const url = database.url('reading');
  await cluster.addRole('reading');
  await database.run(`grant group_of_readers to reading; grant references on juzheng_1.reports to reading;
    grant temporary on database writers to reading; grant select (code), references (code) on juzheng_1.reports to reading`);
  // As everybody might before version 15 of PostgreSQL.
  await database.run('grant create on schema public to public');
  assert.equal(await mayWrite(url), null, 'it only reads');
  for (const [role, [grant, says]] of Object.entries(writers)) {
    await database.run(`create role "${role}" login password '${password}'`);
    const grants = grant.replaceAll('@', `"${role}"`);
    await database.run(grants);
    const told = await mayWrite(database.url(role));
    assert.match(told ?? 'may write nothing', says, grants);
    assert.ok(told?.startsWith(`the role ${role}`), told ?? '');
    if (!grants.includes('to public')) continue;
    assert.match((await mayWrite(url)) ?? 'may write nothing', says, grants);
    await database.run(grants.replace('grant', 'revoke').replace('to public', 'from public'));
  }
  assert.equal(await mayWrite(url), null, 'what others may is nothing to it');
});

test('what a role may write is soon told of hundreds of tables', { skip }, async () => {
  const database = await cluster.addDatabase('tables');
  await database.run(`do $$ begin for n in 1..800 loop
    execute format('create table t_%s (id int primary key, words text)', n);
    execute format('grant select on t_%s to other, server', n); end loop; end $$`);
  const milliseconds = await timeOfTelling(database.url('server'));
  assert.ok(milliseconds < 1000, `${milliseconds} ms`);
  await database.run('grant update (words) on t_700 to other');
  assert.match((await mayWrite(database.url('other'))) ?? '', /may write public\.t_700 \(words\)$/);
});

/** Milliseconds that it takes PostgreSQL to tell what a role may write. */
async function timeOfTelling(url: string): Promise<number> {
  const client = await connect({ url, applicationName: 'test' });
  try {
    const begun = performance.now();
    assert.equal(await whatRoleMayWrite(client), null);
    return performance.now() - begun;
  } finally {
    await client.end();
  }
}

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
    /another publisher is at work.*process 1 on elsewhere.*role postgres from 127\.0\.0\.1.*if it was killed, PostgreSQL lets go of it by itself within seconds/,
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
  async (t) => {
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
      'no password': [publish(address), 1, /none was found; give it by PGPASSWORD, in a pass file/],
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
      'a password that is not escaped': [
        publish('', { DATABASE_URL: `postgres://publisher:12#${password}@127.0.0.1/said` }),
        2,
        /error: DATABASE_URL: An address such as .*# as %23, \/ as %2F/,
      ],
      'an address of something else': [
        publish('https://127.0.0.1/said'),
        2,
        /error: option '--to <url>': An address such as/,
      ],
      'a broken address': [
        publish('', { DATABASE_URL: `postgres:/:${password}@` }),
        2,
        /error: DATABASE_URL: An address such as .* %23, /,
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
    const passFile = join(mkdtempSync(join(tmpdir(), 'juzheng-pass-')), 'pass file');
    t.after(() => rmSync(dirname(passFile), { recursive: true }));
    const escaped = password.replaceAll(/[\\:]/g, '\\$&');
    writeFileSync(passFile, `127.0.0.1:${cluster.port}:said:publisher:${escaped}\n`, {
      mode: 0o600,
    });
    const byPassFile = publish(address, { PGPASSFILE: passFile });
    assert.match(byPassFile.out, /^nothing changed: /, byPassFile.err);
    assert.equal(byPassFile.err, '', 'nothing is said of how the password was found');
    const both = publish(address, { PGPASSFILE: passFile, PGPASSWORD: 'wrong' });
    assert.match(both.err, /neither this role nor its password/);
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
