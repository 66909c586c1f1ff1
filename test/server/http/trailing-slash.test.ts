import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

const addresses = [
  '/graphql',
  '/graphql?query=%7B__typename%7D&x=%2F/',
  '/schema.graphql',
  '/health',
  '/ready',
  '/live',
  '/metrics',
  '/reports/xinghe-2023',
  '/reports/xinghe-2023?lang=en',
  '/indicators/energy-review-time',
  '/examples/biggest-cuts.csv',
  '/examples/biggest-cuts.metadata.json?list=x',
];

for (const publicOrigin of [undefined, 'https://a.example']) {
  test(`a slash at the end leads to the address without, ${publicOrigin ?? 'of the same host'}`, async (t) => {
    const { url, close } = await serveOnFreePort(seed.data, { publicOrigin });
    t.after(close);
    for (const address of addresses) {
      const [path = '', search] = address.split('?');
      for (const slashes of ['/', '//']) {
        const asked = `${path}${slashes}${search === undefined ? '' : `?${search}`}`;
        for (const method of ['GET', 'HEAD']) {
          for (const accept of ['text/html', 'application/json']) {
            const headers = { accept, host: 'evil.example' };
            const { status, headers: told } = await send(url, { method, path: asked, headers });
            assert.deepEqual([status, told.location], [308, `${publicOrigin ?? ''}${address}`]);
          }
        }
      }
    }
    const posted = await send(url, {
      method: 'POST',
      path: '/graphql/',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    assert.deepEqual(
      [posted.status, posted.headers.location],
      [308, `${publicOrigin ?? ''}/graphql`],
    );
  });
}

test('nobody is led to another host, and the front page has its slash', async (t) => {
  const { url, close } = await serveOnFreePort(seed.data);
  t.after(close);
  for (const path of [
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '/%5Cevil.example//',
  ]) {
    const { status, headers } = await send(url, { path });
    assert.equal(status, 308, path);
    assert.equal(new URL(headers.location!, 'http://a').host, 'a', `${path}: ${headers.location}`);
  }
  for (const [path, location] of [
    ['//', '/'],
    ['///?lang=en', '/?lang=en'],
  ] as const) {
    const { status, headers } = await send(url, { path });
    assert.deepEqual([status, headers.location], [308, location]);
  }
  assert.equal((await send(url, { path: '/' })).status, 200);
  assert.equal((await send(url, { path: '/?lang=en' })).status, 200);
});
