import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test('who has asked too often is still told how the server is, and reads why in a page with its style', async (t) => {
  const seed = await importedSeed();
  t.after(seed.remove);
  const serving = await serveOnFreePort(seed.data, { rateLimit: 1 });
  t.after(serving.close);
  const get = (path: string, headers = {}) => send(serving.url, { path, headers });
  assert.equal((await get('/graphql?query={__typename}')).status, 200);
  for (const path of ['/health', '/ready', '/live', '/metrics', '/schema.graphql']) {
    const { status, headers } = await get(path);
    assert.equal(status, 200, path);
    assert.equal(headers['ratelimit'], undefined, path);
  }
  for (const [path, title] of [
    ['/?lang=en', 'Too many questions'],
    ['/reports/xinghe-2023', '问得太多了'],
    ['/examples/biggest-cuts.csv', '问得太多了'],
  ] as const) {
    const { status, headers, body } = await get(path, browser);
    assert.equal(status, 429, path);
    assert.match(String(headers['content-type']), /^text\/html/);
    assert.match(String(headers['content-security-policy']), /default-src 'none'/);
    assert.equal(headers['cache-control'], 'no-store');
    const page = body.toString();
    assert.ok(page.includes(`<h1>${title}</h1>`), page);
    assert.match(page, /At most 1 requests a minute .* try again in \d+ s\./);
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(page)?.[1];
    assert.equal((await get(String(style))).status, 200);
  }
  const json = JSON.parse((await get('/graphql?query={__typename}')).body.toString());
  assert.deepEqual(json.errors[0].extensions, {
    code: 'TOO_MANY_REQUESTS',
    limit: 'rateLimit',
    maximum: 1,
  });
});

test('an example of several lists is a table of the last, and a wrong choice is told them all', async (t) => {
  const seed = await importedSeed();
  t.after(seed.remove);
  const serving = await serveOnFreePort(seed.data);
  t.after(serving.close);
  const get = (path: string) => send(serving.url, { path });
  const table = await get('/examples/what-is-missing.csv');
  assert.equal(table.status, 200);
  assert.equal((await get('/examples/what-is-missing.metadata.json')).status, 200);
  const wrong = JSON.parse((await get('/examples/what-is-missing.csv?list=xx')).body.toString());
  const { lists } = wrong.errors[0].extensions as { lists: string[] };
  assert.ok(lists.length > 1);
  const last = await get(`/examples/what-is-missing.csv?list=${lists.at(-1)}`);
  assert.deepEqual(table.body, last.body);
  const readable = await send(serving.url, {
    path: '/examples/what-is-missing.csv?list=xx&lang=en',
    headers: browser,
  });
  assert.equal(readable.status, 400);
  assert.match(readable.body.toString(), /<h1>This cannot be answered<\/h1>.*has no list/s);
});
