import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Serving } from '../../src/server/serve.ts';
import { importedSeed, send, serveOnFreePort } from '../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
const servings: Serving[] = [];
before(async () => {
  seed = await importedSeed();
  for (const front of [true, false]) servings.push(await serveOnFreePort(seed.data, { front }));
});
after(async () => {
  for (const { close } of servings) await close();
  seed.remove();
});

const query = '{ links { totalCount } }';
const sha256Hash = createHash('sha256').update(query).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };

const ask = (url: string, method: 'GET' | 'POST', params: object, accept = 'application/json') => {
  const search = new URLSearchParams(
    Object.entries(params).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return method === 'GET'
    ? send(url, { path: `/graphql?${search}`, headers: { accept } })
    : send(url, {
        method,
        path: '/graphql',
        headers: { accept, 'content-type': 'application/json' },
        body: JSON.stringify(params),
      });
};

test('a hash without its query is answered so that the client sends the query', async () => {
  for (const { url } of servings) {
    for (const method of ['GET', 'POST'] as const) {
      for (const rest of [{}, { query: '' }, { operationName: 'Q', variables: { a: 1 } }]) {
        const { status, body, headers } = await ask(url, method, { ...rest, extensions });
        assert.equal(status, 200);
        assert.deepEqual(JSON.parse(body.toString()), {
          errors: [
            {
              message: 'PersistedQueryNotSupported',
              extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
            },
          ],
        });
        assert.equal(headers.etag, undefined);
        if (method === 'GET') assert.equal(headers['cache-control'], 'no-store');
      }
    }
  }
});

test('with the query beside its hash it is answered as usual, and the hash alone is no better known after', async () => {
  for (const { url } of servings) {
    for (const method of ['GET', 'POST'] as const) {
      const { body } = await ask(url, method, { query, extensions });
      assert.deepEqual(JSON.parse(body.toString()), { data: { links: { totalCount: 80 } } });
      const again = await ask(url, method, { extensions });
      const [error] = JSON.parse(again.body.toString()).errors;
      assert.equal(error.extensions.code, 'PERSISTED_QUERY_NOT_SUPPORTED');
    }
  }
});

test('in the media type of GraphQL over HTTP it has the status that this wants', async () => {
  const accept = 'application/graphql-response+json,application/json;q=0.9';
  for (const { url } of servings) {
    for (const method of ['GET', 'POST'] as const) {
      const { status, body } = await ask(url, method, { extensions }, accept);
      assert.equal(status, 400);
      const [error] = JSON.parse(body.toString()).errors;
      assert.equal(error.extensions.code, 'PERSISTED_QUERY_NOT_SUPPORTED');
    }
  }
});

test('without either it is still told to send a query', async () => {
  for (const { url } of servings) {
    for (const others of [undefined, {}, { persistedQuery: null }, { other: 1 }]) {
      const { body } = await ask(url, 'POST', { extensions: others });
      assert.equal(JSON.parse(body.toString()).errors[0].extensions.code, 'BAD_REQUEST');
    }
  }
});
