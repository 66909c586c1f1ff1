import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getIntrospectionQuery, parse } from 'graphql';
import { costOf } from '../../src/fields/cost.ts';
import { limits } from '../../src/limits.ts';
import { schema } from '../../src/schema/schema.ts';
import { readExamples } from '../../src/server/examples.ts';
import { startSeeded } from '../support/seeded.ts';
import type { Seeded } from '../support/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const repeat = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ');

const fullPages =
  'query ($n: Int!) { reports(first: $n) { nodes { measures(first: $n) { nodes { outcomes(first: $n) { nodes { code } } } } } } }';

/** A filter of so many steps between measures and outcomes. */
const deepest = (steps: number, to = 'outcomes'): object =>
  steps === 0 ? {} : { [to]: deepest(steps - 1, to === 'outcomes' ? 'measures' : 'outcomes') };

/** A query beyond each limit, and by its variables where it is they that take it there. */
const beyond: Record<string, { query: string; variables?: object }> = {
  characters: { query: `{ meta { dataVersion } } # ${'x'.repeat(limits.characters.value)}` },
  tokens: { query: `{ meta { ${repeat(1600, () => 'dataVersion')} } }` },
  depth: {
    query: `{ node(id: "x") { ... on Section { ${'report { sections { '.repeat(8)} code ${'} } '.repeat(8)} } } }`,
  },
  aliases: { query: `{ ${repeat(31, (index) => `a${index}: __typename`)} }` },
  rootFields: {
    query: `{ ...F } fragment F on Query { ${repeat(21, (index) => `${index === 0 ? '' : `a${index}:`} __typename`)} }`,
  },
  relationSteps: {
    query: `query ($f: OutcomeFilter) { outcomes(filter: $f) { totalCount } }`,
    variables: { f: { measures: deepest(8), hasFigure: true } },
  },
  directives: { query: `{ meta { ${repeat(51, () => 'dataVersion @include(if: true)')} } }` },
  cost: { query: fullPages, variables: { n: 100 } },
};

for (const [name, { query, variables }] of Object.entries(beyond)) {
  test(`a query beyond the limit ${name} is refused before anything is asked`, async () => {
    const { body, statements } = await seeded.ask(query, variables);
    assert.equal(statements, 0);
    assert.equal(body.data ?? null, null);
    const found = body.errors.find(
      ({ extensions }: { extensions?: { limit?: string } }) => extensions?.limit === name,
    );
    assert.equal(found?.extensions.code, 'QUERY_TOO_COMPLEX', JSON.stringify(body));
    assert.equal(found.extensions.maximum, limits[name as 'cost'].value);
    assert.match(
      found.message,
      new RegExp(`“${name}”.*at most ${found.extensions.maximum} may be`),
    );
  });
}

test('the same query with other variables is within', async () => {
  const { body } = await seeded.ask(fullPages, { n: 20 });
  assert.equal(body.errors, undefined);
});

test('what lies at a limit is not refused', async () => {
  for (const query of [
    `{ ${repeat(20, (index) => `a${index}: __typename`)} }`,
    `{ meta { ${repeat(50, () => 'dataVersion @include(if: true)')} } }`,
    `{ place(by: { code: "150924" }) ${'{ parent '.repeat(14)} { code } ${'}'.repeat(14)} }`,
  ]) {
    const { body } = await seeded.ask(query);
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
  }
});

test('no example comes near a limit, nor does the introspection of GraphiQL', async (t) => {
  for (const { name, query } of readExamples()) {
    const cost = costOf(schema, parse(query))({});
    t.diagnostic(`${name} costs ${cost}`);
    assert.ok(cost <= limits.cost.value / 4, name);
  }
  const { body } = await seeded.ask(getIntrospectionQuery());
  assert.equal(body.errors, undefined);
});

test('a full page of the longest way through the data is legal', async () => {
  const query =
    '{ links(first: 100) { edges { node { outcome { whole { parts { evidence { section { report { place { parent { parent { parent { name } } } } } } } } } } } } } }';
  const { body } = await seeded.ask(query);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
});

test('fragments that double at every level are counted and not followed', async () => {
  const doubling = repeat(
    12,
    (index) =>
      `fragment F${index} on Report { sections { report { ...F${index + 1} } } a${index}: sections { report { ...F${index + 1} } } }`,
  );
  const query = `{ reports { nodes { ...F0 } } } ${doubling} fragment F12 on Report { code }`;
  const { body, statements } = await seeded.ask(query);
  assert.equal(statements, 0);
  assert.equal(body.errors[0].extensions.code, 'QUERY_TOO_COMPLEX');
});

test('the limits that the API tells are those that hold', async () => {
  const { body } = await seeded.ask('{ meta { limits { name value description } } }');
  assert.deepEqual(
    body.data.meta.limits,
    Object.entries(limits).map(([name, limit]) => ({ name, ...limit })),
  );
});
