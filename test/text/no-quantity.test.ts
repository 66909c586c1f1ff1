import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { idiomWords } from '../../src/text/numerals/lists/idiom-words.ts';
import { placeNames } from '../../src/text/numerals/lists/place-names.ts';
import { quantitiesOf } from '../support/numerals.ts';

/** What holds a numeral and counts nothing, by kind. */
const names = (
  '红十字会|331国道|国道318线|中山二路|八里岗|十里河|三桥镇|五常大米|七星关区|第一人民医院|第三检察部|' +
  '五四路|地铁2号线|3号楼|306室|四级调研员|一级主任科员'
).split('|');
const codes = (
  '12345热线|12338|12309|96110|5G网络|4A级景区|PM2.5|国发〔2019〕28号|' +
  'GB/T 15835-2011|HJ 663—2013|电话：6923346|2.0版|工业4.0|［20］|［3］|' +
  '〔12〕|附件3|表2|图3-1|《第2号》'
).split('|');
const dates = (
  '2023年|2023年5月3日|二○二三年|一九八○年|上一季度|近三月|去年|前三季度|2021—2025年|' +
  '截至23年底|不平凡的五年|过去五年|五年来|本世纪中叶|12·4国家宪法日|21—23年|关键一年'
).split('|');
const sets = (
  '四项基本原则|两种资源|中俄两国|一江两岸|三省一市|“十四五”规划|“四个亲自”|三年行动|15分钟社区生活圈|' +
  '1小时通勤圈|985工程|1+6|一步一个脚印|一桩桩|是一个重要原因|这是一项紧迫任务|前三名|居全国前10位|' +
  '实验室二期工程|十一届十次全会|二三级支流|一审案件|百分制考核|每万人口|以3:2险胜|上午8∶30|实现零上访|零事故|分两步走|K12+300|Windows 10|1路公交车|比分25：20'
).split('|');

const words = fc.oneof(
  fc.constantFrom(...idiomWords),
  fc.constantFrom(...placeNames),
  fc.constantFrom(...names),
  fc.constantFrom(...codes),
  fc.constantFrom(...dates),
  fc.constantFrom(...sets),
);
const between = fc.constantFrom(
  '、',
  '；',
  '。',
  '的工作，推进',
  '，加强',
  '；落实',
  '\n',
  '，贯彻',
);

test('sentences of idioms, names, codes and dates hold no quantity', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, between), { minLength: 1, maxLength: 8 }), (parts) => {
      const text = `推进${parts.map(([word, mark]) => word + mark).join('')}`;
      assert.deepEqual(quantitiesOf(text), [], text);
    }),
    { numRuns: 4000 },
  );
});

test('a comma of lists between two words makes no range of the numerals at its sides', () => {
  const all = [...idiomWords, ...placeNames, ...names, ...codes, ...dates, ...sets];
  const ends = all.filter((word) => /[一二三四五六七八]$/.test(word));
  const heads = all.filter((word) => /^[两二三四五六七八九]/.test(word));
  assert.ok(ends.length > 20 && heads.length > 50);
  for (const one of ends) {
    for (const other of heads) assert.deepEqual(quantitiesOf(`推进${one}、${other}。`), []);
  }
  assert.deepEqual(quantitiesOf('每一、两个月检查，用时三、四天。'), ['一、两个月', '三、四天']);
});

test('an idiom that begins a line is no unit of the number before it', () => {
  const ahead = idiomWords.filter((word) => /^[百千万亿]/.test(word));
  assert.ok(ahead.length > 5);
  for (const word of ahead) {
    for (const code of codes) assert.deepEqual(quantitiesOf(`推进${code}\n${word}。`), [], word);
    assert.deepEqual(quantitiesOf(`共办结57\n件，落实${word}。`), ['57\n件']);
  }
});

test('a quantity among them is the only one', () => {
  fc.assert(
    fc.property(words, words, fc.integer({ min: 20, max: 999 }), (one, other, value) => {
      const text = `推进${one}，共办结${value}件，落实${other}。`;
      assert.deepEqual(quantitiesOf(text), [`${value}件`], text);
    }),
    { numRuns: 3000 },
  );
});
