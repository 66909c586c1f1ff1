import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerExamples } from '../support/answered-examples.ts';
import type { AnsweredExamples } from '../support/answered-examples.ts';
import type { Answer } from '../support/random/seeded.ts';

type Data = Answer['body'];

let examples: AnsweredExamples;
before(async () => {
  examples = await answerExamples(60, 2);
});
after(() => {
  examples.close();
});

/** All rows of a list, asked page by page in a query of its own. */
async function allOf(list: string, fields: string): Promise<Data[]> {
  const rows: Data[] = [];
  for (let cursor: string | null = null; ;) {
    // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
    const data = await examples.seeded.dataOf(
      `query ($after: String) { list: ${list}(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
      { after: cursor },
    );
    rows.push(...data.list.nodes);
    if (!data.list.pageInfo.hasNextPage) return rows;
    cursor = data.list.pageInfo.endCursor;
  }
}

const countBy = (rows: readonly Data[], of: (row: Data) => string) =>
  Object.fromEntries([...Map.groupBy(rows, of)].map(([key, some]) => [key, some.length]));

const countsOf = (facets: readonly { value: string; count: number }[]) =>
  Object.fromEntries(facets.map(({ value, count }) => [value, count]));

test('problems without an answer are those against which no planned measure is set', async () => {
  const problems = await allOf('problems', 'title year answeredBy { totalCount }');
  const open = problems.filter(({ answeredBy }) => answeredBy.totalCount === 0);
  const answer = await examples.answerOf('ProblemsWithoutAnAnswer');
  assert.equal(answer.problems.totalCount, open.length);
  assert.ok(open.length > 10 && open.length < problems.length);
  assert.deepEqual(
    countsOf(answer.problems.facets.years),
    countBy(open, ({ year }) => String(year)),
  );
  assert.ok(answer.problems.nodes.some(({ cause }: Data) => cause !== null));
  assert.ok(answer.problems.nodes.some(({ figures }: Data) => figures.length > 0));
  const [first] = answer.problems.nodes;
  assert.ok(open.some(({ title, year }) => title === first.title && year === first.report.year));
});

test('a problem leads over its measure to what the next report tells of it', async () => {
  const { problems } = await examples.answerOf('ProblemToOutcome');
  let chains = 0;
  for (const problem of problems.nodes) {
    assert.ok(problem.answeredBy.edges.length > 0);
    for (const { node: planned } of problem.answeredBy.edges) {
      for (const { node: later } of planned.continuedBy.edges) {
        assert.ok(later.report.year > problem.report.year);
        if (later.stage === 'PLANNED') assert.deepEqual(later.outcomes.edges, []);
        else chains += later.outcomes.edges.length;
        for (const { node: outcome } of later.outcomes.edges) {
          const told = outcome.statement ?? outcome.quantity?.text ?? outcome.change.text;
          assert.ok(outcome.evidence.exact.includes(told), told);
        }
      }
    }
  }
  assert.ok(chains > 20, `${chains} outcomes are reached`);
});

test('reports that lack a part are those that owe it, and each lacks one', async () => {
  const { reports } = await examples.answerOf('ReportsThatLackAPart');
  const all = await allOf('reports', 'code kind coverage { requiredParts { isPresent } }');
  const lacking = all.filter(
    ({ kind, coverage }) =>
      kind === 'STATUTORY_ANNUAL' && coverage.requiredParts.some((each: Data) => !each.isPresent),
  );
  assert.ok(lacking.length > 5 && lacking.length < all.length);
  assert.deepEqual(
    new Set(reports.nodes.map(({ code }: Data) => code)),
    new Set(lacking.map(({ code }) => code)),
  );
  for (const { coverage } of reports.nodes) {
    assert.equal(coverage.requiredParts.length, 5);
    for (const { isPresent, evidence } of coverage.requiredParts) {
      assert.equal(evidence !== null, isPresent);
    }
  }
});

test('an indicator goes over the years of a region with what was promised of it', async () => {
  const indicator = 'executive-meeting-law-study';
  const [province = ''] = (await allOf('places', 'code level'))
    .filter(({ code, level }) => level === 'PROVINCE' && /^9[1-9]/.test(code))
    .map(({ code }) => code);
  const answer = await examples.answerOf('OneIndicatorOverYears', {
    indicator: [indicator],
    places: [province],
  });
  const { promised, told } = answer;
  assert.ok(told.totalCount > 2 && promised.totalCount > 2);
  assert.ok(told.nodes.every(({ quantity }: Data) => quantity.unit.code === '{session}'));
  assert.ok(
    told.nodes.every(({ report }: Data) => report.code.startsWith(`syn-${province.slice(0, 2)}`)),
  );
  const years = told.nodes.map(({ year }: Data) => year);
  assert.deepEqual(years, years.toSorted());
  const met = told.nodes.flatMap((outcome: Data) =>
    outcome.targets.nodes.map(({ verdict }: Data) => verdict),
  );
  const withOutcome = promised.nodes.filter(({ outcome }: Data) => outcome !== null);
  assert.ok(met.length > 0);
  assert.deepEqual(met.toSorted(), withOutcome.map(({ verdict }: Data) => verdict).toSorted());
  const none = await examples.answerOf('OneIndicatorOverYears', { indicator: ['no-such-one'] });
  assert.deepEqual([none.told.totalCount, none.promised.totalCount], [0, 0]);
});

test('a measure that is carried on is followed back over three reports', async () => {
  const { measures } = await examples.answerOf('MeasuresCarriedOn');
  const all = await allOf('measures', 'code stage report { year } continues { code }');
  const carried = all.filter(({ continues }) => continues !== null);
  assert.equal(measures.totalCount, carried.length);
  assert.deepEqual(
    countsOf(measures.facets.stages),
    countBy(carried, ({ stage }) => stage),
  );
  for (const { report, continues } of measures.nodes) {
    assert.equal(continues.measure.report.year, report.year - 1);
    assert.equal(continues.measure.stage, 'PLANNED');
    const earlier = continues.measure.continues;
    if (earlier) assert.equal(earlier.measure.report.year, report.year - 2);
  }
  assert.ok(measures.nodes.some(({ continues }: Data) => continues.measure.continues !== null));
});
