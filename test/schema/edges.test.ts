import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sameDataOf, startOver, startSeeded } from '../support/random/seeded.ts';
import type { Answer, Seeded } from '../support/random/seeded.ts';

let compiled: Seeded;
let executed: Seeded;
before(async () => {
  compiled = await startSeeded();
  executed = startOver(compiled.data, { compiler: false });
});
after(() => {
  executed.close();
  compiled.close();
});

type Data = Answer['body'];

const dataOf = (query: string): Promise<Data> => sameDataOf({ compiled, executed }, query);

/** A relation with a fact on it, told from its two ends: `from fact to`, in the order of the alphabet. */
const ends: [name: string, query: string, back: string][] = [
  [
    'documents of measures',
    '{ a: measures(first: 100) { nodes { code b: documents { edges { fact: relation node { code } } } } } }',
    '{ a: documents(first: 100) { nodes { code b: measures { edges { fact: relation node { code } } } } } }',
  ],
  [
    'organizations of measures',
    '{ a: measures(first: 100) { nodes { code b: organizations { edges { fact: role node { code } } } } } }',
    '{ a: organizations(first: 100) { nodes { code b: measures { edges { fact: role node { code } } } } } }',
  ],
  [
    'organizations that reports name',
    '{ a: reports { nodes { code b: organizations(first: 100) { edges { evidence { fact: exact } node { code } } } } } }',
    '{ a: organizations(first: 100) { nodes { code b: reports { edges { evidence { fact: exact } node { code } } } } } }',
  ],
  [
    'framework items of measures',
    '{ a: measures(first: 100) { nodes { code b: frameworkItems { edges { node { code } } } } } }',
    '{ a: frameworkItems { nodes { code b: measures(first: 100) { edges { node { code } } } } } }',
  ],
];

const pairs = ({ a }: Data): [string, string, string][] =>
  a.nodes.flatMap(({ code, b }: Data) =>
    b.edges.map((edge: Data) => [code, edge.fact ?? edge.evidence?.fact ?? '', edge.node.code]),
  );

for (const [name, query, back] of ends) {
  test(`${name} are told alike from either end, with what is true of the relation`, async () => {
    const there = pairs(await dataOf(query)).map((pair) => pair.join(' | '));
    const here = pairs(await dataOf(back)).map((pair) => pair.toReversed().join(' | '));
    assert.ok(there.length > 5);
    assert.deepEqual(there.toSorted(), here.toSorted());
  });
}

test('a check tells the roles that its outcomes tell on their edges', async () => {
  const { checks, outcomes } = await dataOf(`{
    checks(first: 100) { nodes { code operands { role outcome { code } } } }
    outcomes(first: 100) { nodes { code checks { edges { role node { code } } } } }
  }`);
  const there = checks.nodes.flatMap(({ code, operands }: Data) =>
    operands.map(({ role, outcome }: Data) => `${outcome.code} ${role} ${code}`),
  );
  const here = outcomes.nodes.flatMap(({ code, checks: all }: Data) =>
    all.edges.map(({ role, node }: Data) => `${code} ${role} ${node.code}`),
  );
  assert.ok(there.length > 10);
  assert.deepEqual(here.toSorted(), there.toSorted());
});

