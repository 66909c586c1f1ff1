import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getIntrospectionQuery } from 'graphql';
import { limits } from '../../../src/limits.ts';
import { readExamples } from '../../../src/examples/read-examples.ts';
import { startSeeded } from '../../support/random/seeded.ts';
import type { Seeded } from '../../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const repeat = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join(' ');

/** The whole text again and again: 112 characters that would be answered with 96 MB. */
const texts =
  'query ($n: Int!) { outcomes(first: $n) { nodes { report { outcomes(first: $n) { nodes { report { text } } } } } } }';

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
  selections: {
    query: `{ reports { nodes { ...F0 } } } ${repeat(
      6,
      (index) =>
        `fragment F${index} on Report { ${['', 'a:', 'b:'].map((alias) => `${alias} sections { report { ...F${index + 1} } }`).join(' ')} }`,
    )} fragment F6 on Report { code }`,
  },
  bytesReckoned: { query: texts, variables: { n: 100 } },
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
    assert.equal(found.extensions.maximum, limits[name as 'depth'].value);
    assert.match(
      found.message,
      name === 'bytesReckoned'
        ? /could be up to [\d.]+ MB on these data; at most 40 MB is allowed \(bytesReckoned\)\. Most of it is for outcomes\./
        : new RegExp(`“${name}”.*at most ${found.extensions.maximum} are allowed`),
    );
  });
}

test('what is reckoned too much names the field of the root for which most of it is asked', async () => {
  const query = `query ($n: Int!) { few: reports { nodes { code } }\n  most: outcomes(first: $n) { nodes { report { outcomes(first: $n) { nodes { report { text } } } } } } }`;
  const { body } = await seeded.ask(query, { n: 100 });
  assert.match(body.errors[0].message, /Most of it is for most\./);
  assert.deepEqual(body.errors[0].locations, [{ line: 2, column: 3 }]);
});

/** What arguments ask for that is more than may be, by the limit that stands in the way. */
const tooMuch: Record<string, string> = {
  pageSize: '{ measures(first: 500) { totalCount } }',
  groups: '{ outcomeGroups(groupBy: [LEVEL], first: 5000) { nodes { outcomeCount } } }',
  facetValues: '{ outcomes { facets { levels(first: 500) { value } } } }',
  ids: `{ nodes(ids: [${repeat(101, () => '"Report:x"')}]) { id } }`,
  searchCharacters: `{ search(text: "${'x'.repeat(201)}") { totalCount } }`,
};

for (const [name, query] of Object.entries(tooMuch)) {
  test(`an argument beyond the limit ${name} is told which limit it is, and what to do`, async () => {
    const { body } = await seeded.ask(query);
    assert.ok(body.errors, 'it is refused');
    const { message, extensions } = body.errors[0];
    const { value: maximum } = limits[name as 'depth'];
    assert.deepEqual(extensions, { code: 'BAD_USER_INPUT', limit: name, maximum }, message);
    assert.match(message, new RegExp(`at most ${maximum} \\(${name}\\)\\. \\S`));
  });
}

test('the words of a filter that are too long are told the limit too', async () => {
  const { body } = await seeded.ask(
    `{ outcomes(filter: { text: "${'x'.repeat(201)}" }) { totalCount } }`,
  );
  assert.equal(body.errors[0].extensions.limit, 'searchCharacters');
});

test('a query with more faults than are told says so in words', async () => {
  const { body } = await seeded.ask(`{ ${repeat(250, () => 'nothing')} }`);
  const messages: string[] = body.errors.map(({ message }: { message: string }) => message);
  assert.match(messages.at(-1) ?? '', /too many faults to tell them all/);
  assert.ok(messages.every((message) => !message.includes('aborted')));
});

test('the same query with other variables is within', async () => {
  const { body } = await seeded.ask(texts, { n: 20 });
  assert.equal(body.errors, undefined);
});

/** Lists in each other. */
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** Queries that go so far in what is limited. */
const reaching: Record<string, (far: number) => { query: string; variables?: object }> = {
  rootFields: (far) => ({ query: `{ ${repeat(far, (index) => `a${index}: __typename`)} }` }),
  aliases: (far) => ({
    query: `{ meta { ${repeat(far, (index) => `a${index}: dataVersion`)} } }`,
  }),
  directives: (far) => ({
    query: `{ meta { ${repeat(far, () => 'dataVersion @include(if: true)')} } }`,
  }),
  depth: (far) => ({
    query: `{ place(by: { code: "150924" }) ${'{ parent '.repeat(far - 2)} { code } ${'}'.repeat(far - 2)} }`,
  }),
  valueDepth: (far) => ({ query: '{ meta { dataVersion } }', variables: { any: nested(far) } }),
};

