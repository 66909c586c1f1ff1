import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPresets } from '../../src/examples/presets.ts';
import { notATable } from '../../src/table/fetch-pages.ts';
import { schema } from '../../src/schema/schema.ts';
import type { Ask } from '../../src/table/fetch-pages.ts';
import { useTables } from '../../src/server/plugins/use-tables.ts';
import { startSeeded } from '../support/random/seeded.ts';

/** What a table is answered with where the API answers so. */
async function tableWhere(asked: Awaited<ReturnType<Ask>>, path: string): Promise<Response> {
  let held = 0;
  const snapshot = { version: 'v' };
  const hold = () => {
    held += 1;
    return { snapshot, release: () => (held -= 1) };
  };
  const plugin = useTables({
    schema,
    presets: createPresets(notATable),
    snapshots: { hold, current: () => snapshot } as never,
    log: { error: assert.ifError } as never,
    askOf: () => () => Promise.resolve(asked),
    turns: { run: (_client, work) => Promise.resolve(work()) },
  });
  const url = new URL(path, 'http://localhost');
  let answer: Response | undefined;
  const endResponse = (response: Response) => (answer = response);
  await plugin.onRequest?.({ request: new Request(url), url, endResponse } as never);
  assert.ok(answer);
  assert.equal(held, 0, 'its snapshot is let go');
  return answer;
}

const paths = [
  '/examples/biggest-cuts.csv',
  '/examples/biggest-cuts.jsonl',
  '/examples/biggest-cuts.metadata.json',
  '/graphql?format=csv&query={outcomes{nodes{code}}}',
  '/graphql?format=csv&query={',
];

test('a table that cannot begin is answered with the status that says why', async () => {
  for (const [code, status, expected] of [
    ['QUERY_TIMEOUT', 200, 422],
    ['QUERY_TIMEOUT', 504, 422],
    ['QUERY_TOO_COMPLEX', 200, 422],
    ['QUERY_TOO_COMPLEX', 400, 422],
    ['BAD_USER_INPUT', 200, 400],
    ['INTERNAL_SERVER_ERROR', 200, 500],
    ['SERVICE_UNAVAILABLE', 503, 503],
  ] as const) {
    const body = { data: null, errors: [{ message: 'no', extensions: { code } }] };
    for (const path of paths) {
      const answer = await tableWhere({ status, body, retryAfter: null }, path);
      assert.equal(answer.status, expected, `${code}, ${status}, ${path}`);
      assert.deepEqual(await answer.json(), body);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('retry-after'), null);
    }
  }
});

test('when to come again is told to who asks for a table too', async () => {
  const errors = [{ message: 'later', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
  for (const path of paths) {
    const answer = await tableWhere({ status: 503, body: { errors }, retryAfter: '7' }, path);
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '7'], path);
  }
});

test('a table has one validator for all addresses that give the same', async (t) => {
  const seeded = await startSeeded();
  t.after(() => seeded.close());
  const tagOf = async (path: string) => {
    const answer = await seeded.fetch(`http://localhost/examples/${path}`);
    await answer.body?.cancel();
    return answer.headers.get('etag');
  };
  const tag = await tagOf('biggest-cuts.csv');
  assert.match(tag ?? '', /^"/);
  for (const search of ['?utm_source=a', '?years=', '?places=&report=']) {
    const same = await tagOf(`biggest-cuts.csv${search}`);
    assert.equal(same, tag, search);
  }
  const others = await Promise.all(
    ['biggest-cuts.csv?list=outcomes', 'biggest-cuts.jsonl', 'numerals.csv'].map(tagOf),
  );
  assert.equal(new Set([tag, ...others]).size, 4);
});

/** Queries that the API refuses once it answers them, each with the fault in another place. */
const faulty: [query: string, variables?: object][] = [
  ['{\n  outcomes(after: "Outcome") {\n    nodes { code }\n  }\n}'],
  [
    '\n\n   {\n outcomes(first: 2, filter: { text: "' +
      '长'.repeat(201) +
      '" }) { nodes { code } } }',
  ],
  ['query Q($at: String) {\n  outcomes(after: $at) { nodes { code } }\n}', { at: 'W10' }],
  ['# words\n{ outcomes { nodes { code\n\n measures(after: "W10") { nodes { code } } } } }'],
  [
    '{ outcomes { ...rows } }\n\nfragment rows on OutcomeConnection {\n  nodes { measures(first: 3, last: 3) { nodes { code } } }\n}',
  ],
  [
    '{ meta { dataVersion } a: node(id: "x") { id }\n  outcomes(before: "W10") { pageInfo { endCursor } nodes { code } } }',
  ],
  ['{ a: search(\n  text: "县", after: "W10") { nodes { type } } }'],
  ['{ outcomeGroups(\n groupBy: [UNIT], after: "W10") { nodes { outcomeCount } } }'],
  [
    'query ($text: String) {\n outcomes(\n filter: { text: $text }, last: 2) { nodes { code } } }',
    { text: '长'.repeat(201) },
  ],
];

test('what is wrong with a query is said of a table where the client wrote it', async (t) => {
  const seeded = await startSeeded();
  t.after(() => seeded.close());
  const errorsOf = async (format: string, query: string, variables?: object) => {
    const response = await seeded.fetch(`http://localhost/graphql${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { errors: { locations?: object[] }[] }).errors;
  };
  for (const [query, variables] of faulty) {
    const told = await errorsOf('', query, variables);
    assert.ok(told[0]?.locations, `${query}: ${JSON.stringify(told)}`);
    for (const format of ['?format=csv', '?format=jsonl&all=1']) {
      const ofTable = await errorsOf(format, query, variables);
      assert.deepEqual(ofTable, told, query);
    }
  }
});

test('a fault that stands in no text of the client is told without a place', async () => {
  for (const [at, expected] of [
    [{ line: 900, column: 7 }, undefined],
    [{ line: 1, column: 8 }, undefined],
    [{ line: 1, column: 1 }, [{ line: 1, column: 3 }]],
  ] as const) {
    const body = { data: null, errors: [{ message: 'no', locations: [at] }] };
    const answer = await tableWhere(
      { status: 200, body },
      '/graphql?format=csv&query=%20%20{outcomes{nodes{code}}}',
    );
    const { errors } = (await answer.json()) as { errors: { locations?: object[] }[] };
    assert.deepEqual(errors[0]?.locations, expected);
  }
});
