import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Serving } from '../../src/server/serve.ts';
import { exportTable } from '../../src/server/export.ts';
import { NotATable } from '../../src/table/fetch-pages.ts';
import { importedSeed, send, serveOnFreePort } from '../support/served.ts';
import type { Received } from '../support/served.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
let serving: Record<string, Serving>;
before(async () => {
  seed = await importedSeed();
  serving = {
    'the fast path': await serveOnFreePort(seed.data),
    Yoga: await serveOnFreePort(seed.data, { front: false }),
    'the executor': await serveOnFreePort(seed.data, { front: false, compiler: false }),
  };
});
after(async () => {
  for (const each of Object.values(serving)) await each.close();
  seed.remove();
});

const empty = [
  '{}',
  'query {}',
  'query Q { }',
  '{ outcomes {} }',
  '{ outcomes { nodes {} } }',
  '{ outcomes { nodes { code } } links {} }',
  '{ outcomes { nodes { evidence {} code } } }',
  '{ ... {} }',
  '{ outcomes { nodes { ... on Outcome {} } } }',
  '{ outcomes { ...F } } fragment F on OutcomeConnection {}',
  '{ outcomes { nodes { code } } } query Other {}',
  '{ __schema {} }',
  '{ outcomes { pageInfo {} } }',
];

const post = (url: string, query: string, accept: string): Promise<Received> => {
  const body = JSON.stringify({ query });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    accept,
  };
  return send(url, { method: 'POST', path: '/graphql', headers, body });
};

const codeIn = ({ body }: Received) => JSON.parse(body.toString()).errors?.[0].extensions.code;

for (const query of empty) {
  test(`a selection of nothing is an error on every way: ${query}`, async () => {
    for (const [name, { url }] of Object.entries(serving)) {
      const posted = await post(url, query, 'application/graphql-response+json');
      assert.deepEqual([posted.status, codeIn(posted)], [400, 'GRAPHQL_PARSE_FAILED'], name);
      const path = `/graphql?query=${encodeURIComponent(query)}`;
      assert.equal(codeIn(await send(url, { path })), 'GRAPHQL_PARSE_FAILED', name);
      for (const format of ['csv', 'jsonl']) {
        const table = await send(url, { path: `${path}&format=${format}` });
        assert.deepEqual([table.status, codeIn(table)], [400, 'GRAPHQL_PARSE_FAILED'], name);
      }
    }
    await assert.rejects(
      exportTable({ data: seed.data, params: { query }, format: 'csv', all: true }),
      (error) =>
        error instanceof NotATable && JSON.stringify(error.body).includes('GRAPHQL_PARSE_FAILED'),
    );
  });
}
