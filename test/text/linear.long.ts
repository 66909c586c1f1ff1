import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';

test('reading takes time in proportion to the text', () => {
  const units = [
    '1',
    '一',
    '1,',
    '1,234',
    '1万',
    '《',
    '《一',
    '“一',
    'a1',
    '1.',
    '1-',
    '一百',
    '年',
    '(1',
    '一○',
    '12 345 ',
    '1\u200b',
    '1万2千',
    '3件与',
    '1∶',
    '一桩',
    '每万',
    '前1',
    '负1',
    '一江',
    '15分钟社',
    '21—',
    '1·',
    '一个又',
    '二期',
    '110、',
    '电话1',
    '一千一十',
    '8条（个',
    '≥ 1',
    '1∶1',
    '1比',
    '三比',
    '零',
    '個',
    'K1+',
    '1路、',
    '每10万',
    'Aa 1',
    '增加到1年的',
    '过半',
    '八成五',
    '最高1%',
    '（2023）冀',
    '1.1.',
    '五、',
    '廿八',
    '至少开展1',
  ];
  let asked = 0;
  for (const unit of units) {
    const time = (length: number): number => {
      // What was read last is kept: no text is read twice here.
      asked += 1;
      const text = `${unit.repeat(length / unit.length)}。${asked}`;
      const start = process.cpuUsage();
      findNumerals(text);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
    time(20_000);
    // The least of three: a pause of the machine makes no text cheaper.
    const short = Math.max(Math.min(time(20_000), time(20_000), time(20_000)), 2);
    assert.ok(time(160_000) < short * 60, unit);
  }
});
