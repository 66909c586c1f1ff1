import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startOver, startOverCorpus, startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

type Outcome = {
  code: string;
  level: string;
  valueType: string;
  quantity: { value: number; unit: { code: string } } | null;
  baseline: { value: number } | null;
  change: { percent: number | null; isImprovement: boolean | null } | null;
  indicator: { code: string } | null;
  period: { text: string; start: string | null; end: string | null } | null;
  checks: { totalCount: number };
  whole: { code: string } | null;
  parts: { code: string }[];
  section: { code: string };
  measures: { nodes: { code: string; section: { code: string } }[] };
};

let seeded: Seeded;
let executed: Seeded;
let all: Outcome[];

before(async () => {
  seeded = await startSeeded();
  executed = startOver(seeded.data, { compiler: false });
  const pages = [];
  for (let cursor: string | null = null, more = true; more;) {
    const { body } = await seeded.ask(
      `query ($after: String) { outcomes(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          code level valueType quantity { value unit { code } } baseline { value }
          change { percent isImprovement } indicator { code } period { text start end }
          checks { totalCount }
          whole { code } parts { code } section { code }
          measures { nodes { code section { code } } }
        } } }`,
      { after: cursor },
    );
    pages.push(...body.data.outcomes.nodes);
    ({ endCursor: cursor, hasNextPage: more } = body.data.outcomes.pageInfo);
  }
  all = pages;
});
after(() => {
  executed.close();
  seeded.close();
});

const is = <Value>(value: Value, ...list: Value[]) => list.includes(value);

const filters: [string, (outcome: Outcome) => boolean][] = [
  ['{}', () => true],
  ['{ levels: [OUTCOME] }', ({ level }) => level === 'OUTCOME'],
  ['{ levels: [OUTPUT, SCOPE] }', ({ level }) => is(level, 'OUTPUT', 'SCOPE')],
  ['{ levels: [] }', () => false],
  ['{ levels: null }', () => true],
  ['{ valueTypes: [STATEMENT] }', ({ quantity, change }) => quantity === null && change === null],
  ['{ valueTypes: [CHANGE] }', ({ quantity, change }) => quantity === null && change !== null],
  ['{ units: ["{workday}"] }', ({ quantity }) => quantity?.unit.code === '{workday}'],
  ['{ units: ["{workday}", "%"] }', ({ quantity }) => is(quantity?.unit.code, '{workday}', '%')],
  ['{ value: { from: 100 } }', ({ quantity }) => quantity !== null && quantity.value >= 100],
  ['{ value: { to: 5 } }', ({ quantity }) => quantity !== null && quantity.value <= 5],
  [
    '{ value: { from: 5, to: 10 } }',
    ({ quantity }) => quantity !== null && quantity.value >= 5 && quantity.value <= 10,
  ],
  ['{ value: {} }', ({ quantity }) => quantity !== null],
  ['{ value: { from: null, to: null } }', ({ quantity }) => quantity !== null],
  ['{ baseline: {} }', ({ baseline }) => baseline !== null],
  ['{ change: {} }', ({ change }) => change?.percent != null],
  ['{ period: {} }', ({ period }) => period?.start != null || period?.end != null],
  ['{ whole: {} }', ({ whole }) => whole !== null],
  ['{ measures: {} }', ({ measures }) => measures.nodes.length > 0],
  ['{ checks: {} }', ({ checks }) => checks.totalCount > 0],
  ['{ change: { to: -60 } }', ({ change }) => change?.percent != null && change.percent <= -60],
  ['{ hasFigure: true }', ({ valueType }) => valueType !== 'STATEMENT'],
  ['{ hasFigure: false }', ({ valueType }) => valueType === 'STATEMENT'],
  ['{ hasChange: true }', ({ change }) => change !== null],
  ['{ hasChange: false }', ({ change }) => change === null],
  ['{ hasBaseline: true }', ({ baseline }) => baseline !== null],
  ['{ hasParts: true }', ({ parts }) => parts.length > 0],
  ['{ hasParts: false }', ({ parts }) => parts.length === 0],
  ['{ hasWhole: true }', ({ whole }) => whole !== null],
  ['{ hasPeriod: false }', ({ period }) => period === null],
  ['{ isImprovement: true }', ({ change }) => change?.isImprovement === true],
  [
    '{ sections: ["xinghe-2023/law-enforcement"] }',
    ({ section }) => section.code === 'xinghe-2023/law-enforcement',
  ],
  ['{ reports: ["xinghe-2023"] }', () => true],
  ['{ reports: ["nowhere"] }', () => false],
  ['{ places: ["150924"] }', () => true],
  [
    '{ measures: { codes: ["xinghe-2023/streamline-approvals"] } }',
    ({ measures }) =>
      measures.nodes.some(({ code }) => code === 'xinghe-2023/streamline-approvals'),
  ],
  [
    '{ measures: { sections: ["xinghe-2023/leadership"] }, hasFigure: true }',
    ({ measures, quantity }) =>
      quantity !== null &&
      measures.nodes.some(({ section }) => section.code === 'xinghe-2023/leadership'),
  ],
  [
    '{ measures: { outcomes: { units: ["%"] } }, units: ["%"] }',
    ({ quantity }) => quantity?.unit.code === '%',
  ],
  [
    '{ hasBaseline: true, change: { from: -60 }, units: ["{workday}"] }',
    ({ baseline, change }) => baseline !== null && change?.percent === -50,
  ],
];

