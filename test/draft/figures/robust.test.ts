import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCodePoints } from '../../../src/text/code-points.ts';
import { draft, labelsOf, wordsAt } from './support/drafted.ts';

const pieces =
  '受理 案件 300件 ， , 。 ； ： 、 其中 分别 增长 4.2% 由 20个 压缩至 10个 工作日 （ ） 《 》 “ ” \n 一是 全年 2023年 截至 的 占 均为 和 将 涉及 个 𠮷 共 8个 部门 53项'.split(
    ' ',
  );

/** The same numbers for the same seed. */
function* drawn(seed: number) {
  let state = seed;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test('whatever the text, figures stand in it, quotes hold them and references lead to figures', () => {
  const random = drawn(17);
  const pick = () => pieces[Math.floor((random.next().value ?? 0) * pieces.length)] ?? '';
  for (let turn = 0; turn < 600; turn += 1) {
    const text = Array.from({ length: 1 + (turn % 40) }, pick).join('');
    const { figures, ratios } = draft(text);
    const ids = new Set(figures.map(({ id }) => id));
    assert.equal(ids.size, figures.length, text);
    for (const { start, end, quote, whole, label, period } of figures) {
      assert.ok(start < end && end <= countCodePoints(text), text);
      assert.ok(quote.start <= start && quote.end >= end, text);
      assert.ok(whole === null || ids.has(whole), text);
      assert.ok(!/[\ue000\ue001\n]/.test(label), text);
      assert.ok(period === null || text.includes(period.text), text);
    }
    for (const { rate, count, base } of ratios) {
      assert.ok(ids.has(rate) && ids.has(count) && ids.has(base), text);
    }
  }
});

test('offsets are code points, and a line broken in mid-sentence is read across', () => {
  const text = '𠮷县受理信访\n事项300件。';
  const [figure] = draft(text).figures;
  assert.ok(figure);
  assert.equal(wordsAt(text, figure), '300件');
  assert.deepEqual(labelsOf('全年共受理各类信访、\n投诉事项300件。'), ['受理各类信访、投诉事项']);
});

test('a text wrapped at a width gives the figures of the text, numbers cut by a line end among them', () => {
  const text = [
    '全年共受理劳动争议案件1486件,办结1402件,其中调解结案963件、裁决结案439件,结案率达到94.3%。',
    '培训基层调解员2600人次,建成示范调解组织37个,排查化解各类矛盾纠纷15800余起,为职工追回工资3.6亿元。',
    '一是执法力量不足,乡镇每个中队平均仅有6.2人,与承接的165项职权不相适应,案卷合格率仅为81.5%。',
  ];
  const whole = draft(text.join('\n')).figures;
  for (const width of [24, 29, 33, 38]) {
    const lines = text.map((line) => line.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n'));
    const wrapped = lines.join('\n');
    const { figures } = draft(wrapped);
    assert.deepEqual(
      figures.map(({ value, label, kind, whole: of }) => [value, label, kind, of]),
      whole.map(({ value, label, kind, whole: of }) => [value, label, kind, of]),
      wrapped,
    );
    const words = figures.map((figure) => wordsAt(wrapped, figure).replaceAll('\n', ''));
    assert.deepEqual(
      words,
      whole.map((figure) => wordsAt(text.join('\n'), figure)),
    );
  }
});

test('full-width marks, spaces and traditional characters change no label', () => {
  assert.deepEqual(
    labelsOf('受理案件 300 件，辦結280件；其中：甲類5件。'),
    labelsOf('受理案件300件,办结280件;其中:甲类5件。'),
  );
});

test('the work grows with the text and not with its square', () => {
  const timeOf = (text: string) => {
    const before = process.cpuUsage();
    draft(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  for (const line of [
    '受理案件3件,办结2件、',
    '其中甲1件、乙2件',
    '增长3%和4%、分别为5%',
    '审批由20天压缩至5天',
  ]) {
    timeOf(line.repeat(500));
    const [short, long] = [timeOf(line.repeat(1000)), timeOf(line.repeat(4000))];
    assert.ok(long < 12 * short + 50_000, `${line}: ${short} and ${long} µs`);
  }
});
