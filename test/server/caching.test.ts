import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { importSeed } from '../../src/importer/import.ts';
import { createHandler } from '../../src/server/handler.ts';
import { createCaching } from '../../src/server/http/caching.ts';
import { followSnapshots } from '../../src/server/snapshots.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { send, serveOnFreePort } from '../support/served.ts';
import { until } from '../support/until.ts';

const copy = copySeed();
let statements = 0;
let url: string;
let stop: () => Promise<void>;
before(async () => {
  await importSeed(copy);
  const log = pino({ level: 'silent' });
  const onStatement = () => (statements += 1);
  const snapshots = followSnapshots({ data: copy.data, log, onStatement, pollMilliseconds: 20 });
  const handler = createHandler({ snapshots, log, isStopping: () => false });
  const server = createServer(handler.listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
    handler.close();
    snapshots.close();
    copy.remove();
  };
});
after(() => stop());

const pathOf = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const get = (query: string, headers: Record<string, string> = {}) =>
  send(url, { path: pathOf(query), headers });
const outcomes = '{ outcomes { nodes { code label } } }';

test('an answer to GET may be kept for a minute and asked for again by its tag, without SQL', async () => {
  const first = await get(outcomes);
  assert.equal(first.status, 200);
  assert.match(first.headers['cache-control'] ?? '', /^public, max-age=60, stale-while-revalidate/);
  assert.equal(first.headers.vary, 'accept, accept-encoding');
  const begun = statements;
  for (const known of [first.headers.etag!, `"a", W/${first.headers.etag}`]) {
    const { status, body, headers } = await get(outcomes, { 'if-none-match': known });
    assert.deepEqual([status, body.length], [304, 0]);
    assert.equal(headers.etag, first.headers.etag);
    assert.equal(headers['cache-control'], first.headers['cache-control']);
  }
  assert.equal(statements, begun);
});

test('a table asked for by GET carries a tag and may be kept as the answer in JSON may', async () => {
  const tags = new Set<string | undefined>();
  const tables: [string, Record<string, string>][] = [
    ['&format=csv', {}],
    ['&format=jsonl', {}],
    ['&format=csv&list=outcomes', {}],
    ['', { accept: 'text/csv' }],
    ['', { accept: 'application/jsonl' }],
  ];
  for (const [rest, accepted] of tables) {
    const path = `${pathOf(outcomes)}${rest}`;
    const first = await send(url, { path, headers: accepted });
    const { etag = '' } = first.headers;
    assert.equal(first.status, 200);
    assert.match(first.headers['cache-control'] ?? '', /^public, max-age=60, stale-while-rev/);
    assert.match(first.headers.vary ?? '', /accept.*accept-encoding/);
    const begun = statements;
    for (const known of [etag, `"a", W/${etag}`]) {
      const headers = { ...accepted, 'if-none-match': known };
      const again = await send(url, { path, headers });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
      assert.equal(again.headers.etag, etag);
      assert.equal(again.headers['cache-control'], first.headers['cache-control']);
    }
    assert.equal(statements, begun);
    const packed = await send(url, { path, headers: { ...accepted, 'accept-encoding': 'gzip' } });
    assert.equal(packed.headers.etag, `W/${etag}`);
    const head = await send(url, { method: 'HEAD', path, headers: accepted });
    assert.deepEqual([head.headers.etag, head.body.length], [etag, 0]);
    tags.add(etag);
  }
  tags.add((await get(outcomes)).headers.etag);
  assert.equal(tags.size, 6);
});

test('a table that is refused is not kept', async () => {
  const { headers, status } = await send(url, { path: `${pathOf('{ nope }')}&format=csv` });
  assert.deepEqual([status, headers['cache-control'], headers.etag], [400, 'no-store', undefined]);
});

