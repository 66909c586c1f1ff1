import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { namesOf } from '../../src/vocabulary.ts';
import { followUpStatuses, targetVerdicts } from '../../src/vocabulary/plans.ts';
import { startWorked } from './started-worked.ts';
import { textOf } from './worked-seed.ts';

let worked: Awaited<ReturnType<typeof startWorked>>;
before(async () => {
  worked = await startWorked();
});
after(() => worked.close());

// oxlint-disable-next-line no-explicit-any -- a test says by its assertions what the shape is
type Data = any;

const [first, second] = ['made-up-zixu-2023', 'made-up-zixu-2024'] as const;

/** What came of each target of the first report: verdict, reason, and the words of both reports. */
const cameOfFirst: Record<string, readonly [string, string | null, string, string | null]> = {
  'study-sessions': ['REACHED', null, '县政府常务会议学法不少于6次', '县政府常务会议学法7次'],
  'governance-meetings': [
    'REACHED',
    null,
    '召开法治政府建设推进会不少于2次',
    '召开法治政府建设推进会3次',
  ],
  'approval-time': [
    'REACHED',
    null,
    '政府投资类项目审批时限由45个工作日压缩至30个工作日以内',
    '政府投资类项目审批时限由45个工作日压缩至28个工作日',
  ],
  'hotline-satisfaction': [
    'PARTLY_REACHED',
    null,
    '12345热线群众满意率提高2个百分点以上',
    '群众满意率95.7％，较上年提高1.5个百分点',
  ],
  'online-items-rate': ['NOT_DUE_YET', null, '政务服务事项网上可办率达到95％以上', null],
  'delegated-items': ['NOT_COMPARABLE', 'NO_DEADLINE', '将赋权事项增加到120项', null],
  'enforcement-list': ['NOT_COMPARABLE', 'NO_FIGURE', '制定《乡镇行政执法事项清单》', null],
  'case-file-reviews': [
    'PARTLY_REACHED',
    null,
    '开展行政处罚案卷评查不少于4次',
    '开展行政处罚案卷评查3次',
  ],
  'suits-lost-rate': [
    'NOT_REACHED',
    null,
    '行政诉讼败诉率控制在6％以内',
    '败诉率11.1％，同比上升3.8个百分点',
  ],
  'legal-aid-cases': ['NOT_REPORTED', null, '办理法律援助案件不少于150件', null],
  'documents-reviewed': ['NO_REPORT_YET', null, '再清理行政规范性文件不少于10件', null],
};

const ofTarget = `code verdict verdictReason verdictExplanation shareReached
  revises { code } revisedBy { nodes { code } }
  evidence { exact start end } outcome { evidence { exact start end } report { code } }`;

async function targetsOf(report: string): Promise<Data[]> {
  const { targets } = await worked.seeded.dataOf(
    `{ targets(filter: { reports: ["${report}"] }, first: 50) { nodes { ${ofTarget} } } }`,
  );
  return targets.nodes;
}

/** Whether words stand in a report where they are said to stand. */
function assertStands({ exact, start, end }: Data, report: string): void {
  assert.equal(Array.from(textOf(report)).slice(start, end).join(''), exact);
}

test('each target of the first report comes out as the second one tells, in the words of both', async () => {
  const targets = await targetsOf(first);
  const told = targets.map(({ code, verdict, verdictReason, evidence, outcome }) => [
    code,
    [verdict, verdictReason, evidence.exact, outcome?.evidence.exact ?? null],
  ]);
  const wanted = Object.entries(cameOfFirst).map(([code, came]) => [`${first}/${code}`, [...came]]);
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(wanted));
  for (const { evidence, outcome } of targets) {
    assertStands(evidence, first);
    if (outcome) {
      assert.equal(outcome.report.code, second);
      assertStands(outcome.evidence, second);
    }
  }
});

test('each verdict shows its working: what was promised, what is told, and how much of it that is', async () => {
  const targets = await targetsOf(first);
  const of = (code: string): Data => targets.find((each) => each.code === `${first}/${code}`);
  const points = of('hotline-satisfaction');
  assert.match(points.verdictExplanation, /“2个百分点以上”.*“1\.5个百分点”.*75%.*达到一部分。$/);
  assert.equal(points.shareReached, 0.75);
  assert.match(of('suits-lost-rate').verdictExplanation, /“6％以内”.*“11\.1％”。未达到。$/);
  assert.equal(of('suits-lost-rate').shareReached, null);
  // From 45 to 28 of what was to be from 45 to 30.
  assert.equal(of('approval-time').shareReached, Number((17 / 15).toFixed(4)));
  assert.match(of('legal-aid-cases').verdictExplanation, /未提及；这并不说明工作没有开展。$/);
});

test('targets give all seven verdicts, and nothing of the second report is due before a third', async () => {
  const [ofFirst, ofSecond] = await Promise.all([targetsOf(first), targetsOf(second)]);
  const verdicts = new Set<string>([...ofFirst, ...ofSecond].map(({ verdict }) => verdict));
  assert.deepEqual([...verdicts].toSorted(), namesOf(targetVerdicts).toSorted());
  assert.ok(ofSecond.length > 5);
  assert.ok(ofSecond.every(({ verdict }) => verdict === 'NOT_DUE_YET'));
});

test('a promise that was raised stands beside the old one, each with its verdict', async () => {
  const targets = [...(await targetsOf(first)), ...(await targetsOf(second))];
  const [old, raised] = [first, second].map((report) =>
    targets.find(({ code }) => code === `${report}/online-items-rate`),
  );
  assert.equal(raised.revises.code, old.code);
  assert.deepEqual(
    old.revisedBy.nodes.map(({ code }: Data) => code),
    [raised.code],
  );
  assert.deepEqual([old.verdict, raised.verdict], ['NOT_DUE_YET', 'NOT_DUE_YET']);
});

test('plans without a figure are followed in all four ways', async () => {
  const { measures } = await worked.seeded.dataOf(
    `{ measures(filter: { stages: [PLANNED], placesWithin: ["900000"] }, first: 50) { nodes {
      code targets { totalCount } followUp { status measure { code } evidence { exact start end } }
    } } }`,
  );
  const told = measures.nodes
    .filter(({ targets }: Data) => targets.totalCount === 0)
    .map(({ code, followUp: { status, measure } }: Data) => [
      code,
      [status, measure?.code ?? null],
    ]);
  assert.deepEqual(Object.fromEntries(told), {
    [`${first}/observers`]: ['TOLD_ONGOING', `${second}/observers`],
    [`${first}/standard-reconsideration`]: ['TOLD_DONE', `${second}/reconsideration`],
    [`${first}/legal-service-sites`]: ['NOT_MENTIONED', null],
    [`${second}/observers`]: ['NO_REPORT_YET', null],
  });
  const statuses = new Set<string>(told.map(([, [status]]: Data) => status));
  assert.deepEqual([...statuses].toSorted(), namesOf(followUpStatuses).toSorted());
  for (const { followUp } of measures.nodes)
    if (followUp.evidence) assertStands(followUp.evidence, second);
});
