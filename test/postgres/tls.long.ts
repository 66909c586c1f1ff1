import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { connect } from '../../src/db/postgres/connections/connect.ts';
import { importSeed } from '../../src/importer/import.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { serve } from '../../src/server/serve.ts';
import { copySeed } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { ownerOfClusters, withoutPostgres } from '../support/postgres/programs.ts';

const skip = withoutPostgres;
const reader = 'reader';

/** Where certificates lie, and who has issued them. */
const folder = mkdtempSync(join(tmpdir(), 'juzheng-tls-'));
const fileOf = (name: string) => join(folder, name);
const [issuer, stranger] = [fileOf('issuer.crt'), fileOf('stranger.crt')];

let copy: Copied;
const cluster = ownCluster({}, async ({ addRole }) => {
  makeIssuer('issuer');
  makeIssuer('stranger');
  copy = copySeed();
  await importSeed(copy);
  await addRole(reader);
});
after(() => {
  copy?.remove();
  rmSync(folder, { recursive: true, force: true });
});

function openssl(...args: string[]): void {
  const { status, stderr, error } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `openssl ${args.join(' ')}: ${stderr || String(error)}`);
}

const newKey = (name: string) => [
  '-newkey',
  'ec',
  '-pkeyopt',
  'ec_paramgen_curve:P-256',
  '-nodes',
  '-keyout',
  `${name}.key`,
];

function makeIssuer(name: string): void {
  openssl(
    'req',
    '-x509',
    ...newKey(name),
    '-subj',
    `/CN=${name}`,
    '-days',
    '2',
    '-out',
    `${name}.crt`,
  );
}

/** Has the cluster show a certificate for a host, or none. */
async function showCertificate(host: string | null, ...valid: string[]): Promise<void> {
  const { run } = cluster();
  if (host !== null) {
    openssl('req', ...newKey('server'), '-subj', '/CN=server', '-out', 'server.csr');
    writeFileSync(fileOf('names'), `subjectAltName=${host}`);
    const signed = [
      '-CA',
      'issuer.crt',
      '-CAkey',
      'issuer.key',
      '-CAcreateserial',
      '-extfile',
      'names',
    ];
    const dates = valid.length > 0 ? valid : ['-days', '2'];
    openssl('x509', '-req', '-in', 'server.csr', ...signed, ...dates, '-out', 'server.crt');
    const { uid, gid } = ownerOfClusters();
    for (const name of ['server.crt', 'server.key']) {
      if (uid !== undefined && gid !== undefined) chownSync(fileOf(name), uid, gid);
    }
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    await run(`alter system set ssl_cert_file = '${fileOf('server.crt')}'`);
    await run(`alter system set ssl_key_file = '${fileOf('server.key')}'`);
  }
  await run(`alter system set ssl = ${host === null ? 'off' : 'on'}`);
  await run('select pg_reload_conf()');
}

/** What is said to whoever asks over TLS, until it is not said any more what was said before. */
async function failureOf(url: string, wanted: RegExp): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the settings are read a moment later
    const told = await connect({ url, applicationName: 'test' }).then(
      (client) => client.end().then(() => 'connected'),
      ({ message }: Error) => message,
    );
    if (wanted.test(told) || tries > 20) return told;
    // oxlint-disable-next-line no-await-in-loop -- the settings are read a moment later
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const over = (url: string, ca = issuer) => `${url}?sslmode=verify-full&sslrootcert=${ca}`;

test('a snapshot is published over TLS, and served from there', { skip }, async (t) => {
  await showCertificate('IP:127.0.0.1');
  const { url, run } = cluster();
  assert.equal(await failureOf(over(url()), /^connected$/), 'connected');
  await publishSnapshot({ data: copy.data, url: over(url()), reader });
  const server = await serve({
    data: copy.data,
    store: over(url(reader)),
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
  });
  t.after(() => server.close());
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ links { totalCount } }' }),
  });
  assert.deepEqual(await response.json(), { data: { links: { totalCount: 74 } } });
  const rows = await run(
    `select ssl from pg_stat_ssl join pg_stat_activity using (pid) where usename = '${reader}'`,
  );
  assert.ok(rows.length > 1);
  assert.deepEqual(new Set(rows.map(({ ssl }) => ssl)), new Set([true]));
});

test('what is wrong with a certificate is told, and what to do', { skip }, async () => {
  const { url, port } = cluster();
  const where = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const wanting = async (told: string, address: string, words: RegExp) =>
    assert.equal(await failureOf(address, words), told);
  await wanting(
    `the certificate of ${where} is not trusted; give its issuer by sslrootcert`,
    over(url(), stranger),
    /not trusted/,
  );
  const missing = fileOf('missing.crt');
  const files = 'give sslrootcert, sslcert and sslkey the paths of certificates and their key';
  await wanting(
    `${where} names a file that cannot be read: ${missing} (ENOENT); ${files}`,
    over(url(), missing),
    /cannot be read/,
  );
  writeFileSync(fileOf('words.crt'), 'not a certificate');
  await wanting(
    `what ${where} names as sslrootcert, sslcert or sslkey is no certificate or key in PEM; give it one`,
    `${over(url())}&sslcert=${fileOf('words.crt')}`,
    /in PEM/,
  );
  await showCertificate('DNS:db.example.org');
  assert.match(
    await failureOf(over(url()), /another host/),
    /^the certificate of .* is one for another host \(.*\); name it as its certificate does$/,
  );
  await showCertificate('IP:127.0.0.1', '-days', '-1');
  await wanting(
    `the certificate of ${where} has expired; have it renewed there`,
    over(url()),
    /expired/,
  );
  await showCertificate(null);
  await wanting(
    `${where} speaks no TLS; give it a certificate, or leave sslmode out`,
    over(url()),
    /no TLS/,
  );
});
