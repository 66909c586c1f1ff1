import assert from 'node:assert/strict';
import { test } from 'node:test';

import { toldActs } from '../../../src/draft/acts/counted/told-acts.ts';
import { findActs } from '../../../src/draft/acts/find-acts.ts';
import { wordsOf } from './marked.ts';

const told = (text: string) => wordsOf(text, toldActs(findActs(text)));

test('an act that is told with a figure is its whole clause, also where a measure quotes what the figure leaves', () => {
  for (const [text, ...acts] of [
    ['对17份合同草案、6件规章草案开展合法性审核。', '对17份合同草案、6件规章草案开展合法性审核'],
    ['全年下达监察建议书12份。', '下达监察建议书12份'],
    ['受理各类仲裁申请300件。', '受理各类仲裁申请300件'],
    ['为86名残疾人代办证件。', '为86名残疾人代办证件'],
    ['将办理时限由9天压缩至3天。', '将办理时限由9天压缩至3天'],
    ['我局将审批事项由12项减至7项。', '我局将审批事项由12项减至7项'],
    ['区政务服务网站全年发布信息800条。', '区政务服务网站全年发布信息800条'],
    ['对逾期未改的19家单位予以通报。', '对逾期未改的19家单位予以通报'],
    ['争取省级专项资金2亿元。', '争取省级专项资金2亿元'],
    ['分组实地检查120家次。', '分组实地检查120家次'],
    ['县领导包案化解积案9件。', '县领导包案化解积案9件'],
    ['换发林权证书3,000本。', '换发林权证书3,000本'],
    ['为70岁以上老人6,400名体检。', '为70岁以上老人6,400名体检'],
  ] as const) {
    assert.deepEqual(told(text), acts, text);
  }
});

test('verbs that have a figure each are an act each, objects of one verb are one', () => {
  assert.deepEqual(told('受理劳动仲裁申请52件、办结47件。'), ['受理劳动仲裁申请52件', '办结47件']);
  assert.deepEqual(told('新建学校5所、医院3家。'), ['新建学校5所、医院3家']);
});

test('what came about, is a rate, or was done by those who are counted is no act', () => {
  for (const text of [
    '仲裁员持证率由60%提升到90%。',
    '因征地拆迁引发的信访9批。',
    '46名干部参加轮训。',
    '新增技能人才300人。',
    '投诉数量是上年的1.5倍。',
    '已移交的52项权限中，实际承接40项。',
    '同比多受理案件12件。',
    '九成以上的企业完成备案，87%的村实现联网。',
    '监管企业实现利润3亿元。',
    '12个社区均设立议事厅。',
    '吸引市民5,000人次参与。',
    '不动产登记1个工作日办结。',
    '政府采购合同金额3亿元。',
  ]) {
    assert.deepEqual(told(text), [], text);
  }
});

test('what we must do, this year or in years to come, is planned', () => {
  const stagesOf = (text: string) => toldActs(findActs(text)).map(({ stage }) => stage);
  assert.deepEqual(stagesOf('今年，我们要推行网上办案，新建法庭3个。'), ['PLANNED', 'PLANNED']);
  assert.deepEqual(stagesOf('未来三年，我们将建设水厂，治理河道40公里。'), ['PLANNED', 'PLANNED']);
  assert.deepEqual(stagesOf('要加强校园管理，建立巡查制度。'), ['PLANNED', 'PLANNED']);
  assert.deepEqual(stagesOf('今年以来，我们将普法纳入考核，开展督察3次。'), [
    'CARRIED_OUT',
    'CARRIED_OUT',
  ]);
  assert.deepEqual(stagesOf('要件逐份审查，建立台账。'), ['CARRIED_OUT']);
});

test('how high a rate is to be is no act of a plan, what is to be done is', () => {
  const text =
    '一年来，新建校舍3栋。\n2031年工作安排：新建操场4个，确保达标率达到95%，保持入学率100%。';
  assert.deepEqual(told(text), ['新建校舍3栋', '新建操场4个']);
});

test('what something is about, and how one looks at it, is no act', () => {
  assert.deepEqual(told('围绕招商引资、项目建设等议题，召开座谈会6次。'), ['召开座谈会6次']);
  assert.deepEqual(told('从排查整治情况看，全县新建台账12本。'), ['全县新建台账12本']);
});

test('a colon behind the plan of a year opens the plan', () => {
  const text = '一年来，新建校舍3栋。\n2031年工作安排：新建操场4个，力争创建示范校2所。';
  const stages = toldActs(findActs(text)).map(({ stage }) => stage);
  assert.deepEqual(told(text), ['新建校舍3栋', '新建操场4个', '力争创建示范校2所']);
  assert.deepEqual(stages, ['CARRIED_OUT', 'PLANNED', 'PLANNED']);
});
