import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findHead } from '../../../src/draft/structure/find-head.ts';
import { findSections, partAt } from '../../../src/draft/structure/find-sections.ts';
import { readAcross } from '../../../src/draft/structure/reading.ts';
import { sliceCodePoints } from '../../../src/text/code-points.ts';

const body = '各部门认真落实各项任务，制定工作方案，组织开展培训，工作有序推进。';

/** Sections as `depth heading PART`, in order. */
function outline(text: string): string[] {
  const sections = findSections(text);
  const depthOf = (id: string | null): number =>
    id === null ? 0 : 1 + depthOf(sections.find((one) => one.id === id)!.within);
  return sections.map(({ heading, part, within }) =>
    [depthOf(within), heading ? sliceCodePoints(text, heading.start, heading.end) : '—', part ?? '']
      .join(' ')
      .trimEnd(),
  );
}

const ladders = [
  ['一、', '（一）', '1.'],
  ['一、', '(一)', '1、'],
  ['第一部分', '一、', '（一）'],
  ['第一章 ', '第一节 ', '一、'],
  ['（一）', '1．', '（1）'],
] as const;

for (const [outer, middle, inner] of ladders) {
  test(`nests ${outer} over ${middle} over ${inner} by their order in the text`, () => {
    const text = `某县工作总结\n${outer}甲项工作\n${middle}乙项工作\n${body}\n${inner}丙项工作\n${body}\n`;
    assert.deepEqual(outline(text), ['0 甲项工作', '1 乙项工作', '2 丙项工作']);
  });
}

test('a ladder that is open already goes on there, whatever stood between', () => {
  const text = `一、甲项工作\n（一）乙项工作\n${body}\n（二）丙项工作\n${body}\n二、丁项工作\n${body}`;
  assert.deepEqual(outline(text), ['0 甲项工作', '1 乙项工作', '1 丙项工作', '0 丁项工作']);
});

test('a heading may run into its paragraph, a point that tells what was done is none', () => {
  const text = `（一）加强组织领导。${body}\n（二）印发文件12份，召开会议3次。\n`;
  assert.deepEqual(outline(text), ['0 加强组织领导']);
});

test('names the five required parts by headings of many wordings', () => {
  const parts = {
    RESULTS: [
      '主要举措和成效',
      '2023年工作开展情况',
      '推进法治政府建设的主要做法',
      '2023年工作回顾',
    ],
    SHORTCOMINGS: ['存在的不足和原因', '存在的主要问题', '面临的困难和问题', '工作中的短板与不足'],
    LEADERS_DUTY: [
      '党政主要负责人履行推进法治建设第一责任人职责情况',
      '主要负责人履行法治建设职责情况',
    ],
    PLAN: [
      '下一步工作打算',
      '2024年工作安排',
      '下一年度推进法治政府建设的主要安排',
      '2024年重点工作',
    ],
    OTHER: ['其他需要报告的情况', '其它需要说明的事项'],
  };
  for (const [part, headings] of Object.entries(parts)) {
    for (const heading of headings) {
      assert.deepEqual(outline(`一、${heading}\n${body}`), [`0 ${heading} ${part}`]);
      assert.deepEqual(outline(`某县的工作\n${body}\n${heading}\n${body}`).slice(1), [
        `0 ${heading} ${part}`,
      ]);
    }
  }
});

test('words that open a part make it one without a heading', () => {
  const text =
    `一、工作情况\n（一）加强执法\n${body}\n` +
    `虽然取得了一定成绩，但仍存在不少短板。一是力量不足。下一步，我局将加强培训。`;
  assert.deepEqual(outline(text), [
    '0 工作情况 RESULTS',
    '1 加强执法',
    '2 — SHORTCOMINGS',
    '2 — PLAN',
  ]);
  const plan = text.indexOf('加强培训');
  assert.equal(partAt(findSections(text), plan), 'PLAN');
});

test('problems that others have, or that were solved, open no part', () => {
  const text = `一、工作情况\n协调解决工作中存在的具体问题。针对存在的问题督促整改。${body}`;
  assert.deepEqual(outline(text), ['0 工作情况 RESULTS']);
});

