import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysIn } from '../../src/text/written-day.ts';

for (const [text, days] of [
  ['2024年2月21日', ['2024-02-21']],
  ['某县人民政府\n二〇二四年十二月三十一日', ['2024-12-31']],
  ['二零二三年一月十日至２０２３年０２月２０日', ['2023-01-10', '2023-02-20']],
  ['发布时间：2024-1-5', ['2024-01-05']],
  ['2024年2月', []],
] as const) {
  test(`the days of ${text.replaceAll('\n', ' ')}`, () => {
    assert.deepEqual(daysIn(text), days);
  });
}
