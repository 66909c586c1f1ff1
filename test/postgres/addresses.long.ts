import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { after, test } from 'node:test';
import { isWellWritten, withoutPassword } from '../../src/db/postgres/connections/address.ts';
import { connect } from '../../src/db/postgres/connections/connect.ts';
import { describePostgresError } from '../../src/db/postgres/connections/describe-error.ts';
import { openPostgres } from '../../src/db/postgres/open-store.ts';
import { importSeed } from '../../src/importer/import.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { copySeed } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { password } from '../support/postgres/cluster.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';

const skip = withoutPostgres;
let copy: Copied;
const cluster = ownCluster({ settings: { unix_socket_directories: tmpdir() } }, async () => {
  copy = copySeed();
  await importSeed(copy);
});
after(() => copy?.remove());

test('a database of any name is reached, by a socket too', { skip }, async () => {
  const name = 'a/b#c?d:e@f%g&h 名';
  await cluster().addDatabase(name);
  const secret = encodeURIComponent(password);
  const [path, { port }] = [encodeURIComponent(name), cluster()];
  const urls = [
    `postgres://postgres:${secret}@127.0.0.1:${port}/${path}`,
    `postgres://postgres:${secret}@127.0.0.1:${port}/${path}?sslmode=disable`,
    `postgresql://elsewhere/${path}?host=127.0.0.1&port=${port}&user=postgres&password=${secret}`,
    `postgres:///${path}?host=${tmpdir()}&port=${port}&user=postgres&password=${secret}`,
  ];
  for (const url of urls) {
    const client = await connect({ url, applicationName: 'test' });
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    await client.end();
    assert.equal(rows[0]?.name, name, url);
  }
  const { address } = await publishSnapshot({ data: copy.data, url: urls[0]! });
  assert.equal(address, `postgres://postgres@127.0.0.1:${port}/${path}`);
});

test('of an address in which a password is not escaped nothing is told', () => {
  for (const secret of [
    'a#b',
    '1#b',
    '1/b',
    '/',
    '1?b',
    '?',
    '#',
    '1?x=2',
    '12#3@4',
    '1/2@3',
    '9@1?b',
  ]) {
    for (const role of ['role', 'role@all', '']) {
      const url = `postgres://${role}:${secret}@host:5432/database`;
      assert.equal(isWellWritten(url), false, url);
      assert.equal(withoutPassword(url), 'the address that was given', url);
    }
    const escaped = `postgres://role:${encodeURIComponent(secret)}@host:5432/data%2Fbase?sslmode=disable`;
    assert.equal(withoutPassword(escaped), 'postgres://role@host:5432/data%2Fbase');
  }
});

test('a database in another encoding than UTF8 is refused at once', { skip }, async () => {
  for (const encoding of ['SQL_ASCII', 'LATIN1', 'EUC_CN']) {
    const name = encoding.toLowerCase();
    await cluster().run(
      `create database ${name} encoding '${encoding}' template template0 lc_collate 'C' lc_ctype 'C'`,
    );
    const url = cluster()
      .url()
      .replace(/postgres$/, name);
    const says = new RegExp(
      `the database postgres://.*/${name} is in ${encoding}; Juzheng needs UTF8: make it with createdb --encoding UTF8 --template template0$`,
    );
    await assert.rejects(publishSnapshot({ data: copy.data, url }), says);
    await assert.rejects(openPostgres({ url, applicationName: 'test' }), says);
  }
});

test('what a publisher is told to do is told to no server', () => {
  const codes = [
    '57P03',
    '57P01',
    '08006',
    'ECONNRESET',
    '53100',
    '53200',
    '54000',
    '42501',
    '3F000',
  ];
  for (const code of codes) {
    const [own, other] = (['PUBLISHER', 'SERVER'] as const).map((asker) =>
      describePostgresError({ code, message: 'it is so' }, 'the place', asker),
    );
    assert.notEqual(own, other, code);
    assert.doesNotMatch(other!, /nothing was changed|give the command again|grant create/, code);
  }
});
