import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { importSeed } from '../../src/importer/import.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

const label = (zh: string) => ({ zh });

/** A made-up report that writes its figures as the genre does, claimed without a waiver. */
const text =
  '2023年推进依法行政。败诉率7.3%，同比下降4.2个百分点。新增调解组织4个，累计达23个。办理时限由3个工作日压缩至1个工作日以内。按期办结率由91.5%提高到98.7%。' +
  '满意率、回访率均为100%。考核成绩居全市第2位，上升3位。投入比例为6:4，三分之二的街道有代表。下一步，力争败诉率降至5%，下降2.3个百分点。积压案件12件，较上年增加2件。受理申请310件，同比增长20%。\n';

const outcomes = [
  { code: 'lost', quote: '败诉率7.3%，同比下降4.2个百分点', value: 7.3, change: -4.2, unit: '%' },
  { code: 'bodies', quote: '新增调解组织4个，累计达23个', value: 23, change: 4, unit: '个' },
  {
    code: 'time',
    quote: '办理时限由3个工作日压缩至1个工作日以内',
    value: 1,
    baseline: 3,
    unit: '{workday}',
  },
  {
    code: 'in-time',
    quote: '按期办结率由91.5%提高到98.7%',
    value: 98.7,
    baseline: 91.5,
    unit: '%',
  },
  {
    code: 'pleased',
    label: label('满意率'),
    quote: '满意率、回访率均为100%',
    value: 100,
    unit: '%',
  },
  {
    code: 'called',
    label: label('回访率'),
    quote: '满意率、回访率均为100%',
    value: 100,
    unit: '%',
  },
  { code: 'place', quote: '考核成绩居全市第2位，上升3位', rank: 2, change: -3 },
  { code: 'ratio', quote: '投入比例为6:4', value: 1.5, unit: '1' },
  { code: 'most', quote: '三分之二的街道', value: 0.667, unit: '1' },
  {
    code: 'received',
    quote: '受理申请310件，同比增长20%',
    value: 310,
    changePercent: 20,
    unit: '件',
  },
].map((outcome) => ({ label: label(outcome.code), ...outcome }));

const facts = {
  report: { title: label('乙县报告'), period: { text: '2023年', edtf: '2023' } },
  sections: [
    {
      code: 'all',
      title: label('全文'),
      starts: '2023年推进依法行政',
      measures: [{ code: 'work', title: label('工作'), outcomes }],
      targets: [
        {
          code: 'fewer',
          label: label('败诉率'),
          quote: '败诉率降至5%，下降2.3个百分点',
          value: 5,
          change: -2.3,
          unit: '%',
        },
      ],
      problems: [
        {
          code: 'slow',
          title: label('积压'),
          quote: '积压案件12件，较上年增加2件',
          figures: [{ label: label('积压案件'), value: 12, change: 2, unit: '件' }],
        },
      ],
    },
  ],
};

let corpus: Corpus;
let server: Seeded;

before(async () => {
  corpus = makeCorpus(1);
  writeReport(join(corpus.seed, 'reports', 'zz-2023'), { text, facts, files: {} });
  await importSeed(corpus);
  server = startOver(corpus.data);
});

after(() => {
  server.close();
  corpus.remove();
});

const figure =
  'quantity { value } baseline { value text isDerived qualifier low high } change { absolute percent percentLow percentHigh isImprovement isRelative text low high }';

/** What the API tells of a fact of the report, by its code. */
async function told(type: 'outcome' | 'target', code: string) {
  const { body } = await server.ask(
    `{ ${type}(by: { code: "zz-2023/${code}" }) { valueType ${figure} } }`,
  );
  return body.data[type];
}

test('a level told with its change has both, and a baseline that is worked out and says so', async () => {
  const lost = await told('outcome', 'lost');
  assert.equal(lost.quantity.value, 7.3);
  assert.deepEqual(
    { ...lost.change, low: null, high: null },
    {
      absolute: -4.2,
      percent: null,
      percentLow: null,
      percentHigh: null,
      isImprovement: null,
      isRelative: false,
      text: '4.2个百分点',
      low: null,
      high: null,
    },
  );
  assert.deepEqual(lost.baseline, {
    value: 11.5,
    text: null,
    isDerived: true,
    qualifier: 'EXACT',
    low: 11.4,
    high: 11.6,
  });
  const bodies = await told('outcome', 'bodies');
  assert.deepEqual([bodies.quantity.value, bodies.baseline.value], [23, 19]);
  assert.deepEqual([bodies.change.absolute, bodies.change.percent], [4, 21.05]);
});

