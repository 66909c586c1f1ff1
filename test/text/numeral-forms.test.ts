import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../support/random/properties.ts';
import { unitWords } from '../../src/text/numerals/lists/unit-words.ts';
import { findNumerals } from '../../src/text/numerals/numeral-scanner.ts';
import type { Quantity } from '../../src/text/numerals/numeral.ts';
import { simplifyText } from '../../src/text/characters/simplify.ts';
import { simplified, traditional } from '../../src/text/characters/traditional-characters.ts';
import { readNumerals } from '../support/numerals.ts';
import {
  foreignUnits,
  withUnseen,
  writeChinese,
  writeMixed,
} from '../support/random/written-numbers.ts';

/** The only numeral of a text, which is a quantity. */
function only(text: string): Quantity & { words: string } {
  const found = findNumerals(text);
  assert.equal(found.length, 1, `${text}: ${JSON.stringify(found)}`);
  const [numeral] = found;
  assert.ok(numeral?.quantity != null, `${text}: ${numeral?.kind}`);
  return { ...numeral.quantity, words: numeral.text };
}

const wholes = fc.integer({ min: 1, max: 9_999_999 });
const units = fc.constantFrom('件', '人次', '公里', '个', '万元', '亿元', '%', '‰', '个百分点');
const powerOf = (unit: string) => (unit === '万元' ? 4 : unit === '亿元' ? 8 : 0);
const plainOf = (unit: string) => unit.replace(/^[万亿]/, '');

test('numbers in mixed scripts read back', () => {
  fc.assert(
    fc.property(
      wholes,
      fc.constantFrom(1e3 as const, 1e4 as const, 1e8 as const),
      fc.boolean(),
      (value, power, inDigits) => {
        fc.pre(value >= power && value < power * (power === 1e3 ? 10 : 1e4));
        const text = `办结${writeMixed(value, power, inDigits)}件。`;
        assert.equal(only(text).value, value, text);
      },
    ),
    { numRuns: 1500 },
  );
});

test('signs in every form read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom('%', '‰', '℃'),
      (tenths, unit) => {
        const value = tenths / 10;
        for (const sign of ['负', '-', '−', '－', '—']) {
          assert.equal(only(`增速为${sign}${value}${unit}。`).value, -value, sign);
        }
        assert.equal(only(`投资负增长${value}%。`).value, -value);
        assert.equal(only(`气温零下${value}℃。`).value, -value);
        assert.equal(only(`增速为${value}${unit}。`).value, value);
      },
    ),
    { numRuns: 200 },
  );
});

test('spaces and characters that nobody sees change nothing', () => {
  const spaced = fc.tuple(
    wholes,
    units,
    fc.constantFrom('', ' ', '\u00a0', '  '),
    fc.constantFrom('', ' '),
  );
  fc.assert(
    fc.property(spaced, ([value, unit, before, behind]) => {
      const text = `收入${before}${value}${behind}${unit}，`;
      const { value: read, unit: readUnit } = only(text);
      assert.deepEqual(
        [read, readUnit],
        [Number(`${value}e${powerOf(unit)}`), plainOf(unit)],
        text,
      );
    }),
    { numRuns: 1000 },
  );
  const hidden = fc.tuple(wholes, fc.boolean()).chain(([value, inChinese]) =>
    withUnseen(inChinese ? writeChinese(value) : String(value)).map((words) => ({
      value,
      words,
    })),
  );
  fc.assert(
    fc.property(hidden, ({ value, words }) => {
      const text = `办结${words}件。`;
      assert.equal(only(text).value, value, JSON.stringify(text));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 999_999_999 }),
      fc.constantFrom(' ', '\u2009', '\u202f', ','),
      (value, gap) => {
        const words = value.toLocaleString('en-US').replaceAll(',', gap);
        assert.equal(only(`办结${words}件。`).value, value, words);
      },
    ),
    { numRuns: 500 },
  );
});

test('two numbers that stand beside each other stay two', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 99 }),
      (one, other) => {
        const values = findNumerals(`共${one} ${other}件。`).flatMap(
          ({ quantity }) => quantity?.value ?? [],
        );
        const isYear = one >= 1900 && one < 2100;
        assert.deepEqual(values, isYear ? [other] : [one, other]);
      },
    ),
    { numRuns: 500 },
  );
});