test('a text that its title calls a plan is one, but for what looks back', () => {
  const text = `某市数字政府建设规划\n一、发展基础\n${body}\n二、夯实底座\n${body}`;
  assert.deepEqual(outline(text), ['0 发展基础', '0 夯实底座 PLAN']);
});

test('a text without headings is one section', () => {
  assert.deepEqual(outline(body), ['0 —']);
  assert.deepEqual(outline(''), []);
});

test('lines that are broken in mid-sentence are read across, offsets stay those of the text', () => {
  const lines = [
    '　　今年以来，我区坚持问题导向，扎实推进法',
    '治政府建设。各部门都成立了领导小组，并且按',
    '照职责分工。',
    '　　一、加强行政执法监督和行政复议工作并且完',
    '善制度',
    '　　组织开展案卷评查，随机抽取案卷进行检查，',
    '执法文书质量有了较大提高。',
  ];
  const text = lines.join('\n');
  assert.deepEqual(outline(text), ['0 —', '0 加强行政执法监督和行政复议工作并且完\n善制度']);
  const reading = readAcross(text);
  const at = reading.text.indexOf('法治政府');
  const span = reading.spanOf(at, at + 4);
  assert.equal(sliceCodePoints(text, span.start, span.end), '法\n治政府');
  assert.equal(reading.indexOf(span.start), at);
});

test('a figure that goes on in the next line is read across, and the line that ends with a number is not', () => {
  const read = (text: string) => readAcross(text).text.split('\n');
  for (const [one, other] of [
    ['完成投资3.', '6亿元，增长5%。'],
    ['新增企业57', '家，其中民营40家。'],
    ['全年办理案件1203', '件。'],
    ['覆盖率达到98', '%，比上年提高。'],
    ['惠及群众2.3', '万人次。'],
  ] as const) {
    assert.deepEqual(read(`${one}\n${other}`), [`${one}${other.replace(',', '，')}`], one);
    assert.deepEqual(read(`${body}\n${one}\n${other}\n${body}`).length, 3, one);
  }
  for (const [one, other] of [
    ['附件1', '个人所得税明细'],
    ['附件2', '项目清单'],
    ['见表3', '家庭情况'],
    ['行政处罚35', '20'],
    ['3.', '6亿元投资'],
    ['工作总结2023', '一、工作情况'],
    ['办理案件35', '1.查处违法建设'],
  ] as const) {
    assert.equal(read(`${one}\n${other}`).length, 2, one);
  }
});

test('a line of prose that stops before how many there are is read across', () => {
  const read = (text: string) => readAcross(text).text.split('\n').length;
  assert.equal(read('组织活动120余场，发放宣传资料\n3万余份，群众法治意识进一步增强。'), 1);
  assert.equal(read('组织活动120余场,受理申请\n58件,办结47件。'), 1);
  for (const apart of [
    '组织活动，发放资料。\n3万余份资料，已经用完。',
    '强化监督，规范执法\n2023年，开展检查3次。',
    '强化监督，规范执法\n3.开展检查，办结47件。',
    '工作总结\n58件提案，全部办结。',
  ]) {
    assert.equal(read(apart), 2, apart);
  }
});

test('signs of Markdown are read across, with the words and the numbers between them', () => {
  const text = [
    '---',
    'title: 云岭县报告',
    'date: 2024-01-15',
    '---',
    '# 云岭县2023年法治政府建设情况报告',
    '## **一、工作情况**',
    `- 办理案件**35**件，其中*复议*12件。${body}`,
    '> 1. 出台[《办法》](https://x.gov.cn/1.html)，`评查`案卷20宗。<br>',
    '* * *',
    '| 项目 | 数量 |',
    '|:---|---:|',
    '| 培训 | 12场 |',
    '## 二、存在的不足 ##',
    body,
  ].join('\n');
  const lines = readAcross(text).text.split('\n');
  assert.deepEqual(lines.slice(0, 6), [
    '云岭县2023年法治政府建设情况报告',
    '一、工作情况',
    `●办理案件35件，其中复议12件。${readAcross(body).text}`,
    '1.出台《办法》，评查案卷20宗。',
    '项目数量',
    '培训12场',
  ]);
  assert.deepEqual(
    outline(text).map((line) => line.replaceAll('*', '')),
    ['0 工作情况 RESULTS', '0 存在的不足 SHORTCOMINGS'],
  );
  const plain = '一、2*3=6，A_B_C，#1井，-5℃，见[注1]（上）。\n- 5℃\n';
  assert.equal(readAcross(plain).text.includes('2*3=6，A_B_C，#1井，-5℃，见[注1]（上）。'), true);
});

