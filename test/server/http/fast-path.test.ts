import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Serving } from '../../../src/server/serve.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import type { Received, Wire } from '../../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
let withFront: Serving;
let without: Serving;
before(async () => {
  seed = await importedSeed();
  withFront = await serveOnFreePort(seed.data);
  without = await serveOnFreePort(seed.data, { front: false });
});
after(async () => {
  await withFront.close();
  await without.close();
  seed.remove();
});

const measure = `query M($code: String = "xinghe-2023/streamline-approvals") {
  measure(by: { code: $code }) { id title evidence { exact } outcomes { nodes { label quantity { value text } } } }
} query N { reports { totalCount } }`;
const many = '{ outcomes(first: 40) { totalCount nodes { code label evidence { exact } } } }';

/** Questions, good and bad, as JSON texts. */
const questions: Record<string, string> = {
  small: JSON.stringify({ query: '{ reports { totalCount nodes { code } } }' }),
  large: JSON.stringify({ query: many }),
  'with variables': JSON.stringify({
    query: measure,
    operationName: 'M',
    variables: { code: 'xinghe-2023/streamline-approvals' },
  }),
  'with nothing found': JSON.stringify({
    query: measure,
    operationName: 'M',
    variables: { code: '!' },
  }),
  'with nulls': JSON.stringify({ query: '{ __typename }', variables: null, operationName: null }),
  'with extensions': JSON.stringify({ query: '{ __typename }', extensions: {} }),
  introspection: JSON.stringify({ query: '{ __schema { queryType { name } } }' }),
  'of an operation that is not there': JSON.stringify({ query: measure, operationName: 'X' }),
  'of two operations unnamed': JSON.stringify({ query: measure }),
  'with a wrong variable': JSON.stringify({
    query: measure,
    operationName: 'M',
    variables: { code: 7 },
  }),
  'with variables that are a list': JSON.stringify({ query: '{ __typename }', variables: [] }),
  'with variables that are a text': JSON.stringify({ query: '{ __typename }', variables: 'x' }),
  'with a dangling cursor': JSON.stringify({
    query: '{ reports(after: "nothing") { totalCount } }',
  }),
  'with a bad page': JSON.stringify({ query: '{ reports(first: 1000) { totalCount } }' }),
  invalid: JSON.stringify({ query: '{ nope }' }),
  unparsable: JSON.stringify({ query: '{' }),
  'with an unknown parameter': JSON.stringify({ query: '{ __typename }', more: 1 }),
  'with no query': '{}',
  'that is a list': JSON.stringify([{ query: '{ __typename }' }]),
  'that is a number': '7',
  'that is no JSON': '{"query": ',
  'that is empty': '',
  'that is too long': JSON.stringify({ query: `{ __typename } #${'x'.repeat(70_000)}` }),
};

const accepts = [
  undefined,
  '*/*',
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  'application/json; charset=utf-8',
  'text/csv',
  'image/png',
  'text/event-stream',
];
const types = [
  'application/json',
  'application/json; charset=utf-8',
  'Application/JSON',
  'application/graphql+json',
  'text/plain',
  undefined,
];
const codings = [undefined, 'br', 'gzip;q=0.5, zstd;q=0.1', 'br;q=0, *', 'identity'];

const given = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

/** What must be the same; the time is another, and a refused connection may end either way. */
function comparable({ status, headers, body }: Received) {
  const { date: _date, ...rest } = headers;
  return { status, headers: rest, body: body.toString('latin1') };
}

async function compare(wire: Wire, words: string): Promise<Received> {
  const [one, other] = await Promise.all([send(withFront.url, wire), send(without.url, wire)]);
  assert.deepEqual(comparable(one), comparable(other), words);
  return one;
}

const post = (body: string, headers: Record<string, string | undefined> = {}): Wire => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    'content-length': Buffer.byteLength(body),
    ...given({ 'content-type': 'application/json', ...headers }),
  },
  body,
});

const searchOf = (question: string): string => {
  const entries = Object.entries(JSON.parse(question) as object).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(entries).toString();
};

test('every question sent by POST is answered alike by the short way and the ordinary one', async () => {
  for (const [name, body] of Object.entries(questions)) {
    for (const accept of accepts) await compare(post(body, { accept }), `${name}, ${accept}`);
  }
});

test('so it is whatever the body is called and however it comes', async () => {
  for (const body of [questions['small']!, questions['large']!, questions['invalid']!]) {
    for (const type of types) await compare(post(body, { 'content-type': type }), String(type));
    for (const coding of codings)
      await compare(post(body, { 'accept-encoding': coding }), String(coding));
    for (const headers of [
      { 'content-encoding': 'gzip' },
      { origin: 'https://example.org' },
      { 'if-none-match': '*' },
    ])
      await compare(post(body, headers), JSON.stringify(headers));
    const { 'content-length': _length, ...headers } = post(body).headers ?? {};
    await compare({ ...post(body), headers }, 'in chunks');
  }
});

test('every question sent by GET or HEAD is answered alike, with what caches need', async () => {
  for (const [name, question] of Object.entries(questions)) {
    if (name.startsWith('that is')) continue;
    for (const method of ['GET', 'HEAD']) {
      for (const accept of ['*/*', 'application/graphql-response+json', 'text/csv']) {
        const path = `/graphql?${searchOf(question)}`;
        const one = await compare({ method, path, headers: { accept } }, `${name}, ${accept}`);
        if (method === 'HEAD') assert.equal(one.body.length, 0);
      }
    }
  }
  for (const search of [
    '',
    '?',
    '?query=',
    '?query=%7B__typename%7D&variables=',
    '?query=%7B__typename%7D&x=1',
    '?query=%7B__typename%7D&format=csv',
    '?query=%7B__typename%7D&query=%7B',
    '?query=%7B__typename%7D#x',
    `?query={reports(filter:{codes:["'"]}){totalCount}}`,
    '?query={+reports{+totalCount+}}&query',
    '?query=%7B__typename%7D%EF%BB%BF%zz',
    '/?query=%7B__typename%7D',
    'x?query=%7B__typename%7D',
  ])
    await compare({ path: `/graphql${search}` }, search);
});

test('other methods are refused alike, and asked beforehand every page may ask', async () => {
  const path = `/graphql?${searchOf(questions['small']!)}`;
  for (const method of ['PUT', 'DELETE', 'PATCH']) await compare({ method, path }, method);
  const asked = await compare(
    { method: 'OPTIONS', path, headers: { origin: 'https://example.org' } },
    'OPTIONS',
  );
  assert.equal(asked.status, 204);
  assert.equal(asked.headers['access-control-allow-origin'], '*');
});

test('conditions are weighed alike', async () => {
  for (const question of [questions['small']!, questions['large']!, questions['introspection']!]) {
    const path = `/graphql?${searchOf(question)}`;
    for (const coding of codings) {
      const headers = given({ 'accept-encoding': coding });
      const { headers: first } = await compare({ path, headers }, path);
      for (const known of [first.etag!, `"other", ${first.etag}`, '*', '"other"', 'W/"other"']) {
        for (const method of ['GET', 'HEAD']) {
          const wire = { method, path, headers: { ...headers, 'if-none-match': known } };
          const { status } = await compare(wire, known);
          assert.equal(status, known.endsWith('other"') ? 200 : 304);
        }
      }
    }
  }
  for (const [accept, expected] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const wrong = { path: '/graphql?query=%7B', headers: { accept, 'if-none-match': '*' } };
    assert.equal((await compare(wrong, 'an error has no version')).status, expected);
  }
});
