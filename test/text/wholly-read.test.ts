import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import { percentOf } from '../../src/text/numerals/numbers/ratio.ts';
import { readNumerals } from '../support/numerals.ts';

/** What is not wholly read must not pass as read: one test for each kind. */
const cases: Record<string, [string, string[]][]> = {
  'a sign that is said in a word makes the value negative': [
    ['增长率为负3.9%', ['负3.9% = -3.9 % EXACT']],
    ['增速由负2%回升', ['负2% = -2 % EXACT']],
    ['投资负增长2.1%', ['2.1% = -2.1 % EXACT']],
    ['气温零下5℃', ['零下5℃ = -5 ℃ EXACT']],
    ['最低零下二十度', ['零下二十度 = -20 度 EXACT']],
    ['净利润为-1.2亿元', ['-1.2亿元 = -120000000 元 EXACT']],
    ['自然增长率－1.39‰', ['－1.39‰ = -1.39 ‰ EXACT']],
    ['担负3项任务', ['3项 = 3 项 EXACT']],
    ['户均减负300元', ['300元 = 300 元 EXACT']],
    ['2项-3项', ['2项-3项 = 2 项 BETWEEN 2..3']],
  ],
  'one number in digits and characters is one number': [
    ['1万零20件', ['1万零20件 = 10020 件 EXACT']],
    ['2千零30万元', ['2千零30万元 = 20300000 元 EXACT']],
    ['1千零20人', ['1千零20人 = 1020 人 EXACT']],
    ['3万五千人', ['3万五千人 = 35000 人 EXACT']],
    ['一万2千人', ['一万2千人 = 12000 人 EXACT']],
    ['1亿零300万元', ['1亿零300万元 = 103000000 元 EXACT']],
    ['1万20件', ['1万20 UNKNOWN']],
    ['五百6十', ['五百6十 = 560  EXACT']],
  ],
  'a space inside a number or before its scale or unit parts nothing': [
    ['投资4.35 亿元', ['4.35 亿元 = 435000000 元 EXACT']],
    ['12 345件', ['12 345件 = 12345 件 EXACT']],
    ['1\u2009234\u2009567件', ['1\u2009234\u2009567件 = 1234567 件 EXACT']],
    ['收入 5955 亿元', ['5955 亿元 = 595500000000 元 EXACT']],
    ['超过 300 家', ['超过 300 家 = 300 家 MORE_THAN 300..']],
    ['占 35.2 %', ['35.2 % = 35.2 % EXACT']],
    ['12 88项', ['12 = 12  EXACT', '88项 = 88 项 EXACT']],
    ['3 5件', ['3 = 3  EXACT', '5件 = 5 件 EXACT']],
    ['1200 300件', ['1200 = 1200  EXACT', '300件 = 300 件 EXACT']],
  ],
  'a circle or the letter O is the zero of a dateline': [
    ['二○二三年二月十日', ['二○二三年二月十日 DATE']],
    ['一九八○年', ['一九八○年 DATE']],
    ['二OO八年五月', ['二OO八年五月 DATE']],
    ['二Ｏ一Ｏ年', ['二Ｏ一Ｏ年 DATE']],
    ['二0二三年', ['二0二三年 DATE']],
    ['二零二三年', ['二零二三年 DATE']],
  ],
  'a loose number is read where it has one reading': [
    ['一百九十万零三千九百七十一人', ['一百九十万零三千九百七十一人 = 1903971 人 EXACT']],
    ['一千一十件', ['一千一十件 = 1010 件 EXACT']],
    ['一百十一件', ['一百十一件 = 111 件 EXACT']],
    ['一万六七件', ['一万六七件 = 16000 件 BETWEEN 16000..17000']],
    ['三百五六户', ['三百五六户 = 350 户 BETWEEN 350..360']],
    ['两万半元', ['两万半元 = 25000 元 EXACT']],
  ],
  'a formal figure is one with the scale behind it': [
    ['罚金人民币贰万元', ['贰万元 = 20000 元 EXACT']],
    ['收入伍万元', ['伍万元 = 50000 元 EXACT']],
    ['缴纳叁亿元整', ['叁亿元 = 300000000 元 EXACT']],
    ['柒万余元', ['柒万余元 = 70000 元 MORE_THAN 70000..80000']],
    ['退伍万人', ['万人 = 10000 人 ABOUT']],
  ],
  'twenty and thirty in one character': [
    ['面积廿八亩', ['廿八亩 = 28 亩 EXACT']],
    ['卅余户', ['卅余户 = 30 户 MORE_THAN 30..40']],
    ['廿个项目', ['廿个 = 20 个 EXACT']],
    ['腊月廿八日', ['廿八日 DATE']],
    ['廿八', ['廿八 UNKNOWN']],
    ['廿里堡', []],
  ],
  'two neighbours with a comma of lists between them are a range': [
    ['个体户增至五、六万户', ['五、六万户 = 50000 户 BETWEEN 50000..60000']],
    ['约需七、八个月', ['七、八个月 = 7 个月 BETWEEN 7..8']],
    ['仅二、三十人参加', ['二、三十人 = 20 人 BETWEEN 20..30']],
    ['用时两、三天', ['两、三天 = 2 天 BETWEEN 2..3']],
    ['对二、三类隐患整改', ['二、三类 ORDINAL']],
    ['增长2%,三、四季度回升', ['2% = 2 % EXACT', '三、四季度 DATE']],
    ['整改完成。三、四个方面发力', ['三、 ORDINAL', '四个 = 4 个 EXACT']],
  ],
  'a bound holds over the verb between it and its figure': [
    ['至少建立1个中心', ['1个 = 1 个 AT_LEAST 1..']],
    ['每季度至少开展两次检查', ['两次 = 2 次 AT_LEAST 2..']],
    ['至少出庭应诉一次', ['一次 = 1 次 AT_LEAST 1..']],
    ['最多可申报3个', ['3个 = 3 个 AT_MOST ..3']],
    ['大约需要5个工作日', ['5个工作日 = 5 个工作日 ABOUT']],
    ['约合人民币3600万元', ['3600万元 = 36000000 元 ABOUT']],
    ['最多的是3件', ['3件 = 3 件 EXACT']],
    ['数量最少,开展2次', ['2次 = 2 次 EXACT']],
  ],
  'hundreds of millions are counted like things': [
    ['投入3个亿。', ['3个亿 = 300000000  EXACT']],
    ['投资1.2个亿,', ['1.2个亿 = 120000000  EXACT']],
    ['投入3个多亿', ['3个多亿 = 300000000  MORE_THAN 300000000..400000000']],
    ['约两个亿左右', ['约两个亿左右 = 200000000  ABOUT']],
    ['建设3个亿元项目', ['3个 = 3 个 EXACT', '亿元 = 100000000 元 AT_LEAST 100000000..']],
  ],
  'a plus behind a number is or more': [
    ['服务企业300+家', ['300+家 = 300 家 AT_LEAST 300..']],
    ['办件2000+件', ['2000+件 = 2000 件 AT_LEAST 2000..']],
    ['阅读量10万+。', ['10万+ = 100000  AT_LEAST 100000..']],
  ],
  'strong and weak behind a share are more and less': [
    ['回落三分之一强。', ['三分之一强 = 0.3333333333333333  MORE_THAN 0.3333333333333333..']],
    ['占四成强、', ['四成强 = 4 成 MORE_THAN 4..']],
    ['占三成弱。', ['三成弱 = 3 成 LESS_THAN ..3']],
  ],
  'words of a period or of a bound are read whole': [
    ['上一季度', ['上一季度 DATE']],
    ['近三月', ['近三月 DATE']],
    ['下一年度', ['下一年度 DATE']],
    ['头两个月', ['头两个月 DATE']],
    ['过95%', ['过95% = 95 % MORE_THAN 95..']],
    ['跨过3万亿元', ['跨过3万亿元 = 3000000000000 元 MORE_THAN 3000000000000..']],
    ['迈上5万亿台阶', ['迈上5万亿 = 5000000000000  AT_LEAST 5000000000000..']],
    ['站稳2万亿元台阶', ['站稳2万亿元 = 2000000000000 元 AT_LEAST 2000000000000..']],
    ['≥35%', ['≥35% = 35 % AT_LEAST 35..']],
    ['通过95项', ['95项 = 95 项 EXACT']],
    ['突破3项关键技术', ['3项 = 3 项 EXACT']],
  ],
  'more is read inside a number and behind it, wherever it stands': [
    ['2百多万元', ['2百多万元 = 2000000 元 MORE_THAN 2000000..3000000']],
    ['三十余载', ['三十余载 = 30 载 MORE_THAN 30..40']],
    ['一个多月', ['一个多月 = 1 个月 MORE_THAN 1..2']],
    ['万把块钱', ['万把块钱 = 10000 块钱 ABOUT']],
    ['约莫50户', ['约莫50户 = 50 户 ABOUT']],
    ['两到三家', ['两到三家 = 2 家 BETWEEN 2..3']],
    ['三至五户', ['三至五户 = 3 户 BETWEEN 3..5']],
    ['人均GDP8.6万元', ['8.6万元 = 86000 元 EXACT']],
    ['降息25BP', ['25BP = 25 BP EXACT']],
    ['积雪足有半米厚', ['半米 = 0.5 米 EXACT']],
    ['赔款四亿五千万两白银', ['四亿五千万两 = 450000000 两 EXACT']],
    ['两千两百件', ['两千两百件 = 2200 件 EXACT']],
    ['共六章四十八条', ['六章 = 6 章 EXACT', '四十八条 = 48 条 EXACT']],
    ['应当在开工15日前备案', ['15日 = 15 日 EXACT']],
    ['自发布之日起30日后施行', ['30日 = 30 日 EXACT']],
    ['5月15日前报送', ['5月15日前 DATE']],
    ['因“反复胸痛3天”入院', ['3天 = 3 天 EXACT']],
    ['赔偿贰个月租金', ['贰个月 = 2 个月 EXACT']],
    ['叁佰万元整', ['叁佰万元 = 3000000 元 EXACT']],
    ['收入陆续增长', []],
    ['大陆份额', []],
  ],
  'a bound that is negated is turned round': [
    ['不得少于5人', ['不得少于5人 = 5 人 AT_LEAST 5..']],
    ['不得超过3次', ['不得超过3次 = 3 次 AT_MOST ..3']],
    ['不能低于60%', ['不能低于60% = 60 % AT_LEAST 60..']],
    ['未突破100件', ['未突破100件 = 100 件 AT_MOST ..100']],
    ['不超过35周岁', ['不超过35周岁 = 35 周岁 AT_MOST ..35']],
    ['最高奖励500万元', ['最高奖励500万元 = 5000000 元 AT_MOST ..5000000']],
    ['3人（含3人）以上', ['3人（含3人）以上 = 3 人 AT_LEAST 3..']],
    ['超过3次', ['超过3次 = 3 次 MORE_THAN 3..']],
  ],
  'a range is one whose words stand around or behind it': [
    ['在3件与5件之间', ['3件与5件之间 = 3 件 BETWEEN 3..5']],
    ['介于3%和5%之间', ['3%和5%之间 = 3 % BETWEEN 3..5']],
    ['从3件到5件不等', ['3件到5件 = 3 件 BETWEEN 3..5']],
    ['百分之三到百分之五', ['百分之三到百分之五 = 3 % BETWEEN 3..5']],
    ['3件与5件', ['3件 = 3 件 EXACT', '5件 = 5 件 EXACT']],
  ],
  'small ratios have one scale': [
    ['千分之三', ['千分之三 = 3 ‰ EXACT']],
    ['3‰', ['3‰ = 3 ‰ EXACT']],
    ['万分之五', ['万分之五 = 5 ‱ EXACT']],
    ['5‱', ['5‱ = 5 ‱ EXACT']],
    ['三分之二', ['三分之二 = 0.6666666666666666  EXACT']],
  ],
  'a scale alone is a value where something bounds it, and a class else': [
    ['突破万亿', ['突破万亿 = 1000000000000  MORE_THAN 1000000000000..']],
    ['超百万', ['超百万 = 1000000  MORE_THAN 1000000..']],
    ['近千亿', ['近千亿 = 100000000000  NEARLY ..100000000000']],
    ['4个过千亿', ['4个 = 4 个 EXACT', '过千亿 = 100000000000  MORE_THAN 100000000000..']],
    ['万亿级产业', ['万亿级 = 1000000000000  AT_LEAST 1000000000000..']],
    ['千亿级集群', ['千亿级 = 100000000000  AT_LEAST 100000000000..']],
    ['万某', ['万 UNKNOWN']],
    ['千万要注意', ['千万 UNKNOWN']],
  ],
  'to double is a factor of two': [
    ['翻一番', ['翻一番 = 2 倍 EXACT']],
    ['翻了一番', ['翻了一番 = 2 倍 EXACT']],
    ['再翻两番', ['翻两番 = 4 倍 EXACT']],
    ['翻了近一番', ['翻了近一番 = 2 倍 NEARLY ..2']],
  ],
  'characters that nobody sees are read through': [
    ['12\u200b88项', ['12\u200b88项 = 1288 项 EXACT']],
    ['12\u00a088项', ['12\u00a088项 = 1288 项 EXACT']],
    ['1\u00ad2件', ['1\u00ad2件 = 12 件 EXACT']],
    ['35\ufeff件', ['35\ufeff件 = 35 件 EXACT']],
    ['\uf9d1十件', ['\uf9d1十件 = 60 件 EXACT']],
    ['⼗⼆件', ['⼗⼆件 = 12 件 EXACT']],
  ],
  'a middle dot is a decimal point before a rate, and nothing that is guessed else': [
    ['19·5％', ['19·5％ = 19.5 ％ EXACT']],
    ['3•2亿元', ['3•2亿元 = 320000000 元 EXACT']],
    ['19·5件', ['19·5 UNKNOWN']],
    ['12·4国家宪法日', ['12·4 DATE']],
  ],
};

