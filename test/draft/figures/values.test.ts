import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFigures } from '../../../src/draft/figures/find-figures.ts';
import { indexIndicators } from '../../../src/draft/figures/relations/indicator-of.ts';
import { draft, wordsAt } from './support/drafted.ts';

const only = (text: string) => {
  const [figure] = draft(text).figures;
  assert.ok(figure);
  return figure;
};

test('a change from one level to another is one figure with its baseline', () => {
  for (const [text, baseline, value] of [
    ['审批时限由20个工作日压缩至10个工作日。', 20, 10],
    ['覆盖率从2020年的45%提高到60%。', 45, 60],
    ['事项由原来的468项精简至196项。', 468, 196],
    ['费率由3.5%调整优化为2.8%。', 3.5, 2.8],
  ] as const) {
    const { figures } = draft(text);
    assert.equal(figures.length, 1, text);
    assert.deepEqual([figures[0]?.baseline, figures[0]?.value], [baseline, value], text);
  }
});

test('a figure tells a level, an amount of change or a rate of change', () => {
  const changeOf = (text: string) => {
    const last = draft(text).figures.at(-1);
    return [last?.change, last?.direction];
  };
  assert.deepEqual(changeOf('减少环节46个。'), ['BY', 'DOWN']);
  assert.deepEqual(changeOf('收入增长7%。'), ['RATE_OF_CHANGE', 'UP']);
  assert.deepEqual(changeOf('案件减少一半。'), ['RATE_OF_CHANGE', 'DOWN']);
  assert.deepEqual(changeOf('案件下降三分之一。'), ['RATE_OF_CHANGE', 'DOWN']);
  assert.deepEqual(changeOf('败诉率7%,下降4个百分点。'), ['BY', 'DOWN']);
  assert.deepEqual(changeOf('增速高于全省2个百分点。'), ['LEVEL', null]);
  assert.deepEqual(changeOf('办结率97%。'), ['LEVEL', null]);
});

test('a change points to the level that it is told beside', () => {
  const { figures } = draft('受理申请300件,同比增长4%,评查案卷60件。');
  assert.deepEqual(
    figures.map(({ changeOf }) => changeOf),
    [null, 'f1', null],
  );
});

test('what came anew is a change where its total is told beside it', () => {
  const changesOf = (text: string) =>
    draft(text).figures.map(({ change, direction, changeOf }) => [change, direction, changeOf]);
  assert.deepEqual(changesOf('新增调解组织4个,累计达23个。'), [
    ['BY', 'UP', 'f2'],
    ['LEVEL', null, null],
  ]);
  assert.deepEqual(changesOf('净增企业40家。'), [['BY', 'UP', null]]);
  assert.deepEqual(changesOf('新增调解组织4个,调解员23名。'), [
    ['LEVEL', null, null],
    ['LEVEL', null, null],
  ]);
});

test('an indicator is not observed by what another unit counts', () => {
  const indicators = indexIndicators([
    {
      code: 'departments',
      phrases: ['聘任法律顾问'],
      level: 'SCOPE',
      classifiers: ['个'],
      nouns: ['部门'],
      otherNouns: ['乡镇'],
    },
  ]);
  const observed = (text: string) =>
    findFigures(text, { sections: [], measures: [], year: 2023, indicators }).figures.map(
      ({ indicator }) => indicator,
    );
  assert.deepEqual(observed('34个部门聘任法律顾问。'), ['departments']);
  assert.deepEqual(observed('9个乡镇聘任法律顾问。'), [null]);
});

test('unit, noun and qualifier are those of the words', () => {
  const figure = only('發放法律宣傳資料20多万份。');
  assert.deepEqual(
    [figure.value, figure.unit, figure.qualifier, figure.noun],
    [200_000, '份', 'MORE_THAN', '法律宣传资料'],
  );
  assert.equal(only('全年接待36万人次。').unit, '人次');
  assert.equal(only('粮食产量45万吨。').noun, null);
});

test('a quote reaches from the first word that says what is counted to the last', () => {
  for (const [text, quotes] of [
    ['全年共召开推进会2次。', ['召开推进会2次']],
    ['组织157名执法人员参加培训。', ['组织157名执法人员参加培训']],
    [
      '收到行政复议申请7件,已依法办结5件。',
      ['收到行政复议申请7件', '行政复议申请7件,已依法办结5件'],
    ],
    ['将时限由20天压缩至10天。', ['时限由20天压缩至10天']],
  ] as const) {
    const found = draft(text).figures.map(({ quote }) => wordsAt(text, quote));
    assert.ok(
      found.every((quote, at) => quote.endsWith(quotes[at] ?? '?')),
      found.join(' | '),
    );
  }
});

test('levels follow the order of the codebook', () => {
  for (const [text, level] of [
    ['一体化平台覆盖9个乡镇。', 'SCOPE'],
    ['组织157名执法人员参加培训。', 'SCOPE'],
    ['建成便民站9个。', 'OUTPUT'],
    ['提供法律意见184条。', 'OUTPUT'],
    ['居民人均可支配收入4万元。', 'IMPACT'],
    ['调解成功435件。', 'OUTCOME'],
    ['减少环节46个。', 'OUTCOME'],
    ['审批时限由20天压缩至10天。', 'OUTCOME'],
    ['调解率100%。', 'OUTPUT'],
  ] as const) {
    assert.equal(only(text).level, level, text);
  }
  assert.equal(only('力争建成便民站9个。').level, null);
});
