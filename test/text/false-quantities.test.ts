import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import { readNumerals } from '../support/numerals.ts';

/** What counts nothing, and beside it what looks alike and counts: one test for each kind. */
const cases: Record<string, [string, string[]][]> = {
  'phases, rounds, tiers, sessions and ranks are ordinals without 第': [
    ['实验室二期开工', ['二期 ORDINAL']],
    ['二期投资,一期工程', ['二期 ORDINAL', '一期 ORDINAL']],
    ['二轮土地延包', ['二轮 ORDINAL']],
    ['十一届十次全会', ['十一届 ORDINAL', '十次 ORDINAL']],
    ['省十四届人大三次会议', ['十四届 ORDINAL', '三次 ORDINAL']],
    ['二三级支流', ['二三级 ORDINAL']],
    ['居全国前10位', ['前10位 ORDINAL']],
    ['前三名,排名前三', ['前三名 ORDINAL', '前三 ORDINAL']],
    ['一审、二审案件', ['一审 ORDINAL', '二审 ORDINAL']],
    ['四级调研员', ['四级 ORDINAL']],
    ['第1-3名', ['第1-3名 ORDINAL']],
    ['第五、六项', ['第五、六项 ORDINAL']],
    ['排名后5位', ['后5位 ORDINAL']],
    ['8项1级指标', ['8项 = 8 项 EXACT', '1级 ORDINAL']],
    ['4级应急响应', ['4级 ORDINAL']],
    ['举办三期培训', ['三期 = 3 期 EXACT']],
    ['开展两轮督查', ['两轮 = 2 轮 EXACT']],
    ['排名前移5位', ['5位 = 5 位 EXACT']],
    ['提前3天', ['3天 = 3 天 EXACT']],
  ],
  'years told from where the text stands count nothing': [
    ['不平凡的五年', ['五年 DATE']],
    ['关键一年', ['一年 DATE']],
    ['过去五年', ['过去五年 DATE']],
    ['五年来', ['五年来 DATE']],
    ['五年累计新增', ['五年 DATE']],
    ['十年间', ['十年 DATE']],
    ['连续三年', ['三年 = 3 年 EXACT']],
    ['用三年时间', ['三年 = 3 年 EXACT']],
    ['判处有期徒刑三年', ['三年 = 3 年 EXACT']],
    ['为期3年', ['3年 = 3 年 EXACT']],
    ['3年内', ['3年内 = 3 年 AT_MOST ..3']],
  ],
  '百分 without a number is a word': [
    ['百分制考核', ['百分制 IDIOM']],
    ['百分位', ['百分位 IDIOM']],
    ['百分百', ['百分百 IDIOM']],
    ['多个百分点', ['百分点 IDIOM']],
    ['几个百分点', ['几个百分点 IDIOM']],
    ['百分之百', ['百分之百 = 100 % EXACT']],
    ['1个百分点', ['1个百分点 = 1 个百分点 EXACT']],
  ],
  'a number in brackets of any kind is a mark': [
    ['示范项目［20］', ['［20］ ORDINAL']],
    ['［3］〔12〕', ['［3］ ORDINAL', '〔12〕 ORDINAL']],
    ['[5]【7】{8}', ['[5] ORDINAL', '【7】 ORDINAL', '{8} ORDINAL']],
    ['(3)（4）', ['(3) ORDINAL', '（4） ORDINAL']],
    ['[1,2][3-5]', ['[1,2] ORDINAL', '[3-5] ORDINAL']],
    ['（3件）', ['3件 = 3 件 EXACT']],
  ],
  '一 is an article, and counts what is made or undone': [
    ['一步一个脚印', ['一步一个脚印 IDIOM']],
    ['干一件成一件', ['一件成一件 IDIOM']],
    ['一桩桩', ['一桩桩 IDIOM']],
    ['一个重要原因', ['一个 IDIOM']],
    ['一项紧迫任务', ['一项 IDIOM']],
    ['最近一次', ['一次 IDIOM']],
    ['有一次', ['一次 IDIOM']],
    ['这是一个过程', ['一个 IDIOM']],
    ['一个支部一个堡垒', ['一个支部一个 IDIOM']],
    ['无一人伤亡', ['一人 IDIOM']],
    ['一天也不耽误', ['一天 IDIOM']],
    ['新建一个中心', ['一个 = 1 个 EXACT']],
    ['撤销1件', ['1件 = 1 件 EXACT']],
    ['由三个合并为一个', ['三个 = 3 个 EXACT', '一个 = 1 个 EXACT']],
    ['每季度召开一次', ['一次 = 1 次 EXACT']],
    ['撤销决定一件。', ['一件 = 1 件 EXACT']],
  ],
  'numbers in names and of roads are none': [
    ['红十字会', ['十字 IDIOM']],
    ['331国道', ['331国道 CODE']],
    ['国道318', ['318 CODE']],
    ['八里岗', ['八里岗 IDIOM']],
    ['十里河', ['十里河 IDIOM']],
    ['三桥镇', ['三桥镇 IDIOM']],
    ['中山二路', ['二路 CODE']],
    ['沪苏浙皖三省一市', ['三省一市 IDIOM']],
    ['辖5个乡镇', ['5个 = 5 个 EXACT']],
    ['八里路', ['八里 = 8 里 EXACT']],
  ],
  'a ratio is one, whatever its colon': [
    ['2.9∶1', ['2.9∶1 = 2.9  EXACT']],
    ['4.0∶38.0∶58.0', ['4.0∶38.0∶58.0 = 0.10526315789473684  EXACT']],
    ['2.9:1', ['2.9:1 = 2.9  EXACT']],
    ['2.9：1', ['2.9：1 = 2.9  EXACT']],
    ['2.9 : 1', ['2.9 : 1 = 2.9  EXACT']],
    ['按6:4折算', ['6:4 = 1.5  EXACT']],
    ['不低于3:1的比例', ['不低于3:1 = 3  AT_LEAST 3..']],
    ['师生比1:50', ['1:50 = 0.02  EXACT']],
    ['配比为1比4', ['1比4 = 0.25  EXACT']],
    ['票数三比一', ['三比一 = 3  EXACT']],
  ],
  'times, scores, entries and citations are no ratios': [
    ['上午8:30开门', ['8:30 DATE']],
    ['时间8∶30至11∶30', ['8∶30至11∶30 DATE']],
    ['以3:2险胜', ['3:2 UNKNOWN']],
    ['3比2战胜', ['3比2 UNKNOWN']],
    ['比分25:20', ['25:20 UNKNOWN']],
    ['6:4', ['6:4 UNKNOWN']],
    ['附件1：2', ['1：2 UNKNOWN']],
    ['附件1：3份', ['1 ORDINAL', '3份 = 3 份 EXACT']],
    ['约翰福音3:61', ['3:61 UNKNOWN']],
    ['127.0.0.1:8080', ['127.0.0.1:8080 CODE']],
    ['2023比2022年多', ['2023 UNKNOWN', '2022年 DATE']],
    ['其中∶3件', ['3件 = 3 件 EXACT']],
  ],
  'versions, hotlines, entries and quoted numbers name': [
    ['首发经济3.0', ['3.0 CODE']],
    ['2.0版', ['2.0版 CODE']],
    ['12338妇联', ['12338 CODE']],
    ['拨打96110', ['96110 CODE']],
    ['“4”指', ['4 CODE']],
    ['12309检察服务', ['12309 CODE']],
    ['110、119、120', ['110 CODE', '119 CODE', '120 CODE']],
    ['电话：6923346', ['6923346 CODE']],
    ['HJ 663—2013', ['HJ 663—2013 CODE']],
    ['歼-20、东风-41', ['20 CODE', '41 CODE']],
    ['“双11”期间', ['11 CODE']],
    ['211、985高校', ['211 TITLE', '985高校 TITLE']],
    ['77国集团', ['77国集团 TITLE']],
    ['增长3.0%', ['3.0% = 3 % EXACT']],
    ['12338件', ['12338件 = 12338 件 EXACT']],
    ['增速为3.0', ['3.0 = 3  EXACT']],
  ],
  'a measure in a label is part of it': [
    ['15分钟社区生活圈', ['15分钟社区生活圈 TITLE']],
    ['1小时通勤圈', ['1小时通勤圈 TITLE']],
    ['0.1微克行动', ['0.1微克行动 TITLE']],
    ['一刻钟便民圈', ['一刻钟便民圈 TITLE']],
    ['24小时自助服务区', ['24小时 TITLE']],
    ['985工程', ['985工程 TITLE']],
    ['15分钟内到达', ['15分钟内 = 15 分钟 AT_MOST ..15']],
  ],
  'a year of two digits is one where the text leaves no doubt': [
    ['21年每月', ['21年 DATE']],
    ['截至23年底', ['23年底 DATE']],
    ['’22年', ['’22年 DATE']],
    ['21—23年', ['21—23年 DATE']],
    ['23年，全市', ['23年 UNKNOWN']],
    ['实施21年来', ['21年来 DATE']],
    ['连续21年', ['21年 = 21 年 EXACT']],
    ['有期徒刑10—15年', ['10—15年 = 10 年 BETWEEN 10..15']],
    ['工龄25年', ['25年 = 25 年 EXACT']],
  ],
  'sets that their number names are found by shape': [
    ['坚持四项基本原则', ['四项 IDIOM']],
    ['两种资源', ['两种 IDIOM']],
    ['中俄两国', ['两国 IDIOM']],
    ['两类不同性质的矛盾', ['两类 IDIOM']],
    ['守住两条底线', ['两条 IDIOM']],
    ['这三个方面', ['三个 IDIOM']],
    ['一江两岸', ['一江两岸 IDIOM']],
    ['制定三项制度', ['三项制度 IDIOM']],
    ['制定三项机制', ['三项机制 IDIOM']],
    ['出台三项标准', ['三项 = 3 项 EXACT']],
    ['四项任务', ['四项 IDIOM']],
    ['完成四项任务', ['四项 = 4 项 EXACT']],
    ['4项原则', ['4项 = 4 项 EXACT']],
    ['三个乡镇', ['三个 = 3 个 EXACT']],
  ],
  'a plan and a quoted deed are titles, a slogan is an idiom': [
    ['“十四五”规划', ['十四五 TITLE']],
    ['“十大工程”', ['十大工程 TITLE']],
    ['“千村示范工程”', ['千村示范工程 TITLE']],
    ['三年行动', ['三年行动 TITLE']],
    ['“四个亲自”', ['四个亲自 IDIOM']],
    ['“三减”', ['三减 IDIOM']],
  ],
};

for (const [behaviour, examples] of Object.entries(cases)) {
  test(behaviour, () => {
    for (const [text, expected] of examples) assert.deepEqual(readNumerals(text), expected, text);
  });
}

test('to make a road better makes it no longer', () => {
  const change = (text: string) => findNumerals(text).map(({ quantity }) => quantity?.change?.role);
  assert.deepEqual(change('改造提升农村公路2500公里'), [undefined]);
  assert.deepEqual(change('提升农村公路2500公里'), [undefined]);
  assert.deepEqual(change('第一产业增加值512亿元').at(-1), undefined);
  assert.deepEqual(change('扩大种植面积3万亩'), ['BY']);
  assert.deepEqual(change('减少环节46个'), ['BY']);
  assert.deepEqual(change('提高办结率5个百分点'), ['BY']);
  assert.deepEqual(change('提高办结率95%'), [undefined]);
});
