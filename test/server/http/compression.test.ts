import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { Serving } from '../../../src/server/serve.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import type { Wire } from '../../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
let serving: Serving;
before(async () => {
  seed = await importedSeed();
  serving = await serveOnFreePort(seed.data);
});
after(async () => {
  await serving.close();
  seed.remove();
});

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync };
const large = '{ outcomes { nodes { code label evidence { exact } } } }';
const body = JSON.stringify({ query: large });
const posted: Wire = {
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  body,
};
const query = encodeURIComponent(large);

const wires: Record<string, Wire> = {
  'a posted answer': posted,
  'an answer to GET': { path: `/graphql?query=${query}` },
  'an answer past the short way': { path: `/graphql?query=${query}&x=1` },
  'the schema': { path: '/schema.graphql' },
  'a table as it comes': { path: '/examples/numerals.csv' },
  'a table of a query': { path: `/graphql?format=jsonl&query=${query}` },
  GraphiQL: { path: '/graphql', headers: { accept: 'text/html' } },
};

for (const [name, wire] of Object.entries(wires)) {
  test(`${name} comes compressed as asked, and is the same`, async () => {
    const accepting = (coding: string) =>
      send(serving.url, { ...wire, headers: { ...wire.headers, 'accept-encoding': coding } });
    const plain = await send(serving.url, wire);
    assert.equal(plain.headers['content-encoding'], undefined);
    for (const [coding, decompress] of Object.entries(unpack)) {
      const packed = await accepting(coding);
      assert.equal(packed.headers['content-encoding'], coding);
      assert.ok(packed.body.length < plain.body.length);
      assert.deepEqual(decompress(packed.body), plain.body);
      assert.equal(packed.headers['content-type'], plain.headers['content-type']);
      if (wire.method !== 'POST') assert.match(packed.headers.vary ?? '', /accept-encoding/);
      const { etag } = plain.headers;
      assert.equal(packed.headers.etag, etag && `W/${etag}`, 'one weak tag for all codings');
    }
  });
}

test('the liked coding is taken, by its weight', async () => {
  for (const [accepted, coding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['zstd, br, gzip', 'br'],
    ['zstd;q=1, br;q=1.0', 'br'],
    ['zstd, br;q=0.9', 'zstd'],
    ['*', 'br'],
    ['x-gzip', 'gzip'],
    ['br;Q=0.2 , gzip;q=0.3', 'gzip'],
    ['br;q=, gzip;q=0.1', 'gzip'],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0, *;q=0.1', 'zstd'],
    ['GZIP', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['identity;q=0', undefined],
    ['deflate', undefined],
    ['br;q=nonsense', undefined],
    ['*;q=0', undefined],
  ] as const) {
    const headers = { ...posted.headers, 'accept-encoding': accepted };
    const answer = await send(serving.url, { ...posted, headers });
    assert.equal(answer.headers['content-encoding'], coding, accepted);
  }
});

test('what is small goes out as it is', async () => {
  const small = { path: '/graphql?query=%7B__typename%7D', headers: { 'accept-encoding': 'br' } };
  assert.equal((await send(serving.url, small)).headers['content-encoding'], undefined);
  const health = { path: '/health', headers: { 'accept-encoding': 'br' } };
  assert.equal((await send(serving.url, health)).headers['content-encoding'], undefined);
});
