import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';

const report = readFileSync(
  new URL('../../seed/reports/xinghe-2023/report.txt', import.meta.url),
  'utf8',
);

/** words · kind · value · unit · qualifier (EXACT unless said) · change and per head, as they stand. */
const expected = `
近日 DATE
《关于2023年全区法治政府建设示范地区和项目命名的决定》 TITLE
19个 QUANTITY 19 个
第三批 ORDINAL
近年来 DATE
一体推进 IDIOM
一是 ORDINAL
第一责任人 ORDINAL
第一责任人 ORDINAL
全年 DATE
2次 QUANTITY 2 次
四个亲自 IDIOM
二是 ORDINAL
全年 DATE
2次 QUANTITY 2 次
1次 QUANTITY 1 次
1次 QUANTITY 1 次
6次 QUANTITY 6 次
91.2学时 QUANTITY 91.2 学时 perHead
进一步 IDIOM
三是 ORDINAL
一规划两纲要 IDIOM
2023年度 DATE
一是 ORDINAL
一网通办 IDIOM
只进一扇门 IDIOM
最多跑一次 IDIOM
截止目前 DATE
一体化 IDIOM
9个 QUANTITY 9 个
1288项 QUANTITY 1288 项
44项 QUANTITY 44 项
40项 QUANTITY 40 项
一窗办理 IDIOM
二是 ORDINAL
20个工作日 QUANTITY 20 个工作日 压缩 DOWN FROM
10个工作日 QUANTITY 10 个工作日 压缩 DOWN TO
30个工作日 QUANTITY 30 个工作日 压缩 DOWN FROM
5个工作日 QUANTITY 5 个工作日 压缩 DOWN TO
10个工作日 QUANTITY 10 个工作日 压缩 DOWN FROM
5个工作日 QUANTITY 5 个工作日 压缩 DOWN TO
三是 ORDINAL
9个 QUANTITY 9 个
174个 QUANTITY 174 个
一对一 IDIOM
四是 ORDINAL
两优 IDIOM
8个 QUANTITY 8 个
53项 QUANTITY 53 项
1项 QUANTITY 1 项
3项 QUANTITY 3 项
三减 IDIOM
49项 QUANTITY 49 项
46个 QUANTITY 46 个 减少 DOWN BY
50个 QUANTITY 50 个 减少 DOWN BY
523天 QUANTITY 523 天 减少 DOWN BY
28个 QUANTITY 28 个
1119项 QUANTITY 1119 项
13项 QUANTITY 13 项
591项 QUANTITY 591 项
三减 IDIOM
515项 QUANTITY 515 项
220个 QUANTITY 220 个 减少 DOWN BY
165个 QUANTITY 165 个 减少 DOWN BY
4064天 QUANTITY 4064 天 减少 DOWN BY
一是 ORDINAL
1980年—2023年10月前 DATE
96件 QUANTITY 96 件
4件 QUANTITY 4 件
17件 QUANTITY 17 件
43件 QUANTITY 43 件
32件 QUANTITY 32 件
二是 ORDINAL
《关于进一步加强行政规范性文件制定和监督管理工作的意见》 TITLE
一致 IDIOM
进一步 IDIOM
一是 ORDINAL
《关于进一步贯彻落实〈内蒙古自治区重大行政决策程序〉的意见》 TITLE
二是 ORDINAL
截至目前 DATE
34个 QUANTITY 34 个
9个 QUANTITY 9 个
184条 QUANTITY 184 条
一是 ORDINAL
三项制度 IDIOM
三项制度 IDIOM
进一步 IDIOM
二是 ORDINAL
一体化 IDIOM
157名 QUANTITY 157 名
基本达到41学时 QUANTITY 41 学时 ABOUT perHead
三是 ORDINAL
今年以来 DATE
3次 QUANTITY 3 次
一是 ORDINAL
今年以来 DATE
7件 QUANTITY 7 件
5件 QUANTITY 5 件
3件 QUANTITY 3 件
1件 QUANTITY 1 件
1件 QUANTITY 1 件
二是 ORDINAL
截至目前 DATE
437起 QUANTITY 437 起
435件 QUANTITY 435 件
100% QUANTITY 100 %
98% QUANTITY 98 %
《关于在全县开展法治宣传教育的第八个五年规划(2021—2025年)》 TITLE
上半年 DATE
法律七进 IDIOM
80余场次 QUANTITY 80 场次 MORE_THAN 80..90
20多万份 QUANTITY 200000 份 MORE_THAN 200000..300000
20余场次 QUANTITY 20 场次 MORE_THAN 20..30
一流 IDIOM
`
  .trim()
  .split('\n');

test('every numeral of the seed report is found and typed, and nothing else', () => {
  const lines = findNumerals(report).map(({ text, kind, quantity }) => {
    if (quantity === null) return `${text} ${kind}`;
    const { value, unit, qualifier, minimum, maximum, perHead, change } = quantity;
    const words = [text, kind, value, unit];
    if (qualifier !== 'EXACT') words.push(qualifier);
    if (minimum !== null || maximum !== null) words.push(`${minimum}..${maximum}`);
    if (perHead) words.push('perHead');
    if (change !== null) words.push(change.verb, String(change.direction), change.role);
    return words.join(' ');
  });
  assert.deepEqual(lines, expected);
});

test('a stray space before a figure of the seed report leaves its words as they are', () => {
  const received = findNumerals(report).find(({ text }) => text === '7件');
  assert.ok(received);
  assert.equal(Array.from(report)[received.start - 1], ' ');
});
