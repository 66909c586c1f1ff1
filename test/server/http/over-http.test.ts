import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { auditServer } from 'graphql-http';
import { startSeeded } from '../../support/random/seeded.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

async function audit(t: TestContext, url: string, fetchFn: Fetch): Promise<void> {
  const results = await auditServer({ url, fetchFn });
  const failed = results.filter(({ status }) => status !== 'ok');
  t.diagnostic(`${results.length - failed.length} of ${results.length} audits pass`);
  assert.deepEqual(
    failed.map(({ id, name, status }) => `${id} ${status}: ${name}`),
    [],
  );
  assert.ok(results.length >= 61);
}

test('all audits of GraphQL over HTTP pass in process', async (t) => {
  const seeded = await startSeeded();
  t.after(() => seeded.close());
  await audit(t, 'http://localhost/graphql', seeded.fetch);
});

test('and over the wire, with the short way and without', async (t) => {
  const { data, remove } = await importedSeed();
  t.after(remove);
  for (const front of [true, false]) {
    const serving = await serveOnFreePort(data, { front });
    t.after(() => serving.close());
    await audit(t, `${serving.url}/graphql`, fetch);
  }
});

const json = 'application/json';
const response = 'application/graphql-response+json';

/** Bodies that are no request of GraphQL over HTTP, by what is said of them. */
const malformed: [body: string, message: RegExp][] = [
  ['{"query":', /The body cannot be read as JSON/],
  ['5', /The body is JSON, but no object/],
  ['[]', /Batching/],
  ['{}', /There is no query; send/],
  ['{"query":null}', /There is no query; send/],
  ['{"qeury":"{ __typename }"}', /There is no query; send|"qeury"/],
  ['{"query":5}', /"query" .* string.* number/],
  ['{"query":"{ __typename }","variables":[7]}', /"variables" .* object.* array/],
  ['{"query":"{ __typename }","extensions":5}', /"extensions" .* object.* number/],
  ['{"query":"{ __typename }","operationName":5}', /operationName is a text .* a number/],
  ['{"query":"{ __typename }","operationName":["a"]}', /operationName is a text .* a list/],
];

const operations = (count: number) =>
  Array.from({ length: count }, (_, index) => `query q${index} { __typename }`).join(' ');
const one = JSON.stringify({ query: '{ __typename }', operationName: 'x'.repeat(99) });
const two = (operationName?: unknown) => JSON.stringify({ query: operations(2), operationName });

/** Requests with a question that cannot be taken as it stands. */
const refused: [body: string, message: RegExp][] = [
  ['{"query":""}', /Syntax Error/],
  ['{"query":"{"}', /Syntax Error/],
  ['{"query":"{ nothing }"}', /Cannot query field/],
  ['{"query":"query ($n: Int!) { reports(first: $n) { totalCount } }"}', /\$n/],
  [`{"query":"{ __typename }","variables":{"a":${'['.repeat(13)}${']'.repeat(13)}}}`, /valueDepth/],
  [
    '{"query":"{ a: reports { nodes { text } } b: outcomes(first: 100) { nodes { report { outcomes(first: 100) { nodes { report { text } } } } } } }"}',
    /bytesReckoned/,
  ],
  [`{"query":"{ ${'__typename @skip(if: false) '.repeat(51)} }"}`, /directives/],
  ['{"query":"fragment F on Query { __typename }"}', /fragments alone/],
  [one, /no operation named “x{60}…”; its only one has no name/],
  [two(), /2 operations; name one of them by operationName: q0, q1\./],
  [two(null), /2 operations; name one of them/],
  [two('q'), /no operation named “q”; it has q0, q1\./],
  [JSON.stringify({ query: operations(12) }), /q8, q9 and 2 more\./],
];

test('what is no request has status 400 in either JSON; a question that is refused has 200 in the older', async (t) => {
  const { data, remove } = await importedSeed();
  t.after(remove);
  for (const front of [true, false]) {
    const { url, close } = await serveOnFreePort(data, { front });
    t.after(() => close());
    const statusOf = async (body: string, accept: string, message: RegExp) => {
      const headers = { 'content-type': json, accept };
      const answer = await send(url, { method: 'POST', path: '/graphql', headers, body });
      const { errors } = JSON.parse(answer.body.toString());
      assert.match(errors[0].message, message, body);
      return answer.status;
    };
    for (const accept of [json, '*/*', response]) {
      for (const [body, message] of malformed) {
        assert.equal(await statusOf(body, accept, message), 400, `${accept} ${body}`);
      }
      for (const [body, message] of refused) {
        const status = accept === response ? 400 : 200;
        assert.equal(await statusOf(body, accept, message), status, `${accept} ${body}`);
      }
    }
    const { status } = await send(url, {
      path: '/graphql?variables={}',
      headers: { accept: json },
    });
    assert.equal(status, 400);
  }
});
