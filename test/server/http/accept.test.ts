import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { preferredType } from '../../../src/http/accept.ts';
import type { Serving } from '../../../src/server/serve.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

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

const query = encodeURIComponent('{ outcomes(first: 1) { nodes { code } } }');
const json = 'application/json';
const response = 'application/graphql-response+json';
const typeOf = (header: string | undefined) => header?.split(';')[0];

const liked: [accept: string, type: string][] = [
  ['*/*', json],
  [`${json};q=0.1, ${response};q=0.9`, response],
  [`${json}, ${response};q=0.9`, json],
  [`${response}, ${json};q=0.9`, response],
  [`${response};q=0.5, */*;q=0.8`, json],
  [`${json};q=0, */*`, response],
  ['application/*;q=0.4, application/json;q=0.2', response],
  ['text/html;q=0.5, application/json', json],
  ['text/html, application/json;q=0.9', 'text/html'],
  ['text/html;q=0, */*;q=0.1', json],
  ['text/csv;q=0.2, application/json;q=0.1', 'text/csv'],
  ['text/csv;q=0.1, application/json;q=0.2', json],
  ['text/*;q=0.9, text/html;q=0, application/json;q=0.8', 'text/csv'],
  ['*/*;q=0.5, application/jsonl;q=0.6', 'application/jsonl'],
  ['TEXT/CSV ; Q=0.8 , application/json ; q=0.3', 'text/csv'],
  ['text/csv;q=nonsense, application/json;q=0.1', json],
  ['text/html;level=1, application/json;q=0.3, text/html;q=0.2', json],
  ['application/json;profile="a,b;q=0.1";q=0.2, text/csv;q=0.1', 'text/csv'],
  [`${json};version=2`, json],
  [`${json}; charset=utf-8;q=0.9, ${response};q=0.8`, json],
];

test('the API answers with the type that weighs most, by the range that names it most closely', async () => {
  for (const { url } of servings) {
    for (const [accept, type] of liked) {
      const path = `/graphql?query=${query}`;
      const { status, headers } = await send(url, { path, headers: { accept } });
      assert.deepEqual([status, typeOf(headers['content-type'])], [200, type], accept);
    }
  }
});

test('a question that is posted is never answered with a page, and what nothing fits with 406', async () => {
  const body = '{"query":"{ __typename }"}';
  const asking = { method: 'POST', path: '/graphql', body };
  const post = (url: string, accept: string) =>
    send(url, { ...asking, headers: { 'content-type': json, accept } });
  for (const { url } of servings) {
    const answered = await post(url, 'text/html, application/json;q=0.1');
    assert.equal(typeOf(answered.headers['content-type']), json);
    for (const accept of ['text/html', `${json};q=0`, '*/*;q=0', `image/png, ${json};q=0.0`]) {
      const { status, headers } = await post(url, accept);
      assert.deepEqual([status, typeOf(headers['content-type'])], [406, json], accept);
    }
    const errors = await post(url, `${response};q=0.1, text/csv;q=0.05, ${json};q=0.09`);
    assert.equal(typeOf(errors.headers['content-type']), response);
  }
});

test('errors come as the kind of JSON that weighs most', async () => {
  for (const { url } of servings) {
    const path = '/graphql?query=%7B';
    for (const [accept, status, type] of [
      [`${json};q=0.2, ${response};q=0.3`, 400, response],
      [`${json};q=0.3, ${response};q=0.2`, 200, json],
    ] as const) {
      const answer = await send(url, { path, headers: { accept } });
      assert.deepEqual([answer.status, typeOf(answer.headers['content-type'])], [status, type]);
    }
  }
});

test('of the ranges that RFC 9110 gives as its example, each type has the weight that it says', () => {
  const accept =
    'text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5';
  assert.equal(preferredType(accept, ['text/html', 'image/jpeg']), 'image/jpeg');
  assert.equal(preferredType(accept, ['text/html', 'image/jpeg', 'text/plain']), 'text/plain');
  assert.equal(preferredType('text/*;q=0', ['text/html', 'text/plain']), null);
  assert.equal(preferredType('', ['text/html', 'text/plain']), 'text/html');
});

test('a tag that a proxy has marked with its own coding still finds the answer unchanged', async () => {
  for (const { url } of servings) {
    const html = { accept: 'text/html' };
    for (const [path, headers] of [
      [`/graphql?query=${query}`, { accept: json }],
      ['/graphql', html],
      ['/', html],
      ['/reports/xinghe-2023', html],
      ['/examples/biggest-cuts.csv', {}],
      ['/examples/biggest-cuts.metadata.json', {}],
    ] as const) {
      const { headers: told } = await send(url, { path, headers });
      const tag = told.etag?.replace(/^W\//, '').slice(0, -1);
      assert.ok(tag, path);
      for (const known of [`${tag}-gzip"`, `W/${tag}-br"`, `${tag};gzip"`, `"a", ${tag}--gzip"`]) {
        const again = await send(url, { path, headers: { ...headers, 'if-none-match': known } });
        assert.equal(again.status, 304, `${path} ${known}`);
      }
      for (const other of [`${tag}x-gzip"`, `${tag}-other"`, '"-gzip"']) {
        const again = await send(url, { path, headers: { ...headers, 'if-none-match': other } });
        assert.equal(again.status, 200, `${path} ${other}`);
      }
    }
  }
});
