import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { corpusRows } from '../support/corpus-rows.ts';
import { worldOf } from '../support/oracle.ts';
import { startOverRows } from '../support/published.ts';
import type { Seeded } from '../support/random/seeded.ts';

const rows = corpusRows(42, 7);
const world = worldOf(rows);
let seeded: Seeded;
before(() => {
  seeded = startOverRows(rows);
});
after(() => seeded.close());

// oxlint-disable-next-line no-explicit-any -- a test says by its assertions what the shape is
type Data = any;

test('the answers to problems are told alike from either end, with what they rest on', async () => {
  const facts = 'basis note evidence { exact } node { code }';
  const { problems, measures } = await seeded.dataOf(`{
    problems(first: 100) { nodes { code answeredBy { edges { ${facts} } } } }
    measures(first: 100, filter: { stages: [PLANNED] }) { nodes { code answers { edges { ${facts} } } } }
  }`);
  const pairs = (nodes: Data[], name: string): string[] =>
    nodes.flatMap((node) =>
      node[name].edges.map((edge: Data) =>
        [
          ...([node.code, edge.node.code] as string[]).toSorted(),
          edge.basis,
          edge.note,
          edge.evidence?.exact,
        ].join(),
      ),
    );
  const there = pairs(problems.nodes, 'answeredBy');
  assert.equal(there.length, rows.answers.length);
  assert.ok(there.length > 5);
  assert.deepEqual(pairs(measures.nodes, 'answers').toSorted(), there.toSorted());
});

test('what carries on an earlier measure leads to it, and back; also where its report is not held', async () => {
  const { measures } = await seeded.dataOf(`{ measures(first: 100) { nodes {
    code continues { code basis measure { code } } continuedBy(first: 100) { edges { basis node { code } } }
  } } }`);
  const codes = new Map(rows.measures.map(({ id, code }) => [id, code]));
  const told = measures.nodes.flatMap(({ code, continues }: Data) =>
    continues ? [`${code} ${continues.basis} ${continues.code}`] : [],
  );
  const wanted = rows.continuations.map(
    ({ measureId, basis, earlierCode }) => `${codes.get(measureId)} ${basis} ${earlierCode}`,
  );
  assert.ok(wanted.length > 5);
  assert.deepEqual(told.toSorted(), wanted.toSorted());
  const back = measures.nodes.flatMap(({ code, continuedBy }: Data) =>
    continuedBy.edges.map(({ basis, node }: Data) => `${node.code} ${basis} ${code}`),
  );
  const held = wanted.filter((line) => !line.endsWith('r9999/m1'));
  assert.ok(held.length < wanted.length);
  assert.deepEqual(back.toSorted(), held.toSorted());
  for (const { continues } of measures.nodes) {
    if (continues) assert.equal(continues.measure?.code ?? 'r9999/m1', continues.code);
  }
});

test('a target that was revised leads to what took its place, and stays as it was', async () => {
  const { targets } = await seeded.dataOf(`{ targets(first: 100) { nodes {
    code revisesCode revises { code } revisedBy { nodes { code } }
  } } }`);
  const back = targets.nodes.flatMap(({ code, revisedBy }: Data) =>
    revisedBy.nodes.map((node: Data) => `${node.code} ${code}`),
  );
  const held = rows.targets.filter(
    (row) => row.revisesCode != null && row.revisesCode !== 'r9999/t1',
  );
  assert.ok(held.length > 2);
  assert.deepEqual(
    back.toSorted(),
    held.map(({ code, revisesCode }) => `${code} ${revisesCode}`).toSorted(),
  );
  for (const { revisesCode, revises } of targets.nodes) {
    assert.equal(revises?.code ?? null, revisesCode === 'r9999/t1' ? null : revisesCode);
  }
});

test('a figure is told to belong to the one fact that claims it, of whichever kind', async () => {
  const { page } =
    await seeded.dataOf(`{ page: numerals(first: 100, filter: { hasClaim: true }) { nodes {
    id claimedBy { __typename ... on Node { id } ... on Outcome { label level } ... on Target { label dueOn } ... on Problem { title } }
  } } }`);
  const claims = new Map(rows.numerals.map((row) => [`Numeral:${row.code}`, row]));
  const kinds = new Set<string>();
  for (const { id, claimedBy } of page.nodes) {
    const row = claims.get(id);
    const fact =
      world.outcome(row?.outcomeId) ?? world.target(row?.targetId) ?? world.problem(row?.problemId);
    assert.equal(claimedBy.id, `${claimedBy.__typename}:${fact?.code}`);
    assert.equal(claimedBy.__typename.toUpperCase(), row?.claim);
    kinds.add(claimedBy.__typename);
  }
  assert.equal(kinds.size, 3);
});