test('ranges read back however their words stand', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      units,
      (low, more, unit) => {
        const high = low + more;
        const shared =
          unit.startsWith('万') || unit.startsWith('亿') ? `${low}${unit}` : String(low);
        for (const words of [
          `${low}${unit}至${high}${unit}`,
          `${low}${unit}—${high}${unit}`,
          `${shared}～${high}${unit}`,
          `从${low}${unit}到${high}${unit}不等`,
          `在${low}${unit}与${high}${unit}之间`,
          `在${low}${unit}和${high}${unit}之间`,
        ]) {
          const { qualifier, minimum, maximum } = only(`收取${words}。`);
          const scale = (value: number) => Number(`${value}e${powerOf(unit)}`);
          assert.deepEqual(
            [qualifier, minimum, maximum],
            ['BETWEEN', scale(low), scale(high)],
            words,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

const wideOf = (words: string) =>
  words.replace(/[0-9:.]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

test('ratios read back as the first term over the second, whatever parts them', () => {
  const term = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(
      term,
      term,
      fc.constantFrom(':', '：', '∶', ' : ', '比'),
      fc.constantFrom('比例为', '收入比由', '按', '师生比约', '不低于'),
      (one, other, mark, lead) => {
        const [first, second] = [one, other].map(([whole, tenth]) =>
          Number(`${whole}.${lead === '按' ? 0 : tenth}`),
        );
        const isTimeAfterAll = lead === '按' || lead === '不低于' ? /^[0-5]\d$/ : /^$/;
        fc.pre(!isTimeAfterAll.test(String(second)));
        for (const words of [`${first}${mark}${second}`, wideOf(`${first}:${second}`)]) {
          const { value, unit, perHead } = only(`人均${lead}${words}。`);
          assert.deepEqual([value, unit, perHead], [first! / second!, '', false], words);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('no time of day, score, address or entry is a ratio', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom(':', '：', '∶'),
      (hour, minute, mark) => {
        const time = `${hour}${mark}${two(minute)}`;
        for (const text of [
          `上午${time}开始`,
          `${time}到岗`,
          `时间为${time}—23${mark}59`,
          `由8:30提前到${time}`,
          `比分为${hour}${mark}${minute}`,
          `以${hour}${mark}${minute}战胜`,
          `以${hour}比${minute}险胜`,
          `附件${hour}${mark}${minute}`,
          `192.168.${hour}.${minute}:80`,
        ]) {
          const quantities = findNumerals(text).filter(({ kind }) => kind === 'QUANTITY');
          assert.deepEqual(quantities, [], text);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a verb leads to its level across the date that it holds for', () => {
  const verbs = { 增加: 'UP', 提高: 'UP', 上升: 'UP', 下降: 'DOWN', 减少: 'DOWN', 调整: null };
  const when = fc.constantFrom(
    '2023年的',
    '2022年底的',
    '今年的',
    '目前的',
    '现在的',
    '2023年上半年的',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.entries(verbs)),
      fc.constantFrom('到', '至', '到了', '为'),
      when,
      fc.constantFrom('', '2021年的', '上年的', '原来的'),
      fc.constantFrom('件', '%', '亿元'),
      ([verb, direction], level, until, since, unit) => {
        const text = `由${since}45${unit}${verb}${level}${until}120${unit}。`;
        const [from, to] = findNumerals(text).flatMap(({ quantity }) => quantity ?? []);
        assert.deepEqual(from?.change, { verb, direction, role: 'FROM' }, text);
        assert.deepEqual(to?.change, { verb, direction, role: 'TO' }, text);
      },
    ),
  );
});

test('zero is read as a level behind every verb and before every classifier, and never in a word', () => {
  const attributes = '事故 投诉 上访 排放 碳 首付 关税 距离 容忍 死亡 发案 舆情 违章'.split(' ');
  fc.assert(
    fc.property(
      fc.constantFrom('降至', '下降到', '减少为', '均为', '保持为', '压减至', '达到'),
      fc.constantFrom('', '。', '，', '；', '的目标'),
      fc.constantFrom('起', '人', '例', '宗', '次'),
      fc.constantFrom(...attributes),
      fc.constantFrom('实现', '做到', '保持', '打造', '确保', '、'),
      (level, close, unit, attribute, verb) => {
        const [zero] = findNumerals(`事故起数${level}零${close}`);
        assert.deepEqual([zero?.kind, zero?.quantity?.value], ['QUANTITY', 0], level + close);
        for (const number of ['零', '0']) {
          const found = only(`事故${level}${number}${unit}。`);
          assert.deepEqual([found.value, found.unit], [0, unit]);
        }
        const words = findNumerals(`${verb}零${attribute}。`).map(({ kind }) => kind);
        assert.deepEqual(words, ['IDIOM'], `${verb}零${attribute}`);
      },
    ),
  );
});

const traditionalOf = new Map(
  Array.from(simplified, (character, nth) => [character, traditional.charAt(nth)]),
);
const inTraditional = (text: string) =>
  text.replace(/[\u4e00-\u9fff]/g, (each) => traditionalOf.get(each) ?? each);

test('traditional characters read as the simplified ones do, classifiers and verbs too', () => {
  const plain = (text: string) =>
    findNumerals(text).map((each) => ({
      ...each,
      text: simplifyText(each.text),
    }));
  assert.deepEqual(readNumerals('撤銷2個機構，18歲以上35項，五十戶、三間、百餘條、近3萬件'), [
    '2個 = 2 个 EXACT',
    '18歲以上 = 18 岁 AT_LEAST 18..',
    '35項 = 35 项 EXACT',
    '五十戶 = 50 户 EXACT',
    '三間 = 3 间 EXACT',
    '百餘條 = 100 条 MORE_THAN 100..200',
    '近3萬件 = 30000 件 NEARLY ..30000',
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.constantFrom(...unitWords),
      fc.constantFrom('约', '近', '超过', '由', '第', '增长', '减少至', '不少于', '截至2023年，'),
      fc.constantFrom('以上', '左右', '。', '的单位', '、两个行业'),
      fc.boolean(),
      (value, unit, before, behind, inChinese) => {
        const text = `${before}${inChinese ? writeChinese(value) : value}${unit}${behind}`;
        assert.deepEqual(plain(inTraditional(text)), plain(text), text);
      },
    ),
    { numRuns: 2000 },
  );
});

const bounds = {
  MORE_THAN: ['超过_', '突破_', '逾_', '高于_', '跨过_'],
  AT_LEAST: [
    '不少于_',
    '不低于_',
    '不得少于_',
    '不能低于_',
    '至少_',
    '_以上',
    '_及以上',
    '≥_',
    '迈上_',
  ],
  ABOUT: ['约_', '大约_', '_左右', '_上下'],
  NEARLY: ['近_', '将近_', '接近_', '逼近_'],
  AT_MOST: ['不超过_', '不得超过_', '未突破_', '至多_', '_以内', '_以下', '≤_'],
  LESS_THAN: ['不到_', '不足_', '低于_', '未满_'],
} as const;

test('bounds read back in either script, with and without spaces', () => {
  const forms = Object.entries(bounds).flatMap(([qualifier, words]) =>
    words.map((word) => ({ qualifier, word })),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 99_999 }),
      fc.constantFrom(...forms),
      fc.boolean(),
      fc.constantFrom('', ' '),
      (value, { qualifier, word }, inChinese, gap) => {
        const number = inChinese ? writeChinese(value) : `${gap}${value}${gap}`;
        const text = `完成${word.replace('_', `${number}件`)}。`;
        const found = only(text);
        assert.deepEqual([found.value, found.qualifier], [value, qualifier], text);
      },
    ),
    { numRuns: 1500 },
  );
});

test('parts of a whole read back from every way of writing them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
      for (const [base, unit] of [
        ['百分之', '%'],
        ['千分之', '‰'],
        ['万分之', '‱'],
      ] as const) {
        for (const words of [
          `${base}${writeChinese(value)}`,
          `${base}${value}`,
          `${value}${unit}`,
        ]) {
          const found = only(`占比${words}。`);
          assert.deepEqual([found.value, found.unit], [value, unit], words);
        }
      }
    }),
  );
});

test('a unit that no list holds leaves the value as it is and the unit empty', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 999_999 }),
      fc.constantFrom(...foreignUnits),
      (value, unit) => {
        fc.pre(value < 1900 || value > 2099);
        const found = only(`共有${value}${unit}。`);
        assert.deepEqual([found.value, found.unit], [value, ''], `${value}${unit}`);
      },
    ),
    { numRuns: 500 },
  );
});

test('what can be read in two ways has no value, and both readings', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(100, 1000, 10_000),
      (head, digit, power) => {
        const name = power === 100 ? '百' : power === 1000 ? '千' : '万';
        const words = `${writeChinese(head)}${name}${writeChinese(digit)}`;
        const [found] = findNumerals(`办结${words}件。`);
        assert.equal(found?.kind, 'UNKNOWN', words);
        const whole = head * power;
        assert.deepEqual(
          found.unread?.readings,
          [whole + (digit * power) / 10, whole + digit],
          words,
        );
      },
    ),
  );
});

test('the number of an item before a date is none of the date’s digits', () => {
  for (const date of ['6月底', '11月', '2024年', '2024年3月']) {
    for (const [before, mark] of [
      ['', '3.'],
      ['。', '12.'],
      ['以下工作：', '2.'],
    ] as const) {
      const [number, day] = readNumerals(`${before}${mark}${date}前完成轮训`);
      assert.equal(number, `${mark} ORDINAL`);
      assert.match(day ?? '', /^[\d年月]+底? ?.* ?DATE$/, `${before}${mark}${date}`);
    }
  }
  assert.deepEqual(readNumerals('达到3.6万人'), ['3.6万人 = 36000 人 EXACT']);
});