test('a level told with its change in per cent has a baseline between bounds, and says that the change is relative', async () => {
  const { quantity, baseline, change } = await told('outcome', 'received');
  assert.equal(quantity.value, 310);
  assert.deepEqual(
    { ...baseline, low: Number(baseline.low.toFixed(2)), high: Number(baseline.high.toFixed(2)) },
    { value: 258, text: null, isDerived: true, qualifier: 'ABOUT', low: 257.26, high: 259.41 },
  );
  const { low, high, ...rest } = change;
  assert.deepEqual(rest, {
    absolute: 52,
    percent: 20,
    percentLow: 19.5,
    percentHigh: 20.5,
    isImprovement: null,
    isRelative: true,
    text: '20%',
  });
  assert.ok(low < 51.6 && low > 50.5 && high > 51.7 && high < 52.8);
});

test('targets and problems tell a level with its change as outcomes do', async () => {
  const fewer = await told('target', 'fewer');
  assert.deepEqual([fewer.baseline.value, fewer.baseline.isDerived], [7.3, true]);
  const { body } = await server.ask(
    `{ problem(by: { code: "zz-2023/slow" }) { figures { ${figure} } } }`,
  );
  const [slow] = body.data.problem.figures;
  assert.deepEqual([slow.baseline.value, slow.change.percent], [10, 20]);
});

test('a rate moves by points, and a percentage that is not exact is told by its bounds alone', async () => {
  const rate = await told('outcome', 'in-time');
  assert.deepEqual([rate.change.absolute, rate.change.percent], [7.2, null]);
  assert.equal(rate.baseline.isDerived, false);
  const { change } = await told('outcome', 'time');
  assert.equal(change.percent, null);
  assert.equal(change.percentLow, -100);
  assert.ok(Math.abs(change.percentHigh - -200 / 3) < 1e-6, String(change.percentHigh));
});

test('a numeral that several facts share names them all, and coverage counts it once', async () => {
  const { body } = await server.ask(`{
    report(by: { code: "zz-2023" }) { coverage { quantityCount claimedCount waivedCount } }
    outcome(by: { code: "zz-2023/called" }) { numerals { totalCount nodes {
      text claimedBy { ... on Outcome { code } } claims { ordinal claimedBy { ... on Outcome { code } } }
    } } }
    numerals(filter: { outcome: { codes: ["zz-2023/called"] } }) { totalCount }
  }`);
  assert.deepEqual(body.data.outcome.numerals, {
    totalCount: 1,
    nodes: [
      {
        text: '100%',
        claimedBy: { code: 'zz-2023/pleased' },
        claims: [
          { ordinal: 1, claimedBy: { code: 'zz-2023/pleased' } },
          { ordinal: 2, claimedBy: { code: 'zz-2023/called' } },
        ],
      },
    ],
  });
  assert.equal(body.data.numerals.totalCount, 1);
  const { quantityCount, claimedCount, waivedCount } = body.data.report.coverage;
  assert.equal(waivedCount, 0);
  assert.equal(claimedCount, quantityCount);
});

test('a rank is a value of its own kind, better the lower it is, and never added', async () => {
  const place = await told('outcome', 'place');
  assert.equal(place.valueType, 'RANK');
  assert.deepEqual([place.quantity.value, place.baseline.value], [2, 5]);
  assert.deepEqual(
    [place.change.absolute, place.change.percent, place.change.isImprovement],
    [-3, null, true],
  );
  const { body } = await server.ask(`{
    outcomes(filter: { valueTypes: [RANK], reports: ["zz-2023"] }) { nodes { code numerals { nodes { kind text } } } }
    outcomeGroups(groupBy: [UNIT], filter: { valueTypes: [RANK] }) { nodes { figureCount sum withheld } }
  }`);
  assert.deepEqual(body.data.outcomes.nodes, [
    {
      code: 'zz-2023/place',
      numerals: {
        nodes: [
          { kind: 'ORDINAL', text: '第2位' },
          { kind: 'QUANTITY', text: '3位' },
        ],
      },
    },
  ]);
  const [group] = body.data.outcomeGroups.nodes;
  assert.ok(group.figureCount > 1, 'synthetic reports have ranks');
  assert.equal(group.sum, null);
  assert.ok(group.withheld.includes('NOT_ADDITIVE'));
});

test('ratios and fractions are numbers of no unit', async () => {
  assert.equal((await told('outcome', 'ratio')).quantity.value, 1.5);
  assert.ok(Math.abs((await told('outcome', 'most')).quantity.value - 2 / 3) < 1e-9);
});
