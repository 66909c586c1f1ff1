import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edtfOf } from '../../../src/draft/figures/periods/edtf-of-words.ts';
import { findFigures } from '../../../src/draft/figures/find-figures.ts';
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
    ['到“十四五”末', '../2025-12-31'],
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

test('a day, a month and another year hold for their own sentence, what goes on for the whole point', () => {
  assert.deepEqual(periodsOf('3月,举办讲座1次,参训320人。印发手册5000册。'), [
    ['3月', '2023-03?', true],
    ['3月', '2023-03?', true],
    null,
  ]);
  assert.deepEqual(periodsOf('到2023年底,持证率达到98%。约谈单位9家。'), [
    ['到2023年底', '../2023-12-31', true],
    null,
  ]);
  assert.deepEqual(periodsOf('2020年,获批试点3个。建成站点5个。').at(-1), null);
  assert.deepEqual(periodsOf('上半年,受理案件45件;审结38件。').at(-1), [
    '上半年',
    '2023-01?/2023-06?',
    false,
  ]);
  assert.deepEqual(periodsOf('2022年移交的14起积案已办结。'), [null]);
});

/** The due dates of figures of a plan with a heading and a title, in a report of 2024. */
function duesOf(heading: string, words: string, title = '') {
  const text = `${heading}\n${words}`;
  const section = {
    id: 's1',
    start: 0,
    end: text.length,
    within: null,
    rule: 'test',
    review: null,
  };
  const span = { start: 0, end: heading.length };
  const sections = [{ ...section, heading: span, part: 'PLAN' as const }];
  const { figures } = findFigures(text, {
    sections,
    measures: [],
    year: 2024,
    title,
    indicators: [],
  });
  return figures.map(({ period }) => period && [period.text, period.edtf]);
}

test('a plan is for the year of its heading or of its title, else for the one after the report’s', () => {
  const words = '年底前培训600人。新建站点9个。';
  assert.deepEqual(duesOf('2025年工作安排', words), [
    ['年底前', '../2025-12-31'],
    ['2025年', '2025'],
  ]);
  assert.deepEqual(duesOf('重点任务', words, '某县2024年法治政府建设工作要点'), [
    ['年底前', '../2024-12-31'],
    ['2024年', '2024'],
  ]);
  assert.deepEqual(duesOf('下半年工作打算', words), [
    ['年底前', '../2024-12-31?'],
    ['下半年', '2024-07?/2024-12?'],
  ]);
  const far = duesOf('2025年工作安排', '（一）到2026年，建成站点3个。\n（二）年底前培训600人。');
  assert.deepEqual(far, [
    ['到2026年', '2026'],
    ['年底前', '../2025-12-31'],
  ]);
  const half = '某县2024年上半年工作总结及下一步打算';
  assert.deepEqual(duesOf('下一步打算', words, half), [
    ['年底前', '../2024-12-31?'],
    ['下一步', '2024?'],
  ]);
  assert.deepEqual(duesOf('下一步打算', words), [
    ['年底前', '../2025-12-31?'],
    ['下一步', '2025?'],
  ]);
  assert.deepEqual(duesOf('经验启示', '下一阶段，我局将培训600人。'), [['下一阶段', '2025?']]);
});

test('what a change is counted from is of the time that it is held against', () => {
  const cases: [string, (string | undefined)[]][] = [
    ['2023年,处罚案件数较上年(241宗)减少22%。', ['上年', '2023年']],
    ['2023年,处罚案件数较上年241宗减少22%。', ['上年', '2023年']],
    ['全年受理86件,比2022年的51件增长69%。', ['全年', '2022年', '全年']],
  ];
  for (const [text, texts] of cases) {
    const { figures } = draft(text);
    assert.deepEqual(
      figures.map(({ period }) => period?.text),
      texts,
      text,
    );
  }
});

test('how often something is done is no time of the next sentence, and the end of a plan is one', () => {
  const { figures } = draft(
    '每半年发布监测报告1次。安排专项经费200万元。到“十四五”末,培育示范村40个。',
    'PLAN',
  );
  assert.deepEqual(
    figures.slice(1).map(({ period }) => period && [period.text, period.edtf]),
    [null, ['到“十四五”末', '../2025-12-31']],
  );
});