for (const [name, reach] of Object.entries(reaching)) {
  test(`what lies at the limit ${name} is not refused, and one more is`, async () => {
    const { value } = limits[name as 'depth'];
    const at = reach(value);
    const { body } = await seeded.ask(at.query, at.variables);
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    const beyondIt = reach(value + 1);
    const { body: refused } = await seeded.ask(beyondIt.query, beyondIt.variables);
    assert.equal(refused.errors?.[0].extensions.limit, name);
  });
}

/** Queries that go beyond a limit, with | before what is the first to do so. */
const pointed: Record<string, string> = {
  aliases: `{\n ${repeat(30, (index) => `a${index}: __typename`)}\n |b: __typename c: __typename }`,
  directives: `{ meta {\n ${repeat(50, () => 'dataVersion @include(if: true)')} schemaVersion |@include(if: true) } }`,
  rootFields: `{ ...F\n ...F ...G }\nfragment F on Query { ...H ${repeat(9, (at) => `f${at}: __typename`)} }\nfragment H on Query { __typename }\nfragment G on Query { ... on Query { |g: __typename h: __typename } }`,
  depth: `{ place(by: { code: "150924" }) { code ...P } }\nfragment P on Place { code parent { ${'parent { '.repeat(13)}... on Place { code\n parent { |code name } } ${'}'.repeat(14)} }`,
  valueDepth: `{ nodes(ids: ["x",\n ${'['.repeat(11)}|[["x"]]${']'.repeat(11)}]) { id } }`,
  tokens: `{\n ${repeat(limits.tokens.value - 1, () => '__typename')} |__typename __typename }`,
  characters: `{ __typename } #${'x'.repeat(limits.characters.value - 17)}\n|y`,
};

for (const [name, marked] of Object.entries(pointed)) {
  test(`what goes beyond the limit ${name} is told with its place`, async () => {
    const { body } = await seeded.ask(marked.replace('|', ''));
    const found = body.errors.find(
      ({ extensions }: { extensions?: { limit?: string } }) => extensions?.limit === name,
    );
    const lines = marked.split('|', 1).join('').split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    assert.deepEqual(found?.locations, [{ line: lines.length, column }], JSON.stringify(body));
  });
}

test('of variables that lie too deep the first is named', async () => {
  const { body } = await seeded.ask('{ meta { dataVersion } }', { a: 1, deep: nested(13) });
  assert.match(
    body.errors[0].message,
    /at most 12 are allowed\. It is the variable \$deep\. Filter/,
  );
});

test('fragments that lead back to themselves are measured all the same', async () => {
  const wide = repeat(21, (index) => `a${index}: __typename`);
  const circles = Array.from(
    { length: 40 },
    (_, at) =>
      `fragment F${at} on Query { ...F${(at + 1) % 40} ...F${(at + 1) % 40} ${at === 39 ? wide : ''} }`,
  );
  const begun = performance.now();
  const { body } = await seeded.ask(`{ ...F0 } ${circles.join(' ')}`);
  assert.ok(performance.now() - begun < 1000);
  const told = body.errors.map(({ message }: { message: string }) => message).join(' ');
  assert.match(told, /rootFields/);
  assert.match(told, /Cannot spread fragment "F0" within itself/);
});

test('what stands in a query in each other may be as deep as the values of variables', async () => {
  const query = `{ nodes(ids: ${JSON.stringify(nested(limits.valueDepth.value + 1))}) { id } }`;
  const { body } = await seeded.ask(query);
  const told = body.errors.map(({ extensions }: { extensions?: object }) => extensions);
  assert.ok(told.some((each: { limit?: string }) => each?.limit === 'valueDepth'));
});

/** What one asks of this data: no limit may stand in its way. */
const natural = [
  ...readExamples().map(({ query }) => query),
  getIntrospectionQuery(),
  '{ places { nodes { name reports { nodes { title measures { nodes { title outcomes { nodes { label quantity { value unit { name } } evidence { exact } } } } } } } } } }',
  '{ report(by: { code: "xinghe-2023" }) { title text measures(first: 100) { nodes { title evidence { exact } outcomes(first: 50) { edges { basis node { label note evidence { exact prefix suffix } parts { label } checks { nodes { verdict explanation } } } } } } } } }',
];

test('no question that one asks of the data is refused', async () => {
  for (const query of natural) {
    const { body } = await seeded.ask(query);
    assert.equal(body.errors, undefined, `${JSON.stringify(body.errors)} ${query}`);
  }
});

test('a full page of the longest way through the data is legal', async () => {
  const query =
    '{ links(first: 100) { edges { node { outcome { whole { parts { evidence { section { report { place { parent { parent { parent { name } } } } } } } } } } } } } }';
  const { body } = await seeded.ask(query);
  assert.equal(body.errors, undefined, JSON.stringify(body.errors));
});

test('the limits that the API tells are those that hold', async () => {
  const { body } = await seeded.ask('{ meta { limits { name value description } } }');
  assert.deepEqual(
    body.data.meta.limits,
    Object.entries(limits).map(([name, limit]) => ({ name, ...limit })),
  );
});
