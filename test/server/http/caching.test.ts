import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { importSeed } from '../../../src/importer/import.ts';
import { createHandler } from '../../../src/server/handler.ts';
import { limitsSet, setLimits } from '../../../src/limits.ts';
import { createCaching } from '../../../src/server/http/caching.ts';
import { isNamed } from '../../../src/http/entity-tag.ts';
import { followSnapshots } from '../../../src/server/snapshots/snapshots.ts';
import { copySeed, factsFile } from '../../support/copied.ts';
import { send, serveOnFreePort } from '../../support/served.ts';
import { until } from '../../support/until.ts';

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

/** One address of every kind, with what is there and what is not. */
const addresses = [
  pathOf(outcomes),
  pathOf('{ nope }'),
  `${pathOf(outcomes)}&format=csv`,
  `${pathOf('{ nope }')}&format=csv`,
  ...['csv', 'jsonl', 'graphql', 'metadata.json'].map((kind) => `/examples/biggest-cuts.${kind}`),
  '/examples/nope.csv',
  '/',
  '/reports/xinghe-2023',
  '/reports/nope',
  '/indicators/nope',
  '/nope',
  '/schema.graphql',
  '/health',
  '/ready',
  '/live',
];

test('HEAD and 304 say to caches what GET says, at every address', async () => {
  const told = ['cache-control', 'vary', 'etag', 'content-type'] as const;
  for (const path of addresses) {
    for (const accept of ['*/*', 'text/html']) {
      const headers = { accept };
      const whole = await send(url, { path, headers });
      const head = await send(url, { method: 'HEAD', path, headers });
      assert.equal(head.status, whole.status, path);
      for (const name of told)
        assert.equal(head.headers[name], whole.headers[name], `${path} ${name}`);
      assert.ok(whole.headers['cache-control'] !== undefined, `${path} says how long it is kept`);
      const { etag } = whole.headers;
      if (etag === undefined) continue;
      for (const method of ['GET', 'HEAD']) {
        const same = await send(url, { method, path, headers: { accept, 'if-none-match': etag } });
        assert.equal(same.status, 304, path);
        for (const name of ['cache-control', 'vary', 'etag'] as const)
          assert.equal(same.headers[name], whole.headers[name], `${path} ${name} of 304`);
      }
    }
  }
});

test('If-None-Match: * is met by every answer that is there, tagged or not, and by no refusal', async () => {
  const pageOf = async (path: string) =>
    (await send(url, { path, headers: { accept: 'text/html' } })).body.toString();
  const files = [...(await pageOf('/')).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)];
  const editor = [...(await pageOf('/graphql')).matchAll(/"(\/graphql\/assets\/[^"]+)"/g)];
  assert.ok(files.length > 0 && editor.length > 0);
  const all = [...addresses, '/metrics', '/graphql', ...[...files, ...editor].map(([, at]) => at!)];
  const counts = { 200: 0, 304: 0, other: 0 };
  for (const path of all) {
    for (const accept of ['*/*', 'text/html']) {
      const whole = await send(url, { path, headers: { accept } });
      const holdsErrors = whole.body.toString().startsWith('{"errors":');
      const expected = whole.status === 200 && !holdsErrors ? 304 : whole.status;
      for (const method of ['GET', 'HEAD']) {
        const headers = { accept, 'if-none-match': '*' };
        const { status, body, headers: told } = await send(url, { method, path, headers });
        assert.equal(status, expected, `${method} ${path} as ${accept}`);
        counts[status === 200 || status === 304 ? status : 'other'] += 1;
        if (status !== 304) continue;
        assert.equal(body.length, 0);
        assert.equal(told['content-type'], undefined, path);
        for (const name of ['cache-control', 'vary', 'etag'] as const)
          assert.equal(told[name], whole.headers[name], `${path} ${name}`);
      }
    }
  }
  assert.ok(counts[304] > 60 && counts.other > 10, JSON.stringify(counts));
});

test('HEAD tells the length and the coding that GET has, at every address', async () => {
  for (const path of [pathOf(outcomes), '/', '/reports/xinghe-2023', '/schema.graphql', '/nope']) {
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { accept: 'text/html, */*;q=0.5', 'accept-encoding': coding };
      const whole = await send(url, { path, headers });
      const head = await send(url, { method: 'HEAD', path, headers });
      assert.equal(head.body.length, 0);
      for (const name of ['content-length', 'content-encoding', 'etag'] as const)
        assert.equal(head.headers[name], whole.headers[name], `${path} ${name} in ${coding}`);
    }
  }
});

test('how a server is at the moment is not kept, and the schema may be', async () => {
  for (const path of ['/health', '/ready', '/live', '/nope']) {
    const { headers } = await send(url, { path });
    assert.deepEqual([headers['cache-control'], headers.etag], ['no-store', undefined], path);
  }
  const { headers } = await send(url, { path: '/schema.graphql' });
  assert.match(headers['cache-control'] ?? '', /^public, max-age=60/);
  assert.match(headers.etag ?? '', /^"/);
});

test('the tag changes with the limits that are set, which answers tell', async () => {
  const usual = limitsSet();
  const paths = [
    pathOf('{ meta { limits { name value } } }'),
    '/',
    '/schema.graphql',
    `${pathOf(outcomes)}&format=csv`,
  ];
  const tags = async () => {
    const answers = await Promise.all(paths.map((path) => send(url, { path })));
    return answers.map(({ headers }) => headers.etag);
  };
  const first = await tags();
  try {
    for (const set of [{ answerBytes: 5_000_000 }, { ...usual, rateLimit: 99 }]) {
      setLimits(set);
      const now = await tags();
      for (const [index, path] of paths.entries()) assert.notEqual(now[index], first[index], path);
    }
  } finally {
    setLimits(usual);
  }
  assert.deepEqual(await tags(), first, 'the same limits give the same tag');
});

test('a tag is known behind what a proxy puts there, whatever it ends in', () => {
  for (const end of ['a', '-', '--', '_', '-gzip', '_br', '-x']) {
    const tag = `"abc${end}"`;
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`]) assert.ok(isNamed(tag, known), known);
    for (const added of ['-gzip', '--gzip', ';gzip', '-br', '_zstd'])
      assert.ok(isNamed(`W/${tag}`, `W/"abc${end}${added}"`), `${tag} with ${added}`);
    for (const other of [`"abc${end}x"`, `"ab${end}"`, `"abc${end}-gzip-gzip"`, `"abc${end}gzip"`])
      assert.ok(!isNamed(tag, other), `${tag} is not ${other}`);
  }
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
    '/indicators/energy-review-time',
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