for (const [filter, passes] of filters) {
  test(`outcomes ${filter} are those that a plain scan finds`, async () => {
    const query = `{ outcomes(first: 100, filter: ${filter}) { totalCount nodes { code } } }`;
    const { body } = await seeded.ask(query);
    assert.deepEqual((await executed.ask(query)).body, body, 'the executor says the same');
    assert.equal(body.errors, undefined, JSON.stringify(body.errors));
    const expected = all.filter(passes).map(({ code }) => code);
    assert.equal(body.data.outcomes.totalCount, expected.length);
    assert.deepEqual(
      body.data.outcomes.nodes.map(({ code }: Outcome) => code),
      expected.slice(0, 100),
    );
  });
}

test('a range whose ends are in the wrong order is refused, wherever it stands, and one of a single value is not', async () => {
  for (const over of [seeded, executed]) {
    for (const [filter, ...told] of [
      ['value: { from: 10, to: 1 }', 'filter.value goes from 10 to 1'],
      [
        'period: { from: "2023-12-31", to: "2023-01-01" }',
        'filter.period goes from 2023-12-31 to 2023-01-01',
      ],
      [
        'measures: { outcomes: { value: { from: 0.5, to: -2 } } } change: { from: 3, to: 2 }',
        'filter.change goes from 3 to 2',
        'filter.measures.outcomes.value goes from 0.5 to -2',
      ],
    ] as const) {
      const { errors, data } = (
        await over.ask(`{ outcomes(filter: { ${filter} }) { totalCount } }`)
      ).body;
      assert.equal(data?.outcomes ?? null, null);
      assert.equal(errors[0].extensions.code, 'BAD_USER_INPUT', filter);
      const sentences = told.map(
        (each) => `${each}, between which nothing lies. Give the lower end as from.`,
      );
      assert.equal(errors[0].message, sentences.join(' '));
    }
    const query =
      'query ($from: Float, $to: Float) { outcomes(filter: { value: { from: $from, to: $to } }) { totalCount } }';
    const given = (from: number | null, to: number | null) => over.ask(query, { from, to });
    assert.equal((await given(30, 5)).body.errors[0].extensions.code, 'BAD_USER_INPUT');
    for (const [from, to] of [
      [5, 5],
      [5, null],
      [null, 5],
    ] as const)
      assert.ok((await given(from, to)).body.data.outcomes.totalCount > 0);
  }
});

test('measures are found by the other end of their links', async () => {
  const { body } = await seeded.ask(`{
    with: measures(first: 100, filter: { hasFigures: true }) { totalCount nodes { outcomes(filter: { hasFigure: true }) { totalCount } } }
    without: measures(first: 100, filter: { hasFigures: false }) { totalCount nodes { outcomes(filter: { hasFigure: true }) { totalCount } } }
    all: measures { totalCount }
  }`);
  const counts = (side: { nodes: { outcomes: { totalCount: number } }[] }) =>
    side.nodes.map(({ outcomes }) => outcomes.totalCount);
  assert.ok(counts(body.data.with).every((count) => count > 0));
  assert.ok(counts(body.data.without).every((count) => count === 0));
  assert.equal(body.data.with.totalCount + body.data.without.totalCount, body.data.all.totalCount);
});

