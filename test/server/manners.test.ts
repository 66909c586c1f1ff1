import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { ServeOptions } from '../../src/server/serve.ts';
import { exchange } from '../abuse/socket.ts';
import { importedSeed, send, serveOnFreePort } from '../support/served.ts';
import type { Wire } from '../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

async function serve(t: TestContext, options: Partial<ServeOptions> = {}) {
  const { url, close } = await serveOnFreePort(seed.data, options);
  t.after(close);
  const port = Number(new URL(url).port);
  return { port, send: (wire: Wire) => send(url, wire) };
}

const query = '/graphql?query=%7B__typename%7D';
const introspection = '/graphql?query=%7B__schema%7BqueryType%7Bname%7D%7D%7D';
const codeOf = (body: Buffer) => JSON.parse(body.toString()).errors[0].extensions.code;

test('every answer tells browsers not to guess, and none what it runs on', async (t) => {
  const server = await serve(t);
  const asked: Wire[] = [
    { path: query },
    { path: introspection },
    { path: '/graphql', headers: { accept: 'text/html' } },
    { path: '/graphql/assets/none' },
    { path: '/examples/biggest-cuts.csv' },
    { path: '/health' },
    { path: '/zzz' },
    { path: '/%zz' },
    { path: query, method: 'PUT' },
    { path: query, headers: { 'if-none-match': '*' } },
    { path: query, headers: { zzz: 'z'.repeat(20_000) } },
  ];
  for (const wire of asked) {
    const { headers, status } = await server.send(wire);
    const about = `${status} ${JSON.stringify(wire).slice(0, 80)}`;
    assert.equal(headers['x-content-type-options'], 'nosniff', about);
    assert.equal(headers['referrer-policy'], 'no-referrer', about);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', about);
    assert.equal(headers.server, undefined);
    assert.equal(headers['x-powered-by'], undefined);
    assert.equal(headers['access-control-allow-credentials'], undefined);
    if (/html/.test(headers['content-type'] ?? '')) {
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
    }
  }
});

test('what is no question to this server is refused in words, with the status that says why', async (t) => {
  const server = await serve(t);
  const post = (type: string, body = '{"query":"{ __typename }"}'): Wire => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': type },
    body,
  });
  const refused: [number, string, Wire][] = [
    [400, 'BAD_REQUEST', { path: '/%zz' }],
    [400, 'BAD_REQUEST', { path: `${query}&variables=%7B` }],
    [400, 'BAD_REQUEST', post('application/json', '{"query"')],
    [404, 'NOT_FOUND', { path: '/zzz' }],
    [404, 'NOT_FOUND', { path: '//' }],
    [404, 'NOT_FOUND', { path: '/examples/zzz.csv' }],
    [405, 'METHOD_NOT_ALLOWED', { path: query, method: 'DELETE' }],
    [405, 'METHOD_NOT_ALLOWED', { path: '/health', method: 'POST' }],
    [406, 'NOT_ACCEPTABLE', { path: query, headers: { accept: 'text/event-stream' } }],
    [413, 'BODY_TOO_LONG', post('application/json', ' '.repeat(65_537))],
    [415, 'UNSUPPORTED_MEDIA_TYPE', post('application/x-www-form-urlencoded', 'query={a}')],
    [415, 'UNSUPPORTED_MEDIA_TYPE', post('multipart/form-data; boundary=x')],
    [415, 'UNSUPPORTED_MEDIA_TYPE', post('text/plain')],
    [415, 'UNSUPPORTED_MEDIA_TYPE', post('application/graphql', '{ __typename }')],
    [431, 'HEAD_TOO_LONG', { path: query, headers: { zzz: 'z'.repeat(20_000) } }],
  ];
  for (const [status, code, wire] of refused) {
    const received = await server.send(wire);
    assert.equal(received.status, status, JSON.stringify(wire).slice(0, 100));
    assert.equal(codeOf(received.body), code);
    if (status === 405) assert.match(String(received.headers.allow), /GET, HEAD/);
  }
});

test('an absolute address is taken as what it names', async (t) => {
  const { port } = await serve(t);
  const head = 'GET http://example.org/ready HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
  const [answer] = await exchange(port, [head]);
  assert.equal(answer?.body.toString(), '{"ready":true}');
});

test('where origins are named, their pages may ask and no others', async (t) => {
  const corsOrigin = ['https://a.example', 'https://b.example'];
  const server = await serve(t, { corsOrigin });
  for (const path of [query, introspection, '/examples/biggest-cuts.csv', '/zzz', '/%zz']) {
    for (const origin of [...corsOrigin, 'https://c.example', 'null', undefined]) {
      const { headers } = await server.send({ path, headers: origin ? { origin } : {} });
      const expected = corsOrigin.includes(origin ?? '') ? origin : undefined;
      assert.equal(headers['access-control-allow-origin'], expected, `${path} from ${origin}`);
      assert.match(String(headers.vary), /\borigin\b/, path);
    }
  }
});

test('a client that asks too often waits; behind a trusted proxy its own address counts', async (t) => {
  const server = await serve(t, { rateLimit: 2, trustProxy: true });
  const ask = (forwarded: string) =>
    server.send({ path: query, headers: { 'x-forwarded-for': forwarded } });
  const first = await ask('192.0.2.1');
  assert.equal(first.status, 200);
  assert.equal(first.headers['ratelimit-policy'], '"default";q=2;w=60');
  assert.equal(first.headers['ratelimit'], '"default";r=1;t=60');
  assert.equal((await ask('203.0.113.9, 192.0.2.1')).status, 200, 'the proxy has seen the last');
  const third = await ask('198.51.100.7, 192.0.2.1');
  assert.equal(third.status, 429);
  assert.equal(codeOf(third.body), 'TOO_MANY_REQUESTS');
  assert.ok(Number(third.headers['retry-after']) >= 1);
  assert.equal((await ask('192.0.2.2')).status, 200);
  for (const address of ['2001:db8::1', '2001:db8::2'])
    assert.equal((await ask(address)).status, 200);
  assert.equal((await ask('2001:db8:0:0:ffff::3')).status, 429, 'of one household');
  assert.equal((await ask('2001:db8:0:1::1')).status, 200);
});
