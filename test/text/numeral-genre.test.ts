import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import { readNumerals } from '../support/numerals.ts';

const readQuantities = (words: string) =>
  findNumerals(words).flatMap(({ quantity }) => quantity ?? []);

function changes(text: string): string[] {
  return findNumerals(text).flatMap(({ text: words, quantity }) =>
    quantity?.change == null ? [] : [`${words} ${Object.values(quantity.change).join(' ')}`],
  );
}

const cases: Record<string, [string, string[]][]> = {
  'amounts carry their ten thousands, decimals and separators': [
    ['粮食产量1.39万亿斤', ['1.39万亿斤 = 1390000000000 斤 EXACT']],
    ['3.2万元', ['3.2万元 = 32000 元 EXACT']],
    ['1,288项和1，288项', ['1,288项 = 1288 项 EXACT', '1，288项 = 1288 项 EXACT']],
    ['2次,3次', ['2次 = 2 次 EXACT', '3次 = 3 次 EXACT']],
    ['８个部门５３项', ['８个 = 8 个 EXACT', '５３项 = 53 项 EXACT']],
    ['14亿1178万人', ['14亿1178万人 = 1411780000 人 EXACT']],
    ['一万三千亿斤', ['一万三千亿斤 = 1300000000000 斤 EXACT']],
    ['壹万贰仟元整', ['壹万贰仟元 = 12000 元 EXACT']],
    ['5万千瓦、3千克', ['5万千瓦 = 50000 千瓦 EXACT', '3千克 = 3 千克 EXACT']],
    ['办结 12 件', ['12 件 = 12 件 EXACT']],
    ['增长-2.3%', ['-2.3% = -2.3 % EXACT']],
  ],
  'classifiers of pairs, roofs, tools and people before a noun that begins like another word': [
    ['为32对新人颁证', ['32对 = 32 对 EXACT']],
    ['保障4120名特困人员', ['4120名 = 4120 名 EXACT']],
    ['储备帐篷1500顶、灭火器800具', ['1500顶 = 1500 顶 EXACT', '800具 = 800 具 EXACT']],
    ['3具备条件', ['3 = 3  EXACT']],
  ],
  'people whom a number counts take no place in a row': [
    ['聘请村居法律顾问23名', ['23名 = 23 名 EXACT']],
    ['选聘居民调解员45名', ['45名 = 45 名 EXACT']],
    ['安排法律顾问2位', ['2位 = 2 位 EXACT']],
    ['序列民警4名', ['4名 = 4 名 EXACT']],
    ['考核居全市3名', ['3名 ORDINAL']],
    ['列乌兰察布市3位', ['3位 ORDINAL']],
    ['位居同类县区5位', ['5位 ORDINAL']],
  ],
  '余 and 多 bound by the place that they stand behind': [
    ['80余场次', ['80余场次 = 80 场次 MORE_THAN 80..90']],
    ['20多万份', ['20多万份 = 200000 份 MORE_THAN 200000..300000']],
    ['20余万份', ['20余万份 = 200000 份 MORE_THAN 200000..300000']],
    ['20万多份', ['20万多份 = 200000 份 MORE_THAN 200000..210000']],
    ['3.2万余元', ['3.2万余元 = 32000 元 MORE_THAN 32000..33000']],
    ['二十余万人', ['二十余万人 = 200000 人 MORE_THAN 200000..300000']],
    ['三年多', ['三年多 = 3 年 MORE_THAN 3..4']],
    ['5个多月', ['5个多月 = 5 个月 MORE_THAN 5..6']],
  ],
  'bounds are read on both sides': [
    ['超过2.2万亿元', ['超过2.2万亿元 = 2200000000000 元 MORE_THAN 2200000000000..']],
    ['1200万人以上', ['1200万人以上 = 12000000 人 AT_LEAST 12000000..']],
    ['不少于20个', ['不少于20个 = 20 个 AT_LEAST 20..']],
    ['约300户', ['约300户 = 300 户 ABOUT']],
    ['节约300元', ['300元 = 300 元 EXACT']],
    ['近20万人', ['近20万人 = 200000 人 NEARLY ..200000']],
    ['5个工作日内', ['5个工作日内 = 5 个工作日 AT_MOST ..5']],
    ['不到3天', ['不到3天 = 3 天 LESS_THAN ..3']],
    ['3至5个', ['3至5个 = 3 个 BETWEEN 3..5']],
    ['5%—10%', ['5%—10% = 5 % BETWEEN 5..10']],
    ['三四个', ['三四个 = 3 个 BETWEEN 3..4']],
    ['十几个', ['十几个 = 11 个 BETWEEN 11..19']],
    ['几百户', ['几百户 = 200 户 BETWEEN 200..999']],
    ['上千人次', ['上千人次 = 1000 人次 AT_LEAST 1000..']],
    ['万家企业', ['万家 = 10000 家 ABOUT']],
  ],
  'parts of a whole keep their base apart': [
    ['百分之五', ['百分之五 = 5 % EXACT']],
    ['2.8个百分点', ['2.8个百分点 = 2.8 个百分点 EXACT']],
    ['四分之三', ['四分之三 = 0.75  EXACT']],
    ['3个100%', ['3个 = 3 个 EXACT', '100% = 100 % EXACT']],
  ],
  'dates and windows are no amounts': [
    ['1980年—2023年10月前', ['1980年—2023年10月前 DATE']],
    ['截至2023年底,2021—2025年', ['截至2023年底 DATE', '2021—2025年 DATE']],
    ['(2021-2025)', ['2021-2025 DATE']],
    ['2023年内蒙古', ['2023年 DATE']],
    ['今年1—10月', ['今年1—10月 DATE']],
    ['2023年12月31日前', ['2023年12月31日前 DATE']],
    ['前三季度、第一季度、一季度', ['前三季度 DATE', '第一季度 DATE', '一季度 DATE']],
    ['近三年;五年来;近年来;年内', ['近三年 DATE', '五年来 DATE', '近年来 DATE', '年内 DATE']],
    ['为期3年', ['3年 = 3 年 EXACT']],
    ['12:30,2023-10-01', ['12:30 DATE', '2023-10-01 DATE']],
    ['二〇二三年、二十一世纪', ['二〇二三年 DATE', '二十一世纪 DATE']],
    ['“12·4”国家宪法日', ['12·4 DATE']],
    ['去年,上年,截止目前,近日', ['去年 DATE', '上年 DATE', '截止目前 DATE', '近日 DATE']],
  ],
  'ordinals rank and count nothing': [
    ['一是抓。二是管。', ['一是 ORDINAL', '二是 ORDINAL']],
    ['(一)总体\n一、加强\n1.落实', ['(一) ORDINAL', '一、 ORDINAL', '1. ORDINAL']],
    ['第八个五年规划', ['第八个五年规划 ORDINAL']],
    ['“十四五”时期、“八五”普法', ['十四五 TITLE', '八五 TITLE']],
    ['党的二十大、十九届六中全会', ['二十大 ORDINAL', '十九届六中全会 ORDINAL']],
    ['市、县、乡、村四级平台', ['四级 = 4 级 EXACT']],
    ['二十届二中、三中全会', ['二十届 ORDINAL', '二中 ORDINAL', '三中全会 ORDINAL']],
    ['三、不足。\n四、2024年', ['三、 ORDINAL', '四、 ORDINAL', '2024年 DATE']],
    ['三级医院、市县两级', ['三级 ORDINAL', '两级 = 2 级 EXACT']],
  ],
  'named sets and words with a numeral are idioms': [
    ['“四个亲自”“法律七进”', ['四个亲自 IDIOM', '法律七进 IDIOM']],
    ['“1+6”“三减”49项', ['1+6 IDIOM', '三减 IDIOM', '49项 = 49 项 EXACT']],
    ['两不愁三保障,一二三产业', ['两不愁三保障 IDIOM', '一二三产业 IDIOM']],
    ['双随机、一公开', ['双随机、一公开 IDIOM']],
    ['统一三个标准', ['统一 IDIOM', '三个 = 3 个 EXACT']],
    ['十分重要,十分钟', ['十分 IDIOM', '十分钟 = 10 分钟 EXACT']],
    ['一村一法律顾问,一户一策', ['一村一法律顾问 IDIOM', '一户一策 IDIOM']],
    ['7×24小时,世界500强', ['7×24小时 IDIOM', '500强 IDIOM']],
  ],
  'numbers that name are codes': [
    ['拨打12345热线,110报警', ['12345 CODE', '110 CODE']],
    ['110件', ['110件 = 110 件 EXACT']],
    ['(国发〔2019〕28号)', ['国发〔2019〕28号 CODE']],
    ['5A级景区,5G基站,PM2.5', ['5A级 CODE', '5G CODE', 'PM2.5 CODE']],
    ['GB/T 15835-2011', ['GB/T 15835-2011 CODE']],
  ],
  'a title is one numeral, nested marks and all': [
    [
      '《关于〈2023年规划〉第2号的意见》印发3份',
      ['《关于〈2023年规划〉第2号的意见》 TITLE', '3份 = 3 份 EXACT'],
    ],
    ['《民法典》', []],
    ['《未完2份', ['2份 = 2 份 EXACT']],
  ],
  'what is malformed has no value': [
    ['两千零', ['两千零 UNKNOWN']],
    ['三二一', ['三二一 UNKNOWN']],
    ['1.2.3', ['1.2.3 UNKNOWN']],
    ['12,345,67件', ['12,345,67 UNKNOWN']],
    ['9～16亿元', ['9～16亿 UNKNOWN']],
    ['一百五', ['一百五 UNKNOWN']],
    ['20十', ['20十 UNKNOWN']],
    [
      '比例由10:45:45调整为9:46:45',
      ['10:45:45 = 0.2222222222222222  EXACT', '9:46:45 = 0.1956521739130435  EXACT'],
    ],
    ['万某', ['万 UNKNOWN']],
  ],
};

