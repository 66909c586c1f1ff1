import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fc } from '../../support/random/properties.ts';
import { draftReport } from '../../../src/draft/draft-report.ts';
import { createFactsWriter } from '../../../src/draft/facts/draft-facts.ts';
import { factsDocument } from '../../../src/draft/facts/yaml/facts-document.ts';
import type { DraftHead } from '../../../src/draft/facts/head-facts.ts';
import { readDraftVocabulary } from '../../../src/draft/facts/vocabulary.ts';
import { checkSeed } from '../../../src/importer/check.ts';
import { findHead } from '../../../src/draft/structure/find-head.ts';
import { readAcross } from '../../../src/draft/structure/reading.ts';
import { anyDraft } from './arbitrary-draft.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-draft-'));
const folder = join(root, 'reports', 'draft-2023');
before(() => {
  cpSync('seed/vocabulary', join(root, 'vocabulary'), { recursive: true });
  mkdirSync(folder, { recursive: true });
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const vocabulary = readDraftVocabulary('seed/vocabulary');
const write = createFactsWriter(vocabulary, '1');
const head: DraftHead = {
  kind: 'OTHER',
  title: '',
  place: '150924',
  year: null,
  publisher: null,
  publishedOn: { value: '2024-01-31', quote: null },
  url: 'https://example.org/a?b=1',
};

test('whatever a draft holds, the importer takes what is written of it, and only reviews are left', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(anyDraft, async ({ text, draft }) => {
      if (text.trim() === '') return;
      const drafted = write(text, draft, head);
      writeFileSync(join(folder, 'report.txt'), text);
      writeFileSync(join(folder, 'facts.yaml'), factsDocument(drafted));
      const { problems, summary } = await checkSeed(folder, { jobs: 1 });
      assert.deepEqual(problems, [], JSON.stringify(draft));
      assert.equal(summary.unreviewedCount, drafted.counts.toReview);
      assert.equal(summary.claimed, drafted.counts.claimed);
      written += summary.claimed;
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  );
  assert.ok(written > 4, `${written} figures were claimed`);
});

test('the seed’s text is drafted so that every figure is claimed but what is no result of the county', async () => {
  const text = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8');
  const draft = draftReport(text, { vocabulary: vocabulary.vocabulary, year: null });
  const drafted = write(text, draft, head);
  writeFileSync(join(folder, 'report.txt'), text);
  writeFileSync(join(folder, 'facts.yaml'), factsDocument(drafted));
  const { problems, summary } = await checkSeed(folder, { jobs: 1 });
  assert.deepEqual(problems, []);
  assert.deepEqual([summary.claimed, summary.waived], [57, 1]);
  const [waived] = summary.figureWaivers;
  assert.equal(waived?.text, '19个');
});

/** The outcomes that are written of a clause: what they say of their figures, and whether a person should look. */
function outcomesOf(clause: string) {
  const text = `一、依法化解矛盾纠纷\n2023年，加强行政复议工作，${clause}。\n`;
  const draft = draftReport(text, { vocabulary: vocabulary.vocabulary, year: 2023 });
  const { facts, left } = write(text, draft, head);
  assert.deepEqual(left, []);
  const outcomes = facts.sections.flatMap(({ measures = [] }) =>
    measures.flatMap(({ outcomes: own = [] }) => own),
  );
  return outcomes.map(({ value, change, changePercent, unit, indicator, review }) => ({
    value,
    change,
    changePercent,
    unit,
    indicator,
    isReviewed: review !== undefined,
  }));
}

const received = {
  value: 300,
  change: undefined,
  changePercent: undefined,
  unit: undefined,
  indicator: 'reconsideration-received',
  isReviewed: false,
};

test('a change in per cent or tenths of a counted level is the changePercent of its one outcome', () => {
  for (const [words, changePercent] of [
    ['同比增长20%', 20],
    ['同比下降20%', -20],
    ['增长近两成', 20],
    ['下降三成五', -35],
    ['下降百分之五', -5],
    ['增长两成以上', 20],
  ] as const) {
    const told = outcomesOf(`收到行政复议申请300件，${words}`);
    assert.deepEqual(told, [{ ...received, changePercent }], words);
  }
});

test('a change that no changePercent can tell stands beside its level in its own unit, for review', () => {
  const alone = { ...received, value: undefined, indicator: undefined, isReviewed: true };
  for (const [words, change, unit] of [
    ['同比增长1倍', 1, '倍'],
    ['同比减少一半', -0.5, '1'],
    ['同比减少三分之二', -2 / 3, '1'],
    ['下降100%', -100, '%'],
  ] as const) {
    const told = outcomesOf(`收到行政复议申请300件，${words}`);
    assert.deepEqual(told, [received, { ...alone, change, unit }], words);
  }
  const [level, amountTold] = outcomesOf('收到行政复议申请300件，增加50件，同比增长20%');
  assert.deepEqual(level, { ...received, change: 50 });
  assert.deepEqual(amountTold, { ...alone, change: 20, unit: '%' });
});

test('a rate that moved by per cent of itself is not told as moved by points', () => {
  const rate = { ...received, value: 20, indicator: 'reconsideration-corrected-rate' };
  const alone = { ...received, value: undefined, indicator: undefined, isReviewed: true };
  assert.deepEqual(outcomesOf('行政复议纠错率达20%，同比增长10%'), [
    rate,
    { ...alone, change: 10, unit: '%' },
  ]);
  assert.deepEqual(outcomesOf('行政复议纠错率达20%，同比提高2个百分点'), [{ ...rate, change: 2 }]);
});

/** What is written of the figures of a text, in short. */
function figuresOf(text: string) {
  const draft = draftReport(text, { vocabulary: vocabulary.vocabulary, year: 2023 });
  const { facts, left } = write(text, draft, head);
  assert.deepEqual(left, []);
  return facts.sections.flatMap(({ measures = [] }) =>
    measures.flatMap(({ outcomes = [] }) =>
      outcomes.map(({ label, value, rank, baseline, change, unit, period }) => ({
        label: label.zh,
        ...Object.fromEntries(
          Object.entries({ value, rank, baseline, change, unit }).filter(
            ([, told]) => told !== undefined,
          ),
        ),
        ...(period && { period: period.edtf }),
      })),
    ),
  );
}

test('a rank is written as one, and what is held against another as how far they are apart', () => {
  const text = '一、优化营商环境\n推行告知承诺制，政务环境评价居全市第2位，较上年上升3位。\n';
  assert.deepEqual(figuresOf(text), [{ label: '政务环境评价', rank: 2, change: -3 }]);
  const other = '一、规范执法\n开展资格考试，持证率达到98%，高于全市平均水平3.8个百分点。\n';
  assert.deepEqual(figuresOf(other), [
    { label: '持证率', value: 98, unit: '%' },
    { label: '持证率高于全市平均水平', value: 3.8, unit: '个百分点' },
  ]);
});

test('a baseline in tenths is written in per cent, one in another unit is left out', () => {
  const text = '一、优化服务\n推行一窗通办，网办率由9成提高到98%，开办时间由2天缩短到4小时。\n';
  assert.deepEqual(figuresOf(text), [
    { label: '网办率', value: 98, baseline: 90, unit: '%' },
    { label: '开办时间', value: 4, unit: '小时' },
  ]);
});

const byHead = (classifier: string, words: string) => ({ classifier, head: words });

test('numbers of a table are written under the heads of their cells', () => {
  const table = '项目\t2022年\t2023年\n行政强制(件)\t312\t298\n';
  assert.deepEqual(figuresOf(`一、规范执法\n推行三项制度。\n${table}`), [
    { label: '行政强制', value: 312, unit: byHead('件', '行政强制(件)'), period: '2022' },
    { label: '行政强制', value: 298, unit: byHead('件', '行政强制(件)'), period: '2023' },
  ]);
  const over = '单位\t行政复议（件）\t\n\t收案\t结案\n东区\t212\t198\n';
  assert.deepEqual(figuresOf(`一、复议\n规范办案。\n${over}`), [
    { label: '东区行政复议收案', value: 212, unit: byHead('件', '行政复议（件）') },
    { label: '东区行政复议结案', value: 198, unit: byHead('件', '行政复议（件）') },
  ]);
  const columns = '地区 | 面积（亩） | 投入\n东乡 | 312 | 40万元\n西乡 | 298 | 55万元\n';
  assert.deepEqual(figuresOf(`一、种植情况\n推广良种。\n${columns}`), [
    { label: '东乡面积', value: 312, unit: byHead('亩', '面积（亩）') },
    { label: '东乡投入', value: 400_000, unit: '元' },
    { label: '西乡面积', value: 298, unit: byHead('亩', '面积（亩）') },
    { label: '西乡投入', value: 550_000, unit: '元' },
  ]);
});

test('the period of a report of several years, or of half a one, is the whole of it', () => {
  for (const [title, edtf] of [
    ['某县2021—2023年法治政府建设情况报告', '2021/2023'],
    ['某县2023年上半年法治政府建设情况报告', '2023-01/2023-06'],
  ] as const) {
    const text = `${title}\n一、工作情况\n印发实施方案。\n`;
    const { year } = findHead(readAcross(text));
    const draft = draftReport(text, { vocabulary: vocabulary.vocabulary, year: null });
    assert.equal(write(text, draft, { ...head, year }).facts.report.period?.edtf, edtf);
  }
});

const draftOf = (text: string) =>
  write(text, draftReport(text, { vocabulary: vocabulary.vocabulary, year: 2024 }), head).facts;

test('a figure that is told per something observes no indicator of all, and its unit says so', () => {
  const targetsOf = (sentence: string) =>
    draftOf(
      `2024年法治政府建设情况报告\n四、2025年工作打算\n加强执法队伍建设。${sentence}\n`,
    ).sections.flatMap(({ measures = [], targets = [] }) => [
      ...measures.flatMap((measure) => measure.targets ?? []),
      ...targets,
    ]);
  const [each] = targetsOf('每个乡镇持证执法人员不少于10名。');
  assert.equal(each?.value, 10);
  assert.equal(each.indicator, undefined);
  const all = targetsOf('每个乡镇持证执法人员不少于10名、全县共50名。').at(-1);
  assert.equal(all?.value, 50);
  const [plain] = targetsOf('2025年底前，全县持证执法人员不少于50名。');
  assert.equal(plain?.indicator, 'officers-qualified');
  const [yearly] = targetsOf('每年培训执法人员不少于400人次。');
  assert.equal(yearly?.indicator, 'officers-trained');
});

test('figures behind a shortcoming in its sentence tell how far it goes, and wait for a review', () => {
  const problemsOf = (words: string) =>
    draftOf(`2024年法治政府建设情况报告\n三、存在的问题和不足\n${words}\n`).sections.flatMap(
      ({ problems = [] }) => problems,
    );
  const [weak, uneven, ...more] = problemsOf(
    '一是基层执法力量薄弱，乡镇持证执法人员仅41名。二是法治宣传的针对性不强。',
  );
  assert.deepEqual(more, []);
  assert.equal(weak?.title.zh, '基层执法力量薄弱');
  assert.match(weak.review ?? '', /clause of its own/);
  assert.deepEqual(
    weak.figures?.map(({ label, value }) => [label.zh, value]),
    [['乡镇持证执法人员', 41]],
  );
  assert.deepEqual([uneven?.figures, uneven?.review], [undefined, undefined]);
  const other = problemsOf('一是法治宣传的针对性不强。乡镇持证执法人员41名。');
  assert.equal(other.length, 2, 'a sentence of its own');
});