for (const [behaviour, examples] of Object.entries(cases)) {
  test(behaviour, () => {
    for (const [text, expected] of examples) assert.deepEqual(readNumerals(text), expected, text);
  });
}

test('a loose number with several readings has all of them and no value', () => {
  for (const [text, readings, unit] of [
    ['一百五件', [150, 105], '件'],
    ['三万五人', [35_000, 30_005], '人'],
    ['两千零件', [2000], '件'],
    ['三二一件', [321], '件'],
    ['1万20件', [10_020], '件'],
    ['9～16亿元', [9, 900_000_000], '元'],
    ['1.2.3件', [], '件'],
  ] as const) {
    const [numeral] = findNumerals(text);
    assert.equal(numeral?.kind, 'UNKNOWN', text);
    assert.deepEqual([numeral.unread?.readings, numeral.unread?.unit], [readings, unit], text);
  }
  assert.equal(findNumerals('一百五')[0]?.unread, null);
});

test('parts of a whole are comparable, whatever they are written in', () => {
  const percent = (text: string) => {
    const [found] = findNumerals(text).flatMap(({ quantity }) => quantity ?? []);
    return (found?.value ?? 0) * (percentOf(found?.unit ?? '') ?? Number.NaN);
  };
  for (const text of ['三成', '30%', '30％', '百分之三十', '300‰', '3000‱']) {
    assert.equal(percent(text), 30, text);
  }
  assert.equal(percentOf('件'), null);
});