test('what a person types is a value, never a part of a statement', async () => {
  for (const text of [`' or 1=1 --`, `"];drop table outcomes`, '%', '\u0000', '👩‍⚖️', `x'y"z\\`]) {
    const { body } = await seeded.ask(
      'query ($codes: [String!]) { outcomes(filter: { codes: $codes }) { totalCount } }',
      { codes: [text] },
    );
    assert.deepEqual(body.data, { outcomes: { totalCount: 0 } });
    const two = await seeded.ask(
      'query ($codes: [String!]) { outcomes(filter: { codes: $codes }) { totalCount } }',
      { codes: [text, all[0]!.code] },
    );
    assert.deepEqual(two.body.data, { outcomes: { totalCount: 1 } });
    assert.equal(two.body.errors, undefined);
  }
});

test('a publisher that the curator names counts, and of an indicator a change alone tells as well', async (t) => {
  const corpus = await startOverCorpus(4);
  t.after(() => corpus.close());
  const { body } = await corpus.ask(`{
    known: reports(filter: { hasPublisher: true }) { nodes { publisherBasis publisherEvidence { exact } } }
    unknown: reports(filter: { hasPublisher: false }) { totalCount }
    outcomes(filter: { hasChange: true, hasIndicator: true }, first: 100) {
      nodes { code quantity { value } indicator { code } report { code } }
    }
  }`);
  const { known, unknown, outcomes } = body.data;
  assert.deepEqual([known.nodes.length, unknown.totalCount], [4, 0]);
  for (const report of known.nodes) {
    assert.deepEqual(report, { publisherBasis: 'CURATED', publisherEvidence: null });
  }
  const alone = (outcomes.nodes as Outcome[]).filter(({ quantity }) => !quantity);
  assert.ok(alone.length > 0);
  for (const { indicator, ...outcome } of alone) {
    const { code } = (outcome as unknown as { report: { code: string } }).report;
    const filter = (name: string) =>
      `filter: { codes: ["${code}"], ${name}: ["${indicator!.code}"] }`;
    const { body: of } = await corpus.ask(
      `{ told: reports(${filter('indicators')}) { totalCount } silent: reports(${filter('silentOn')}) { totalCount } }`,
    );
    assert.deepEqual(of.data, { told: { totalCount: 1 }, silent: { totalCount: 0 } });
  }
});

test('punctuation counts to the letter, in any width and with any quotation marks', async () => {
  const countOf = async (text: string) => {
    const query = 'query ($text: String) { measures(filter: { text: $text }) { totalCount } }';
    return (await seeded.ask(query, { text })).body.data.measures.totalCount as number;
  };
  assert.ok((await countOf('依法决策、依法行政')) > 0);
  assert.ok((await countOf('依法决策 依法行政')) > 0);
  for (const other of ['依法决策依法行政', '依法决策,依法行政', '推进互联网']) {
    assert.equal(await countOf(other), 0, other);
  }
  assert.ok((await countOf('推进“互联网+政务服务”')) > 0);
  assert.equal(await countOf('推进"互联网＋政务服务"'), await countOf('推进“互联网+政务服务”'));
});

test('rows that are equal in an order stand by their codes, in its direction', async () => {
  for (const [direction, sign] of [
    ['ASC', 1],
    ['DESC', -1],
  ] as const) {
    const query = `{ outcomes(first: 100, orderBy: { field: YEAR, direction: ${direction} }) { nodes { code } } }`;
    const { body } = await executed.ask(query);
    const codes = body.data.outcomes.nodes.map(({ code }: { code: string }) => code) as string[];
    assert.deepEqual(
      codes,
      codes.toSorted((a, b) => sign * (a < b ? -1 : 1)),
      direction,
    );
    assert.ok(codes.length > 50);
    assert.deepEqual((await seeded.ask(query)).body.data, body.data);
  }
});