test('edges with facts of their own go page by page, forward and back, under a filter and with facets', async () => {
  const { report } = await dataOf(`{ report(by: { code: "xinghe-2023" }) {
    all: organizations(first: 100) { totalCount edges { cursor node { code } } }
  } }`);
  const { totalCount, edges } = report.all;
  assert.equal(edges.length, totalCount);
  const walked: string[] = [];
  for (let cursor: string | null = null, more = true; more;) {
    const page: Data = await dataOf(`{ report(by: { code: "xinghe-2023" }) { organizations(
      first: 3, after: ${JSON.stringify(cursor)}
    ) { nodes { code } pageInfo { hasNextPage endCursor } } } }`);
    const { nodes, pageInfo } = page.report.organizations;
    walked.push(...nodes.map(({ code }: Data) => code));
    ({ hasNextPage: more, endCursor: cursor } = pageInfo);
  }
  assert.deepEqual(
    walked,
    edges.map(({ node }: Data) => node.code),
  );
  const last = edges.at(-1);
  const { report: again } = await dataOf(`{ report(by: { code: "xinghe-2023" }) {
    tail: organizations(last: 2, before: ${JSON.stringify(last.cursor)}) { nodes { code } }
    one: organizations(filter: { codes: ["${last.node.code}"] }) { totalCount nodes { code } }
  } }`);
  assert.deepEqual(
    again.tail.nodes,
    edges.slice(-3, -1).map(({ node }: Data) => node),
  );
  assert.deepEqual(again.one, { totalCount: 1, nodes: [last.node] });
  const { documents } = await dataOf(
    '{ documents { nodes { measures { totalCount facets { sections { count } } } } } }',
  );
  for (const { measures } of documents.nodes) {
    const counted = measures.facets.sections.reduce(
      (sum: number, { count }: Data) => sum + count,
      0,
    );
    assert.equal(counted, measures.totalCount);
  }
});

test('what serves an item of a framework is counted as coverage counts it, and nothing is a dead end', async () => {
  const { frameworks, report, place } = await dataOf(`{
    frameworks { nodes { name items { nodes { code ordinal measures { totalCount } } } } }
    report(by: { code: "xinghe-2023" }) {
      coverage { frameworkItems { measureCount item { code } } unclaimed { nodes { outcome { code } kind } totalCount } }
    }
    place(by: { code: "150000" }) { children { nodes { code children { nodes { code honours { nodes { name awarder { honours { totalCount } } document { honours { totalCount } } } } } } } } }
  }`);
  const [{ items }] = frameworks.nodes;
  assert.deepEqual(
    items.nodes.map(({ ordinal }: Data) => ordinal),
    items.nodes.map((_: unknown, index: number) => index + 1),
  );
  assert.deepEqual(
    items.nodes.map(({ code, measures }: Data) => [code, measures.totalCount]),
    report.coverage.frameworkItems.map(({ item, measureCount }: Data) => [item.code, measureCount]),
  );
  assert.deepEqual(report.coverage.unclaimed, {
    nodes: [{ outcome: null, kind: 'QUANTITY' }],
    totalCount: 1,
  });
  const [{ children }] = place.children.nodes;
  const [{ code, honours }] = children.nodes;
  assert.equal(code, '150924');
  assert.equal(honours.nodes.length, 1);
});

test('an edge that is a link leads to it, by the id and the code that it is looked up by', async () => {
  const link = 'link { id code basis measure { code } outcome { code } }';
  const { measures, outcomes, links } = await dataOf(`{
    measures(first: 100) { nodes { code outcomes(first: 100) { edges { ${link} node { code } } } } }
    outcomes(first: 100) { nodes { code measures { edges { ${link} node { code } } } } }
    links(first: 100) { nodes { id code basis measure { code } outcome { code } } }
  }`);
  const fromMeasures = measures.nodes.flatMap(({ code, outcomes: { edges } }: Data) =>
    edges.map((edge: Data) => {
      assert.deepEqual([edge.link.measure.code, edge.link.outcome.code], [code, edge.node.code]);
      return edge.link;
    }),
  );
  const fromOutcomes = outcomes.nodes.flatMap(({ code, measures: { edges } }: Data) =>
    edges.map((edge: Data) => {
      assert.deepEqual([edge.link.outcome.code, edge.link.measure.code], [code, edge.node.code]);
      return edge.link;
    }),
  );
  const byCode = (all: Data[]) => all.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  assert.ok(links.nodes.length > 10);
  assert.deepEqual(byCode(fromMeasures), byCode(links.nodes));
  assert.deepEqual(byCode(fromOutcomes), byCode(links.nodes));
});
