import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sliceCodePoints } from '../../src/text/code-points.ts';
import { foldText } from '../../src/text/fold.ts';
import { readFigures } from '../../src/text/figure.ts';
import { locateQuote } from '../../src/text/quote.ts';

const cases: [string, number, number | null, number | null, string][] = [
  ['发放资料20多万份', 200_000, 200_000, 300_000, 'MORE_THAN'],
  ['发放资料20万多份', 200_000, 200_000, 210_000, 'MORE_THAN'],
  ['发放资料20余万份', 200_000, 200_000, 300_000, 'MORE_THAN'],
  ['活动80余场次', 80, 80, 90, 'MORE_THAN'],
  ['粮食产量1.39万亿斤', 1.39e12, null, null, 'EXACT'],
  ['增长5.2%左右', 5.2, null, null, 'ABOUT'],
  ['就业1200万人以上', 12_000_000, null, null, 'AT_LEAST'],
  ['不超过15个工作日', 15, null, null, 'AT_MOST'],
  ['压减至3个工作日以内', 3, null, null, 'AT_MOST'],
  ['近80场', 80, null, null, 'NEARLY'],
  ['约41学时', 41, null, null, 'ABOUT'],
  ['不到10人', 10, null, null, 'LESS_THAN'],
  ['共120件', 120, null, null, 'EXACT'],
];

for (const [text, value, minimum, maximum, qualifier] of cases) {
  test(`${text} reads as ${qualifier} ${value}`, () => {
    const [figure, ...others] = readFigures(text);
    assert.equal(others.length, 0);
    assert.ok(figure);
    assert.deepEqual(
      [figure.value, figure.minimum, figure.maximum, figure.qualifier],
      [value, minimum, maximum, qualifier],
    );
  });
}

test('years, dates, ordinals and document numbers are no figures', () => {
  for (const text of [
    '2021—2025年',
    '2023年10月前',
    '第3批',
    '5A级',
    '国办发〔2019〕28号',
    '10日',
  ]) {
    assert.deepEqual(readFigures(text), [], text);
  }
});

test('人均 governs its own clause only', () => {
  const per = readFigures('人均学习达91.2学时,共6次').map(({ perHead }) => perHead);
  assert.deepEqual(per, [true, false]);
});

test('figures that are written are read back, where they stand, whatever surrounds them', () => {
  const words = fc.constantFrom('共办结', '𠮷', '活动', ',其中', '。今年', '“三减”');
  const number = fc.integer({ min: 0, max: 99_999_999 });
  fc.assert(
    fc.property(fc.array(fc.tuple(words, number), { maxLength: 8 }), (parts) => {
      const text = parts.map(([lead, value]) => `${lead}${value}件`).join('');
      const figures = readFigures(text);
      assert.deepEqual(
        figures.map(({ value }) => value),
        parts.map(([, value]) => value),
      );
      for (const { start, end, value } of figures) {
        assert.equal(sliceCodePoints(text, start, end), String(value));
      }
    }),
  );
});

test('an edit around a quote never shifts it silently', () => {
  const text = '县1288项、乡镇44项、村(社区)40项政务服务事项';
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(text.length), (noise, at) => {
      const edited = text.slice(0, at) + noise + text.slice(at);
      const found = locateQuote(edited, '乡镇44项');
      if (found.status !== 'found') return;
      assert.equal(sliceCodePoints(edited, found.start, found.end), '乡镇44项');
    }),
  );
});

test('folding makes one key of what differs in width, case and white space', () => {
  assert.equal(foldText('GDP\u3000增长'), foldText('gdp 增长'));
});
