import assert from 'node:assert/strict';
import { html } from '../../src/pages/html.ts';
import { inWords } from '../../src/pages/language/in-words.ts';
import { test } from 'node:test';
import { showPeriod } from '../../src/pages/language/period-words.ts';
import { showRange } from '../../src/pages/reading/range.ts';
import { findEarlier } from '../../src/pages/reading/find-earlier.ts';
import { showMove } from '../../src/pages/reading/figure.ts';
import type { Outcome, ReportData, ShownFigure } from '../../src/pages/reading/report-data.ts';

test('a time in EDTF is written as readers of each language write it', () => {
  const times = [
    ['2023', '2023 年', '2023'],
    ['2023?', '2023 年', '2023'],
    ['2023-01', '2023 年 1 月', 'January 2023'],
    ['2023-01-05', '2023 年 1 月 5 日', '5 January 2023'],
    ['2023-01?/2023-06?', '2023 年 1 月至 6 月', 'January to June 2023'],
    ['2022-12/2023-02', '2022 年 12 月至 2023 年 2 月', 'December 2022 to February 2023'],
    ['2021/2023', '2021 年至 2023 年', '2021 to 2023'],
    ['2023/', '2023 年以来', 'since 2023'],
    ['2023/..', '2023 年以来', 'since 2023'],
    ['../2023-06', '截至 2023 年 6 月', 'up to June 2023'],
    ['2023-21', '2023 年 春季', 'spring 2023'],
  ] as const;
  for (const [edtf, zh, en] of times) {
    assert.equal(showPeriod(edtf, 'zh'), zh, edtf);
    assert.equal(showPeriod(edtf, 'en'), en, edtf);
  }
});

test('a time that readers have no plain words for stays as it is', () => {
  for (const edtf of [
    '202X',
    '2023-33',
    '2023-13',
    '2023-00',
    'Y12023',
    '[2021,2022]',
    '2021/2022/2023',
    '../..',
    '/',
  ]) {
    for (const language of ['zh', 'en'] as const) assert.equal(showPeriod(edtf, language), edtf);
  }
});

test('what the words bound is told in words, with the end that is left out', () => {
  const ranges = [
    [
      { qualifier: 'MORE_THAN', minimum: 80, maximum: 90 },
      '80 以上、不到 90',
      'at least 80, under 90',
    ],
    [
      { qualifier: 'MORE_THAN', minimum: 200000, maximum: null },
      '超过 200,000',
      'more than 200,000',
    ],
    [{ qualifier: 'AT_LEAST', minimum: 7, maximum: null }, '7 以上', 'at least 7'],
    [{ qualifier: 'AT_MOST', minimum: null, maximum: 7 }, '7 以下', 'at most 7'],
    [{ qualifier: 'LESS_THAN', minimum: null, maximum: 7 }, '不到 7', 'under 7'],
    [{ qualifier: 'BETWEEN', minimum: 3, maximum: 5 }, '3 至 5', '3 to 5'],
    [{ qualifier: 'ABOUT', minimum: null, maximum: null }, null, null],
    [{ qualifier: 'EXACT', minimum: 5, maximum: 5 }, null, null],
  ] as const;
  for (const [range, zh, en] of ranges) {
    assert.equal(showRange(range, 'zh'), zh);
    assert.equal(showRange(range, 'en'), en);
  }
});

const unit = { code: '{day}', name: 'workday' };
const quantity = (value: number, text: string) =>
  ({
    value,
    text,
    minimum: null,
    maximum: null,
    qualifier: 'EXACT',
    unit,
    isDerived: false,
  }) as const;
const moved = (before: string, after: string): ShownFigure => ({
  quantity: quantity(5, after),
  baseline: quantity(30, before),
  change: null,
  statement: null,
});

test('a unit that both figures have is said once', () => {
  assert.equal(showMove(moved('30个工作日', '5个工作日'), 'zh'), '30 → 5个工作日');
  assert.equal(showMove(moved('30天', '5个工作日'), 'zh'), '30天 → 5个工作日');
  assert.equal(showMove(moved('三十日', '5日'), 'zh'), '三十日 → 5日');
  assert.equal(showMove(moved('30个工作日', '5个工作日'), 'en'), '30 → 5 workdays');
});

test('the year before is compared with only where it tells the same, once', () => {
  const ours = {
    code: 'a-2023/x',
    indicator: { code: 'rate' },
    quantity: { unit },
    dimensionZh: null,
    populationZh: null,
    period: { edtf: '2023' },
  } as unknown as Outcome;
  const theirs = {
    code: 'a-2022/x',
    indicator: { code: 'rate' },
    quantity: { unit, value: 3 },
    dimension: null,
    population: null,
    period: { edtf: '2022' },
    report: { code: 'a-2022', kind: 'STATUTORY_ANNUAL', year: 2022 },
  };
  const report = { year: 2023, kind: 'STATUTORY_ANNUAL' };
  const found = (earlier: object[], outcomes = [ours]) =>
    findEarlier({ report, earlier, outcomes } as unknown as ReportData)(ours)?.code ?? null;
  assert.equal(found([theirs]), theirs.code);
  assert.equal(found([theirs, { ...theirs, code: 'a-2022/y' }]), null, 'told twice then');
  assert.equal(found([theirs], [ours, { ...ours, code: 'a-2023/y' }]), null, 'told twice now');
  for (const other of [
    { period: { edtf: '2022-01/2022-06' } },
    { period: null },
    { population: '企业' },
    { dimension: '其中' },
    { indicator: { code: 'other' } },
    { quantity: { unit: { code: '%' }, value: 3 } },
    { report: { ...theirs.report, kind: 'WORK_REPORT' } },
    { report: { ...theirs.report, year: 2023 } },
  ]) {
    assert.equal(found([{ ...theirs, ...other }]), null, JSON.stringify(other));
  }
});

test('a sentence in English that quotes much Chinese stays English, and its quotes are Chinese', () => {
  const english =
    'The target is “七个工作日以内” (2022年底前). The report (【合成】霁溪县2022年法治政府建设情况报告) tells “11个工作日”.';
  const said = html`${inWords(english, 'en')}`.toString();
  assert.match(said, /^The target is “/);
  assert.match(said, /<span lang="zh">七个工作日以内<\/span>/);
  assert.equal(said.replaceAll(/<[^>]+>/g, ''), english);
  for (const chinese of ['推进“Internet Plus”行动', '“互联网+政务服务”', '（合成）'])
    assert.equal(html`${inWords(chinese, 'en')}`.toString(), `<span lang="zh">${chinese}</span>`);
});