for (const [behaviour, examples] of Object.entries(cases)) {
  test(behaviour, () => {
    for (const [text, expected] of examples) assert.deepEqual(readNumerals(text), expected, text);
  });
}

test('a verb makes figures the start, the end or the amount of a change', () => {
  assert.deepEqual(changes('由20个工作日压缩至10个工作日'), [
    '20个工作日 压缩 DOWN FROM',
    '10个工作日 压缩 DOWN TO',
  ]);
  assert.deepEqual(changes('从原来的30天缩短为7天'), ['30天 缩短 DOWN FROM', '7天 缩短 DOWN TO']);
  assert.deepEqual(changes('由2022年的45%提高到50%'), ['45% 提高 UP FROM', '50% 提高 UP TO']);
  assert.deepEqual(changes('减少环节46个,增长5%,减少至3项'), [
    '46个 减少 DOWN BY',
    '5% 增长 UP BY',
    '3项 减少 DOWN TO',
  ]);
  assert.deepEqual(changes('由5.5%调整为5%'), ['5.5% 调整  FROM', '5% 调整  TO']);
  assert.deepEqual(changes('由2021年的45件增加到2023年的120件'), [
    '45件 增加 UP FROM',
    '120件 增加 UP TO',
  ]);
  assert.deepEqual(changes('下降至2022年底的3.5%'), ['3.5% 下降 DOWN TO']);
  assert.deepEqual(changes('增加2023年的预算120万元'), []);
  assert.deepEqual(changes('提升34个部门的执法水平,新增就业3万人'), []);
  assert.deepEqual(changes('分别增长5.1%和7.2%'), ['5.1% 增长 UP BY', '7.2% 增长 UP BY']);
  assert.deepEqual(changes('经济总量翻一番'), ['翻一番 翻 UP TO']);
});

test('人均 reaches the first figure of its clause, and no rate', () => {
  const perHead = (text: string): boolean[] => readQuantities(text).map((found) => found.perHead);
  assert.deepEqual(perHead('人均基本达到41学时目标'), [true]);
  assert.deepEqual(perHead('人均学习高达91.2学时,培训3次'), [true, false]);
  assert.deepEqual(perHead('人均收入增长5%'), [false]);
});

test('the span of the bare number leaves qualifier and unit out', () => {
  const [found] = readQuantities('发放超过20多万份');
  assert.ok(found);
  assert.deepEqual(found.number, { start: 4, end: 8 });
});
