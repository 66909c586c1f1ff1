import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edtfOf } from '../../../src/draft/figures/periods/edtf-of-words.ts';
import { draft } from './support/drafted.ts';

test('words of a time as EDTF, with a question mark where the text tells no year', () => {
  const known = { until: false, report: { year: 2023, isStated: false } };
  const forms: [string, string | null][] = [
    ['全年', '2023?'],
    ['上半年', '2023-01?/2023-06?'],
    ['前三季度', '2023-01?/2023-09?'],
    ['1—11月', '2023-01?/2023-11?'],
    ['今年以来', '2023?/'],
    ['去年', '2022?'],
    ['2021年以来', '2021/'],
    ['2021年', '2021'],
    ['2022年第四季度', '2022-10/2022-12'],
    ['2023年3月', '2023-03'],
    ['2023年3月5日', '2023-03-05'],
    ['2024年6月底前', '../2024-06-30'],
    ['年底前', '../2023-12-31?'],
    ['2020年至2022年', '2020/2022'],
    ['“十四五”期间', '2021/2025'],
    ['截至目前', null],
    ['近年来', null],
  ];
  for (const [words, edtf] of forms) assert.equal(edtfOf(words, known), edtf, words);
  assert.equal(edtfOf('2023年底', { ...known, until: true }), '../2023-12-31');
  assert.equal(edtfOf('全年', { until: false, report: { year: null, isStated: false } }), null);
});

const periodsOf = (text: string) =>
  draft(text).figures.map(({ period }) => period && [period.text, period.edtf, period.stated]);

test('a period holds across commas, and is carried on inside of its point only', () => {
  assert.deepEqual(periodsOf('2022年,受理案件9件,办结8件;评查案卷6件。'), [
    ['2022年', '2022', true],
    ['2022年', '2022', true],
    ['2022年', '2022', false],
  ]);
  assert.deepEqual(periodsOf('一是全年举办讲座9次。二是开展评查6次。'), [
    ['全年', '2023?', true],
    null,
  ]);
});

test('years of things and of what a figure is compared with are no periods', () => {
  assert.deepEqual(periodsOf('清理2015年以前的文件60件。'), [null]);
  assert.deepEqual(periodsOf('受理案件9件,比上年增加2件。'), [null, null]);
  assert.deepEqual(periodsOf('落实2022年度工作要点,召开会议3次。'), [null]);
});

test('a target without a time of its own is due when its plan says', () => {
  const text = '2024年,将着力做好以下工作。一是评查案卷60件。二是年底前培训600人。';
  assert.deepEqual(periodsOf(text), [
    ['2024年', '2024', false],
    ['年底前', '../2024-12-31', true],
  ]);
});

test('the year of what was arranged is no period of what is counted', () => {
  assert.deepEqual(periodsOf('落实上年安排,向乡镇赋权96项。'), [null]);
  assert.deepEqual(periodsOf('上年,向乡镇赋权96项。'), [['上年', '2022?', true]]);
});