test('caches are told how long as it is set, and nothing of a version that fell', () => {
  const told = (seconds: number | undefined, version: string) =>
    createCaching({ current: () => ({ version: 'now' }) as never }, seconds)(version)[
      'cache-control'
    ];
  assert.equal(told(undefined, 'now'), 'public, max-age=60, stale-while-revalidate=600');
  assert.equal(told(5, 'now'), 'public, max-age=5, stale-while-revalidate=50');
  assert.equal(told(0, 'now'), 'public, no-cache');
  assert.equal(told(5, 'before'), 'public, no-cache');
});

test('HEAD is answered as GET, without the body', async () => {
  const whole = await get(outcomes);
  const head = await send(url, { method: 'HEAD', path: pathOf(outcomes) });
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  assert.equal(head.headers['content-length'], String(whole.body.length));
  assert.equal(head.headers.etag, whole.headers.etag);
});

test('the tag is that of the question and the kind of answer', async () => {
  const tags = new Set<string | undefined>();
  for (const query of [outcomes, `${outcomes} `, '{ links { totalCount } }']) {
    tags.add((await get(query)).headers.etag);
  }
  const accept = 'application/graphql-response+json';
  tags.add((await get(outcomes, { accept })).headers.etag);
  assert.equal(tags.size, 4);
});

test('errors are not kept, nor answers that hold one', async () => {
  for (const query of ['{', '{ nope }', '{ reports(after: "nothing") { totalCount } }']) {
    const { headers } = await get(query);
    assert.deepEqual([headers['cache-control'], headers.etag], ['no-store', undefined], query);
  }
  const { status, headers } = await send(url, { path: '/nothing' });
  assert.deepEqual([status, headers['cache-control']], [404, 'no-store']);
});

test('an answer to POST carries nothing for caches', async () => {
  const body = JSON.stringify({ query: outcomes });
  const { headers } = await send(url, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    body,
  });
  assert.deepEqual([headers.etag, headers['cache-control']], [undefined, undefined]);
});

test('every kind of answer keeps to what is set', async () => {
  const brief = await serveOnFreePort(copy.data, { cacheSeconds: 7 });
  for (const path of [
    pathOf(outcomes),
    `${pathOf(outcomes)}&format=csv`,
    '/',
    '/reports/xinghe-2023',
  ]) {
    const { headers } = await send(brief.url, { path });
    assert.equal(headers['cache-control'], 'public, max-age=7, stale-while-revalidate=70', path);
  }
  await brief.close();
});

test('an import changes the tag of everything, so that what is kept is asked for once more', async () => {
  const question = '{ meta { dataVersion } outcomes { totalCount } }';
  const table = pathOf('{ outcomes { nodes { code } } }');
  const paths = [
    pathOf(question),
    `${table}&format=csv`,
    `${table}&format=jsonl`,
    '/',
    '/reports/xinghe-2023',
    '/compare/energy-review-time',
    '/examples/biggest-cuts.csv',
    '/examples/biggest-cuts.metadata.json',
  ];
  const tags = await Promise.all(
    paths.map(async (path) => (await send(url, { path })).headers.etag ?? ''),
  );
  const askAgain = (nth: number) =>
    send(url, { path: paths[nth]!, headers: { 'if-none-match': tags[nth] } });
  for (const nth of paths.keys()) assert.equal((await askAgain(nth)).status, 304, paths[nth]);

  copy.change(factsFile, '- code: supervision-effect', '- code: oversight-effect');
  const { version } = await importSeed(copy);
  await until('the new data are served', async () => {
    const { body } = await get('{ meta { dataVersion } }');
    return JSON.parse(body.toString()).data.meta.dataVersion === version;
  });
  for (const [nth, path] of paths.entries()) {
    const { status, headers, body } = await askAgain(nth);
    assert.equal(status, 200, path);
    assert.notEqual(headers.etag, tags[nth], path);
    const told = headers['juzheng-data-version'] ?? body.toString();
    assert.ok(told.includes(version.slice(0, 12)), `${path} is of the new version`);
  }
});
