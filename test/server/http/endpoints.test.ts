import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { printSchemaText } from '../../../src/schema/print.ts';
import { startSeeded } from '../../support/random/seeded.ts';
import type { Seeded } from '../../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  seeded.fetch(`http://localhost${path}`, { headers });

test('health says what is served, ready that requests are taken', async () => {
  const health = await (await get('/health')).json();
  assert.equal(health.status, 'ok');
  assert.equal(health.problem, null);
  assert.match(health.dataVersion, /^[0-9a-f]{64}$/);
  assert.equal(health.counts.outcomes, 74);
  const ready = await get('/ready');
  assert.equal(ready.status, 200);
});

test('the schema is served as text', async () => {
  const response = await get('/schema.graphql');
  assert.equal(await response.text(), printSchemaText());
});

test('a browser gets GraphiQL, a client at the same address the API', async () => {
  const page = await get('/graphql', { accept: 'text/html,*/*' });
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self';/);
  const html = await page.text();
  assert.doesNotMatch(html, /https?:\/\//, 'no other server is named');
  const again = await get('/graphql', {
    accept: 'text/html',
    'if-none-match': page.headers.get('etag')!,
  });
  assert.equal(again.status, 304);

  const query = encodeURIComponent('{ links { totalCount } }');
  const answer = await get(`/graphql?query=${query}`, { accept: 'application/json' });
  assert.deepEqual(await answer.json(), { data: { links: { totalCount: 74 } } });
});

test('its files come compressed, for ever, and nothing else is within reach', async () => {
  const html = await (await get('/graphql', { accept: 'text/html' })).text();
  const files = [...html.matchAll(/(?:src|href)="(\/graphql\/assets\/[^"]+)"/g)].map(
    ([, path]) => path!,
  );
  assert.equal(files.length, 5);
  for (const file of files) {
    const plain = Buffer.from(await (await get(file)).arrayBuffer());
    for (const [encoding, decompress] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const response = await get(file, { 'accept-encoding': encoding });
      assert.equal(response.headers.get('content-encoding'), encoding);
      assert.match(response.headers.get('cache-control') ?? '', /immutable/);
      assert.deepEqual(decompress(Buffer.from(await response.arrayBuffer())), plain);
    }
  }
  const folder = files[0]!.replace(/[^/]*$/, '');
  for (const path of [
    `${folder}nothing.js`,
    `${folder}..%2f..%2fpackage.json`,
    `${folder}../package.json`,
    '/graphql/assets/x/boot.js',
  ]) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
  }
});

test('any page may ask, none with credentials', async () => {
  const response = await get('/graphql?query=%7B__typename%7D', {
    accept: 'application/json',
    origin: 'https://example.org',
  });
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  assert.equal(response.headers.get('access-control-allow-credentials'), null);
});

test('what goes wrong inside is masked on the wire', async () => {
  const { body } = await seeded.ask('{ outcomes(first: 1) { nodes { nope } } }');
  assert.equal(body.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
  const broken = await seeded.ask('{ outcomes(');
  assert.equal(broken.body.errors[0].extensions.code, 'GRAPHQL_PARSE_FAILED');
});
