import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draft } from './support/drafted.ts';

/** Of each figure, the value of its whole. */
function wholesOf(text: string): (number | null)[] {
  const { figures } = draft(text);
  return figures.map(({ whole }) => figures.find(({ id }) => id === whole)?.value ?? null);
}

test('其中 makes parts of the figure before in the same unit, up to a semicolon', () => {
  assert.deepEqual(wholesOf('举办讲座9次,其中甲类4次,乙类3次;会议学法6次。'), [null, 9, 9, null]);
  assert.deepEqual(wholesOf('涉及8个部门53项,其中取消1项、下放3项,减少环节46个。'), [
    null,
    null,
    53,
    53,
    null,
  ]);
});

test('parts that add up to an earlier figure are those of that one', () => {
  assert.deepEqual(wholesOf('收到申请7件,办结5件,其中维持3件、撤销1件、终止1件。'), [
    null,
    null,
    5,
    5,
    5,
  ]);
  assert.deepEqual(wholesOf('收到申请7件,办结5件,其中网上提交4件、窗口提交3件。'), [
    null,
    null,
    7,
    7,
  ]);
});

test('a part may begin the next sentence, and go on behind a semicolon where it then adds up', () => {
  const text = '进出口总额30万元,增长4%。其中,出口20万元,增长5%;进口10万元,增长2%。';
  assert.deepEqual(wholesOf(text), [null, null, 300_000, null, 300_000, null]);
});

test('a bracket holds parts, and so does what adds up right behind a whole', () => {
  assert.deepEqual(wholesOf('查处案件50件(一般程序30件、简易程序19件)。'), [null, 50, 50]);
  assert.deepEqual(wholesOf('清理文件60件,保留40件,废止20件。'), [null, 60, 60]);
  assert.deepEqual(wholesOf('清理文件60件,保留40件,另制定方案21件。'), [null, null, null]);
  assert.deepEqual(wholesOf('反馈问题187个,已整改179个,其余8个正在整改。'), [null, 187, 187]);
  const across = '排查纠纷60件。婚姻家庭纠纷25件、邻里纠纷35件。';
  assert.deepEqual(wholesOf(across), [null, 60, 60]);
  assert.deepEqual(wholesOf('共审查合同9份,通过5份,退回4份。'), [null, 9, 9]);
});

test('numbers that happen to add up are no parts, nor are those of 分别', () => {
  for (const text of [
    '制定规范性文件6件,修订4件,废止2件。',
    '共制定规范性文件14件,废止9件,修改5件。',
    '检查企业30家,培训企业20家,走访企业10家。',
    '在3个乡镇、2个街道、1个园区分别设立咨询点3个、2个、1个。',
    '受理申请9件,维持5件,撤销4件。',
    '受理申请54件。审结49件,其中撤销5件。',
  ]) {
    const wholes = wholesOf(text).filter((whole) => whole !== null);
    assert.deepEqual(wholes, text.includes('其中') ? [49] : [], text);
  }
});

test('a colon stands between what is counted and its figure', () => {
  const text = '行政检查:89,120次,其中双随机抽查3,410次、专项检查1,205次。';
  assert.deepEqual(wholesOf(text), [null, 89_120, 89_120]);
});

test('how many there are for each is no part', () => {
  assert.deepEqual(wholesOf('培育法律明白人138名(每村6名)。'), [null, null]);
});

test('no whole stands in another point', () => {
  assert.deepEqual(wholesOf('一是受理申请60件;二是其中重点督办20件。'), [null, null]);
});

test('包括 makes a part, unless more than the figure before is said to include it', () => {
  assert.deepEqual(wholesOf('34个部门聘任了顾问,包括9个乡镇在内。'), [null, 34]);
  assert.deepEqual(wholesOf('34个部门聘任了顾问,包括9个乡镇在内实现全覆盖。'), [null, null]);
});

test('limits and rates are no parts', () => {
  const text = '审批由20天压缩至10天,审查由9天压缩至5天,登记由8天压缩至5天。';
  assert.deepEqual(wholesOf(text), [null, null, null]);
});

test('a rate is joined to the two counts that make it, or with a doubt to those it names', () => {
  const ratiosOf = (text: string) =>
    draft(text).ratios.map(({ rate, count, base, review }) => [rate, count, base, review !== null]);
  assert.deepEqual(ratiosOf('受理纠纷400起,调解成功380起,调解成功率95%。'), [
    ['f3', 'f2', 'f1', false],
  ]);
  assert.deepEqual(ratiosOf('受理纠纷400起,调解成功380起,调解成功率98%。'), [
    ['f3', 'f2', 'f1', true],
  ]);
  assert.deepEqual(ratiosOf('受理纠纷400起,群众满意率98%。'), []);
});
