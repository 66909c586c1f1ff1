import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { ServeOptions } from '../../../src/server/serve.ts';
import { exchange } from '../../programs/abuse/socket.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import type { Wire } from '../../support/served.ts';

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
    assert.equal(headers['referrer-policy'], 'same-origin', about);
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
    [400, 'BAD_REQUEST', { path: '*' }],
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
  assert.equal(first.headers['ratelimit-policy'], '"requests";q=2;w=60');
  assert.equal(first.headers['ratelimit'], '"requests";r=1;t=60');
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

test('a version of HTTP that is not spoken is refused in words', async (t) => {
  const { port } = await serve(t);
  for (const line of [
    'GET /ready HTTP/0.9\r\nhost: a',
    'GET /ready',
    'GET /ready HTTP/2.0\r\nhost: a',
    'GET /ready HTTP/3.0\r\nhost: a',
    'GET /ready HTTP/1.2\r\nhost: a',
    'PRI * HTTP/2.0\r\n\r\nSM',
  ]) {
    const [answer, ...others] = await exchange(port, [`${line}\r\n\r\n`]);
    assert.deepEqual([answer?.status, others.length], [505, 0], line);
    assert.equal(codeOf(answer!.body), 'HTTP_VERSION_NOT_SUPPORTED');
    assert.equal(answer!.headers.connection, 'close');
  }
  const [bare] = await exchange(port, ['GET /ready HTTP/1.1\nhost: a\n\n']);
  assert.equal(bare?.status, 400, 'its version is spoken, its line ends are not');
  const [old] = await exchange(port, ['GET /ready HTTP/1.0\r\n\r\n']);
  assert.equal(old?.status, 200);
});

test('a body comes as it is or in chunks, and in no other coding', async (t) => {
  const { port } = await serve(t);
  const asked = '{"query":"{ __typename }"}';
  const ask = async (coding: string, version = '1.1') => {
    const head = `POST /graphql HTTP/${version}\r\nhost: a\r\ncontent-type: application/json\r\n`;
    const body = `${asked.length.toString(16)}\r\n${asked}\r\n0\r\n\r\n`;
    const next = 'GET /ready HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
    return exchange(port, [`${head}${coding}\r\n\r\n${body}${next}`]);
  };
  for (const coding of ['transfer-encoding: chunked', 'Transfer-Encoding:  Chunked'])
    assert.deepEqual(
      (await ask(coding)).map(({ status }) => status),
      [200, 200],
      coding,
    );
  for (const coding of [
    'transfer-encoding: gzip, chunked',
    'transfer-encoding: identity, chunked',
    'transfer-encoding: gzip\r\ntransfer-encoding: chunked',
  ]) {
    const [answer, ...others] = await ask(coding);
    assert.deepEqual([answer?.status, others.length], [501, 0], coding);
    assert.equal(codeOf(answer!.body), 'NOT_IMPLEMENTED');
    assert.equal(answer!.headers.connection, 'close');
  }
  const [old, ...others] = await ask('transfer-encoding: chunked', '1.0');
  assert.deepEqual([old?.status, others.length], [400, 0]);
});

test('a request names one host, which is a name or an address with a port', async (t) => {
  const { port } = await serve(t);
  const ask = async (target: string, ...hosts: readonly string[]) => {
    const lines = hosts.map((host) => `host: ${host}\r\n`).join('');
    const head = `GET ${target} HTTP/1.1\r\n${lines}connection: close\r\n\r\n`;
    const [answer] = await exchange(port, [head]);
    return answer!;
  };
  const bad = [
    ['a', 'b'],
    ['a', 'a'],
    ['user@evil.example'],
    ['user:pw@evil.example'],
    ['a/b'],
    ['a?b'],
    ['a#b'],
    ['a\\b'],
    ['a b'],
    ['a, b'],
    ['a;b'],
    ['<a>'],
    ['"a"'],
    ['a%2eb'],
    ['a:b'],
    ['a:80:80'],
    ['a:99999'],
    ['[::1'],
    ['::1'],
    ['[::zz]'],
    ['1.2.3.4.5'],
    ['\u00e4.example'],
    ['http://a'],
  ];
  for (const hosts of bad) {
    for (const target of ['/ready', '/', '/graphql?query=%7B__typename%7D', '/zzz']) {
      const { status, body } = await ask(target, ...hosts);
      assert.deepEqual([status, codeOf(body)], [400, 'BAD_REQUEST'], `${target} ${hosts.join()}`);
    }
  }
  for (const host of ['a', 'a.example:80', 'a_b-c.example.', '127.0.0.1:4000', '[::1]:80', 'a:'])
    assert.equal((await ask('/ready', host)).status, 200, host);
  for (const target of ['http://user@evil.example/ready', 'http:///ready', 'http://a b/ready'])
    assert.equal((await ask(target, 'a')).status, 400, target);
  assert.equal((await ask('HTTP://a.example/ready', 'b')).status, 200);
});

test('what came before a request that cannot be read is answered first, in its order', async (t) => {
  for (const front of [true, false]) {
    const { port } = await serve(t, { front });
    const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`;
    const asked = '{"query":"{ outcomes { nodes { code } } }"}';
    const post = `POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: ${asked.length}\r\n\r\n${asked}`;
    const good = [get('/ready'), post, get('/health'), get(query)];
    const torn = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';
    for (const [bad, status] of [
      ['zzz\r\n\r\n', 400],
      ['GET /ready HTTP/1.1\r\nhost : a\r\n\r\n', 400],
      ['GET /ready HTTP/3.0\r\n\r\n', 505],
      ['GET /ready HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n', 400],
      [`${torn}transfer-encoding: chunked\r\n\r\nzz\r\n`, 400],
      [`${torn}content-length: 5\r\ncontent-length: 6\r\n\r\n`, 400],
      [`GET /ready HTTP/1.1\r\nhost: a\r\nz: ${'z'.repeat(20_000)}\r\n\r\n`, 431],
      ['CONNECT a:1 HTTP/1.1\r\nhost: a\r\n\r\n', 405],
    ] as const) {
      for (const steps of [[good.join('') + bad], [...good, bad, 'more'], [get('/ready') + bad]]) {
        const answers = await exchange(port, steps);
        const statuses = answers.map((answer) => answer.status);
        const owed = steps.join('').split('HTTP/1.1\r\nhost: a\r\n').length > 4 ? 4 : 1;
        assert.deepEqual(
          statuses,
          [...Array.from({ length: owed }, () => 200), status],
          bad.slice(0, 60),
        );
        assert.equal(answers[0]?.body.toString(), '{"ready":true}');
        if (owed === 4) assert.match(String(answers[1]?.body), /^\{"data":\{"outcomes"/);
        assert.equal(answers.at(-1)?.headers.connection, 'close');
      }
    }
  }
});
