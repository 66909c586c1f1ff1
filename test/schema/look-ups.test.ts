import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allListings } from '../../src/fields/listing.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const code = 'xinghe-2023/streamline-approvals';

test('one thing by its code, by its id and as a node is the same thing', async () => {
  const { body } = await seeded.ask(
    `query ($code: String!, $id: ID!) {
      byCode: measure(by: { code: $code }) { id title }
      byId: measure(by: { id: $id }) { id title }
      node(id: $id) { id ... on Measure { title } }
    }`,
    { code, id: `Measure:${code}` },
  );
  assert.equal(body.data.byCode.id, `Measure:${code}`);
  assert.deepEqual(body.data.byId, body.data.byCode);
  assert.deepEqual(body.data.node, body.data.byCode);
});

test('what is missing is null and takes nothing else with it', async () => {
  const { body } = await seeded.ask(
    `query ($ids: [ID!]!) {
      nodes(ids: $ids) { __typename id }
      node(id: "Measure:none") { id }
      none: measure(by: { code: "none" }) { id }
      other: measure(by: { id: "Outcome:${code}" }) { id }
    }`,
    {
      ids: ['nothing', `Measure:${code}`, 'Outcome:none', 'Query:x', 'Report:xinghe-2023', '', ':'],
    },
  );
  assert.equal(body.errors, undefined);
  assert.deepEqual(body.data.nodes, [
    null,
    { __typename: 'Measure', id: `Measure:${code}` },
    null,
    null,
    { __typename: 'Report', id: 'Report:xinghe-2023' },
    null,
    null,
  ]);
  assert.equal(body.data.node, null);
  assert.equal(body.data.none, null);
  assert.equal(body.data.other, null);
});

test('a look-up takes exactly one name', async () => {
  for (const by of ['{}', `{ code: "${code}", id: "Measure:${code}" }`, '{ code: null }']) {
    const { body } = await seeded.ask(`{ measure(by: ${by}) { id } }`);
    assert.match(body.errors[0].message, /MeasureBy/);
  }
});

test('every type with an id can be fetched by it', async () => {
  const lists = allListings().map(({ table }) => `${table}(first: 1) { nodes { id } }`);
  const { body } = await seeded.ask(
    `{ __type(name: "Node") { possibleTypes { name } } ${lists.join(' ')} }`,
  );
  const { __type: node, ...listed } = body.data;
  const possible: { name: string }[] = node.possibleTypes;
  assert.deepEqual(
    new Set(possible.map(({ name }) => name)),
    new Set(allListings().map(({ typename }) => typename)),
  );
  const ids = Object.values<{ nodes: { id: string }[] }>(listed).flatMap(({ nodes }) =>
    nodes.map(({ id }) => id),
  );
  assert.ok(ids.length > 15);
  const again = await seeded.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  assert.deepEqual(
    again.body.data.nodes.map(({ id }: { id: string }) => id),
    ids,
  );
});

test('a title in both languages needs one statement', async () => {
  const { body, statements } = await seeded.ask(
    `{ measure(by: { code: "${code}" }) { title zh: title(language: ZH) en: title(language: EN) } }`,
  );
  assert.equal(body.data.measure.title, body.data.measure.zh);
  assert.notEqual(body.data.measure.zh, body.data.measure.en);
  assert.equal(statements, 1);
});

test('meta counts what can be listed, under the name of its list, and nothing else', async () => {
  const { body } = await seeded.ask(
    '{ meta { counts { kind count } } __type(name: "Query") { fields { name } } }',
  );
  const counts: { kind: string; count: number }[] = body.data.meta.counts;
  const roots = new Set(body.data.__type.fields.map(({ name }: { name: string }) => name));
  assert.ok(counts.length >= 14);
  for (const { kind, count } of counts) {
    assert.ok(roots.has(kind), kind);
    // What nobody observes is counted, and listed where it is asked for.
    const all = kind === 'indicators' ? '(filter: { withUnreported: true })' : '';
    const list = await seeded.ask(`{ ${kind}${all} { totalCount } }`);
    assert.equal(list.body.data[kind].totalCount, count, kind);
  }
});