test('the title that goes on behind the body above it is one', () => {
  const text = `云岭县人民政府\n关于2023年法治政府建设情况的报告\n一、工作情况\n${body}`;
  const { title } = findHead(readAcross(text));
  assert.equal(
    title && sliceCodePoints(text, title.start, title.end),
    '云岭县人民政府\n关于2023年法治政府建设情况的报告',
  );
});

test('reads title, kind, year, publisher and date, and keeps them out of the sections', () => {
  const text = `首页 > 政务公开\n发布时间：2024-01-20 来源：本站\n云岭县2023年法治政府建设情况报告\n一、工作情况\n${body}\n云岭县人民政府\n2024年1月18日\n打印本页\n`;
  const head = findHead(readAcross(text));
  const words = (span: { start: number; end: number } | null) =>
    span && sliceCodePoints(text, span.start, span.end);
  assert.equal(words(head.title), '云岭县2023年法治政府建设情况报告');
  assert.deepEqual(
    [head.kind, head.year?.value, head.date?.value],
    ['STATUTORY_ANNUAL', 2023, '2024-01-18'],
  );
  assert.equal(words(head.publisher), '云岭县人民政府');
  const [section, ...others] = findSections(text);
  assert.deepEqual(others, []);
  assert.equal(words(section!), `一、工作情况\n${body}`);
});

test('the head of a work report stands in no section', () => {
  const text = `政府工作报告\n——2024年1月22日在江南省第十四届人民代表大会第二次会议上\n省长 张某某\n各位代表：\n${body}\n一、过去一年的工作\n${body}`;
  assert.deepEqual(outline(text), ['0 —', '0 过去一年的工作 RESULTS']);
  assert.equal(findHead(readAcross(text)).kind, 'WORK_REPORT');
});

test('the work of a year is done or planned by the other years that headings name', () => {
  const text = (title: string) =>
    `${title}\n一、2023年主要工作\n${body}\n二、2024年重点工作\n${body}`;
  const parts = ['0 2023年主要工作 RESULTS', '0 2024年重点工作 PLAN'];
  assert.deepEqual(outline(text('县教育局2023年工作总结及2024年工作思路')), parts);
  assert.deepEqual(outline(text('某县工作汇报')), parts);
});

test('a sentence that leads to the points of a plan opens one, and one that looks back does not', () => {
  const plan = (lead: string) =>
    outline(`${lead}\n（一）甲项工作。${body}\n（二）乙项工作。${body}`).some((line) =>
      line.endsWith('PLAN'),
    );
  const leads = [
    '2024年，我们将重点抓好以下工作：',
    '各位代表！做好今年工作，要坚持稳中求进。',
    '今年经济社会发展的主要预期目标是：地区生产总值增长6%左右。',
    '围绕上述目标任务，着力做好以下几个方面工作：',
    '现将有关事项通告如下：',
  ];
  for (const lead of leads) assert.ok(plan(lead), lead);
  const past = [
    '一年来，我们主要做了以下工作：',
    '2023年以来，重点开展以下工作：',
    '现将有关情况公告如下：',
    '2023年是实现规划目标的关键一年。',
  ];
  for (const lead of past) assert.ok(!plan(lead), lead);
});

test('a section whose words tell nothing done, and what is to be reached, is one of a plan', () => {
  const told = (words: string) =>
    outline(`（三）甲项工作\n${words}\n（四）乙项工作\n推行柔性执法。`);
  const planned = ['0 甲项工作 PLAN', '0 乙项工作 PLAN'];
  assert.deepEqual(told('年底前建成平台，力争网办率达到95%以上。'), planned);
  const open = ['0 甲项工作', '0 乙项工作'];
  assert.deepEqual(told('建成平台，网办率达到95%以上，办事效率明显提升。'), open);
  assert.deepEqual(told('建成了平台，年底前网办率达到95%以上。'), open);
});

