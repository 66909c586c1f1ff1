import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startOverCorpus } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startOverCorpus(25);
});
after(() => seeded.close());

// oxlint-disable-next-line no-explicit-any -- a test says by its assertions what the shape is
type Data = any;

/** All rows of a list, page by page. */
async function allOf(list: string, filter: string, fields: string): Promise<Data[]> {
  const rows: Data[] = [];
  for (let behind = ''; ;) {
    const { page } = await seeded.dataOf(
      `{ page: ${list}(first: 100${behind}${filter}) { pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
    );
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    behind = `, after: "${page.pageInfo.endCursor}"`;
  }
}

test('coverage counts the figures of outcomes, of targets and of problems, and together all that are claimed', async () => {
  const counts = 'claimedCount outcomeFigureCount targetFigureCount problemFigureCount';
  const reports = await allOf('reports', '', `code coverage { ${counts} }`);
  const numerals = await allOf(
    'numerals',
    ', filter: { hasClaim: true, kinds: [QUANTITY] }',
    'report { code } claimedBy { __typename }',
  );
  const sums = { Outcome: 0, Target: 0, Problem: 0 };
  for (const { code, coverage } of reports) {
    const own = numerals.filter(({ report }) => report.code === code);
    const of = (type: keyof typeof sums) => {
      const count = own.filter(({ claimedBy }) => claimedBy.__typename === type).length;
      sums[type] += count;
      return count;
    };
    assert.equal(coverage.claimedCount, own.length);
    assert.equal(coverage.outcomeFigureCount, of('Outcome'));
    assert.equal(coverage.targetFigureCount, of('Target'));
    assert.equal(coverage.problemFigureCount, of('Problem'));
  }
  assert.ok(sums.Outcome > 100 && sums.Target > 10 && sums.Problem > 1, JSON.stringify(sums));
});

test('of what synthetic reports promise, the next one keeps some, breaks some and forgets some', async () => {
  const targets = await allOf(
    'targets',
    ', filter: { hasIndicator: true }',
    'year quantity { low high } indicator { code } report { place { code } }',
  );
  const outcomes = await allOf(
    'outcomes',
    ', filter: { hasIndicator: true }',
    'year quantity { value } indicator { code } report { place { code } }',
  );
  const keyOf = ({ year, indicator, report }: Data) =>
    `${report.place.code} ${year} ${indicator.code}`;
  const told = new Map(outcomes.map((outcome) => [keyOf(outcome), outcome]));
  const held = new Set(outcomes.map(({ year, report }) => `${report.place.code} ${year}`));
  const came = { kept: 0, broken: 0, forgotten: 0 };
  for (const target of targets) {
    if (!held.has(`${target.report.place.code} ${target.year}`)) continue;
    const value = told.get(keyOf(target))?.quantity?.value;
    const { low, high } = target.quantity;
    if (value === undefined) came.forgotten += 1;
    else if ((low === null || value >= low) && (high === null || value <= high)) came.kept += 1;
    else came.broken += 1;
  }
  assert.ok(came.kept > 5 && came.broken > 5 && came.forgotten > 2, JSON.stringify(came));
});

test('problems are told with and without answers, and planned measures with and without targets', async () => {
  const count = async (list: string, filter: string) =>
    (await seeded.dataOf(`{ page: ${list}(filter: { ${filter} }) { totalCount } }`)).page
      .totalCount;
  for (const holds of [true, false]) {
    assert.ok((await count('problems', `hasAnswer: ${holds}`)) > 3);
    assert.ok((await count('problems', `hasCause: ${holds}`)) > 3);
    assert.ok((await count('measures', `stages: [PLANNED], hasTargets: ${holds}`)) > 3);
    assert.ok((await count('targets', `hasMeasure: ${holds}`)) > 1);
    assert.ok((await count('targets', `hasOwner: ${holds}`)) > 3);
    assert.ok((await count('targets', `hasDeliverable: ${holds}`)) > 3);
  }
  assert.equal(await count('measures', 'stages: [PLANNED], hasOutcomes: true'), 0);
  assert.equal(await count('measures', 'stages: [CARRIED_OUT], hasTargets: true'), 0);
  assert.ok((await count('targets', 'isRevision: true')) > 0);
});