test('the year of a report is that of its title or of what it tells, never that of its plan', () => {
  const yearOf = (text: string) => {
    const { year } = findHead(readAcross(text));
    return year && [year.value, sliceCodePoints(text, year.quote.start, year.quote.end)];
  };
  const told = `一、主要做法\n${body}\n二、2024年工作安排\n2024年，我县将抓好以下工作。${body}\n`;
  assert.deepEqual(yearOf(`某县关于法治政府建设情况的报告\n${told}`), null);
  const opened = '现将2023年度有关情况报告如下。';
  assert.deepEqual(yearOf(`某县法治政府建设情况报告\n${opened}\n${told}`), [2023, '2023年度']);
  const inside = told.replace('制定', '2023年，制定');
  assert.deepEqual(yearOf(`某县法治政府建设情况报告\n${inside}`), [2023, '2023年']);
  for (const [title, words] of [
    ['2021—2023年法治政府建设情况报告', '2021—2023年'],
    ['关于2021年至2023年法治政府建设的报告', '2021年至2023年'],
    ['2023年上半年法治政府建设情况报告', '2023年上半年'],
    ['2024年工作打算和2023年工作总结', '2023年'],
    ['2023年工作总结及2024年工作计划', '2023年'],
  ] as const) {
    assert.deepEqual(yearOf(`${title}\n${body}`), [2023, words]);
  }
  const moved = '2021年移交的案件已经办结。' + body;
  assert.deepEqual(yearOf(`某街道工作总结\n${moved}`), null);
});

test('a year up to which all is past opens no plan, nor does what was done about problems', () => {
  const parts = (words: string) =>
    outline(`某县2023年工作报告\n一、工作情况\n${words}\n`).map((line) => line.split(' ').at(-1));
  assert.deepEqual(parts('到2023年底，持证率达到98%。'), ['RESULTS']);
  assert.deepEqual(parts('2023年，将法治建设纳入考核。'), ['RESULTS']);
  assert.deepEqual(parts('到2025年底，持证率达到98%以上。'), ['RESULTS', 'PLAN']);
  assert.deepEqual(parts('针对上述问题，约谈单位负责人9人次。'), ['RESULTS']);
  const short = '仍存在一些问题，力量不足。';
  assert.deepEqual(parts(`${short}针对上述问题，开展了专项督察。`), [
    'RESULTS',
    'SHORTCOMINGS',
    'RESULTS',
  ]);
  assert.deepEqual(parts(`${short}针对上述问题，加强培训。`), ['RESULTS', 'SHORTCOMINGS', 'PLAN']);
});

test('rows of a table and what stands over them are no headings', () => {
  const table = '附表：数据\n单位：件\n项目\t2022年\t2023年\n行政许可\t12,306\t13,022\n';
  assert.deepEqual(outline(`一、工作情况\n${body}\n${table}二、存在的问题\n力量不足。`), [
    '0 工作情况 RESULTS',
    '0 存在的问题 SHORTCOMINGS',
  ]);
});

test('a report of committee and government is published by the government', () => {
  const government = '兴和县人民政府';
  for (const signed of [
    `中共兴和县委　　${government}`,
    `中共兴和县委员会 ${government}`,
    `中共兴和县委\n${government}`,
    government,
  ]) {
    const text = `2023年法治政府建设情况报告\n一、加强学习。\n全年围绕行政处罚和行政许可开展执法人员培训3次。\n${signed}\n2024年1月9日`;
    const { publisher } = findHead(readAcross(text));
    assert.ok(publisher, signed);
    assert.equal(text.slice(publisher.start, publisher.end), government, signed);
  }
  const titled = `中共兴和县委${government}关于2023年法治政府建设情况的报告\n一、加强学习。\n全年围绕行政处罚和行政许可开展执法人员培训3次。`;
  const { publisher } = findHead(readAcross(titled));
  assert.equal(titled.slice(publisher?.start, publisher?.end), government);
  const alone =
    '2023年工作报告\n一、加强学习。\n全年围绕行政处罚和行政许可开展执法人员培训3次。\n中共兴和县委';
  assert.equal(alone.slice(findHead(readAcross(alone)).publisher?.start), '中共兴和县委');
});
