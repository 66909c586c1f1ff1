import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fc } from '../../support/random/properties.ts';

import { actOf } from '../../../src/draft/acts/act-of.ts';
import { findActs } from '../../../src/draft/acts/find-acts.ts';
import { leadLength } from '../../../src/draft/acts/lead-words.ts';
import { resultOf } from '../../../src/draft/acts/results/result-of.ts';
import { countCodePoints, sliceCodePoints } from '../../../src/text/code-points.ts';
import { wordsOf } from './marked.ts';

const acts = {
  'verb-first': [
    '印发实施方案',
    '办理人大代表建议',
    '落实检查组建议',
    '深入开展专项整治',
    '及时公开有关信息',
    '持续加大培训力度',
  ],
  'behind-preposition': [
    '将法治建设纳入年度考核',
    '对现行文件进行全面梳理',
    '与公安机关建立联席会议机制',
    '通过旁听庭审加强监督',
    '在交通等领域推行柔性执法方式',
    '为监测户“一户一策”制定帮扶措施',
  ],
  'behind-subject': [
    '县政府常务会议多次专题研究法治工作',
    '省司法厅组织开展清理',
    '各县（市、区）要结合实际制定实施方案',
    '市、县两级法院联合建立对接平台',
  ],
  attitude: ['坚持项目为王', '贯彻总体国家安全观'],
} as const;

for (const [rule, clauses] of Object.entries(acts)) {
  test(`an act by the rule ${rule}`, () => {
    for (const clause of clauses) assert.equal(actOf(clause)?.rule, rule, clause);
  });
}

test('aims, frames, purposes and what befalls a subject are no acts', () => {
  const clauses = [
    '努力营造良好的普法工作氛围',
    '就窨井盖管理问题',
    '检查组建议',
    '调研中发现',
    '为推进法治政府建设提供保障、创造条件',
    '按照明确服务事项的要求',
    '在县委的坚强领导下',
    '为深入推进法治建设',
    '围绕疫情防控等群众关注内容',
    '通过悬挂横幅、发放资料等形式',
    '“我们将把更多事项下沉到村，让群众就近办事。”镇党委书记表示',
    '投资也受到影响',
    '法院均判决支持诉讼请求',
    '均为自然人提出',
    '均获法院采纳',
    '贷款平均利率降至最低水平',
    '面对复杂严峻的外部环境',
    '法治政府建设永远在路上',
    '整治时间为2024年4月至9月',
    '兴和县推进法治政府建设的生动实践',
    '将有关情况报告如下',
    '随着全县改革深入推进',
    '由于基层执法力量不足',
    '在全市考核中排名第三',
    '县委书记强调',
    '已全部整改到位',
    '从监测数据看',
    '已移交的权限中',
  ];
  for (const clause of clauses) assert.equal(actOf(clause), null, clause);
});

/** Results by rule; those behind `…` need an act before them in their sentence. */
const results = {
  'nothing-of-the-kind': [
    '未发生较大以上环境事件',
    '未引发行政复议',
    '无行政诉讼败诉案件发生',
    '无一名学生失学',
    '没有一起投诉被退回',
  ],
  'got-better': [
    '干部法治意识得到有效提升',
    '执法文书质量有了较大提高',
    '满意度居全国前列',
    '以较少投入换来了最大成效',
    '帮助农户避免了减产损失',
  ],
  'subject-changed': [
    '政务服务水平进一步提升',
    '审核机制不断健全完善',
    '事故数量继续下降',
    '社区依法治理水平稳步提高',
  ],
  'more-than-before': ['诉讼更加便捷高效', '社会保障体系日益完善'],
  'state-reached': [
    '惠企政策直达快享',
    '社会投资类审批为即办件',
    '农村面貌焕然一新',
    '督察反馈事项已全部办结',
  ],
  'verb-of-result': [
    '…有力守护了群众身边的公共利益',
    '…切实捍卫了生态安全',
    '…有效维护申请人的合法权益',
    '实现所有村通硬化路',
    '…推进了法治政府建设',
    '…促进公正执法',
  ],
  'subject-reached': ['群众办事实现“一次不用跑”', '矛盾纠纷化解在诉前'],
  covered: ['平台已覆盖我县所有审批职能部门'],
} as const;

for (const [rule, clauses] of Object.entries(results)) {
  test(`a result by the rule ${rule}`, () => {
    for (const clause of clauses) {
      const follows = clause.startsWith('…');
      assert.equal(resultOf(clause.replace('…', ''), follows)?.rule, rule, clause);
    }
  });
}

test('acts, aims and what is brought about by will are no results', () => {
  const clauses = [
    '推动各项部署落地见效',
    '持续优化营商环境',
    '保障和监督行政机关有效履行职责',
    '努力提升服务水平',
    '严格实行责任追究制度',
    '完善审判权力和责任清单',
    '推进工作走深走实',
    '全面推行综合执法改革',
  ];
  for (const clause of clauses) assert.equal(resultOf(clause, true), null, clause);
});

test('period words and conjunctions are no part of a clause', () => {
  const leads = {
    '截至目前，共办理案件': 5,
    '2023年以来开展检查': 7,
    同时加强监督: 2,
    全年开展培训: 2,
  };
  for (const [clause, length] of Object.entries(leads))
    assert.equal(leadLength(clause), length, clause);
  assert.equal(leadLength('全面加强监督'), 0);
  assert.equal(leadLength('2023年'), 0);
});

test('a clause with a figure is an act only where its sentence has no other, the figure left out', () => {
  const text = '开展专项整治，抽查企业410家次。新建便民服务中心12个。';
  const told = findActs(text).measures.map((measure) => wordsOf(text, measure.acts));
  assert.deepEqual(told, [['开展专项整治'], ['新建便民服务中心']]);
});

test('whom something is done to is none who does it, nor is the body that honours', () => {
  const titlesIn = (text: string) => findActs(text).measures.map(({ title }) => title);
  for (const [text, ...titles] of [
    ['对28个单位开展法治督察，反馈问题66个。', '开展法治督察'],
    ['分别为12家企业提供法律体检服务。', '提供法律体检服务'],
    ['县公共法律服务中心被司法部表彰为“全国公共法律服务工作先进集体”。'],
    ['法院建立对接平台，县司法局被省司法厅评为先进集体。', '法院建立对接平台'],
    ['为被征地农民建立社会保障台账。', '为被征地农民建立社会保障台账'],
    ['通过开展“综合查一次”改革，有效减轻企业负担。', '开展“综合查一次”改革'],
  ] as const) {
    assert.deepEqual(titlesIn(text), titles, text);
  }
});

test('an act that is told with a figure is told beside the measures, what came about or is a rate is not', () => {
  const countedIn = (text: string) => wordsOf(text, findActs(text).countedActs);
  const text =
    '一是加强执法。制定检查计划，抽查企业410家次，为1,200名职工追回欠薪300万元，责令整改9起。';
  assert.deepEqual(countedIn(text), [
    '抽查企业410家次',
    '为1,200名职工追回欠薪300万元',
    '责令整改9起',
  ]);
  const none =
    '一是加强执法。制定检查计划，采纳率100%，完成投资3亿元，新增就业5万人，其中查处企业2家，同比增加1家，办理时限由9天压缩至3天。';
  assert.deepEqual(countedIn(none), []);
});

test('what moved by itself or came about is no act, nor is a topic sentence before its own points', () => {
  const actsIn = (text: string) =>
    findActs(text).measures.flatMap((measure) => wordsOf(text, measure.acts));
  assert.deepEqual(actsIn('企业开办时间由2天压缩至4小时。涉企检查频次压减45%。'), []);
  assert.deepEqual(actsIn('负责人出庭应诉率连续三年保持100%。全区新设企业8,412户。'), []);
  assert.deepEqual(actsIn('新登记经营主体3,215户。招商引资到位资金同比增长近四成。'), []);
  const points = '——规范执法监督。①开展案卷评查，抽查卷宗120件；②编制检查计划。';
  assert.deepEqual(actsIn(points), ['开展案卷评查', '编制检查计划']);
  const opening =
    '某局深入贯彻上级部署，全面推进各项工作。\n第一，制定工作方案。\n第二，开展培训。';
  assert.deepEqual(actsIn(opening), ['制定工作方案', '开展培训']);
});

test('rows of a table tell no acts', () => {
  const text = '一、工作情况\n制定方案。\n项目\t2023年\n行政检查\t3,000\n办理案件\t12';
  const { measures, countedActs } = findActs(text);
  assert.deepEqual(wordsOf(text, measures), ['制定方案']);
  assert.deepEqual(countedActs, []);
});

test('what only names more of the same belongs to the act before it', () => {
  const actsIn = (text: string) =>
    findActs(text).measures.flatMap((measure) => wordsOf(text, measure.acts));
  assert.deepEqual(actsIn('推动办事线上“一网通办”，线下“一窗受理”，推行“一次办好”。'), [
    '推动办事线上“一网通办”，线下“一窗受理”',
    '推行“一次办好”',
  ]);
  assert.deepEqual(actsIn('充分利用展板、横幅，以及“法治青岩”等公众号，开展宣传。'), [
    '充分利用展板、横幅，以及“法治青岩”等公众号',
    '开展宣传',
  ]);
});

test('means are an act where a result follows, and not where an act does', () => {
  const actsIn = (text: string) =>
    findActs(text).measures.flatMap((measure) => wordsOf(text, measure.acts));
  assert.deepEqual(actsIn('编制清单，通过减环节、减时限，开办时间由3天压缩至1天。'), [
    '编制清单',
    '通过减环节、减时限',
  ]);
  assert.deepEqual(actsIn('编制清单，通过发放资料、现场讲解等方式，开展宣传80场。'), ['编制清单']);
});

test('a topic sentence is the title of its point, and an act only where nothing else is told', () => {
  const text = '一是加强执法人员管理。组织开展培训。二是着力推动帮办代办服务。';
  const { measures } = findActs(text);
  assert.deepEqual(wordsOf(text, measures), ['组织开展培训', '着力推动帮办代办服务']);
  assert.deepEqual(
    measures.map(({ title }) => title),
    ['加强执法人员管理', '推动帮办代办服务'],
  );
});

test('what others did and what only sums up is no measure', () => {
  const text =
    '近日，交通运输部联合印发通知，命名第五批示范县，青岩县榜上有名。\n' +
    '一、工作情况\n全县扎实推进各项工作。\n（一）加强执法\n制定监管清单。';
  assert.deepEqual(wordsOf(text, findActs(text).measures), ['制定监管清单']);
});

const problemText = (words: string) => `一、工作情况\n推进各项工作。\n二、存在的问题\n${words}`;

test('admits shortcomings with their causes, one for each matter', () => {
  const text = problemText(
    '对照上级要求，还存在一些不足。一是基层执法力量薄弱，持证人员仅12名，主要原因是编制紧张。二是普法形式单一。',
  );
  const { problems } = findActs(text);
  assert.deepEqual(wordsOf(text, problems), ['基层执法力量薄弱', '普法形式单一']);
  const causes = problems.flatMap(({ cause }) => (cause ? [cause] : []));
  assert.deepEqual(wordsOf(text, causes), ['主要原因是编制紧张']);
});

test('shortcomings without numbers are one a clause, what only announces them is none', () => {
  const text = problemText('我县还存在一些问题，经济总量不大，民生领域欠账较多。');
  assert.deepEqual(wordsOf(text, findActs(text).problems), ['经济总量不大', '民生领域欠账较多']);
});

test('names documents by marks and by the verb before, with the issuer where it is told', () => {
  const text =
    '县政府印发《云岭县优化营商环境〈条例〉实施办法》。出台轻微违法行为免罚清单，制定一系列制度，' +
    '印发“一规划两纲要”和2023年度工作计划以及考评方案。再次学习《云岭县优化营商环境〈条例〉实施办法》。制定管理制度。';
  const { documents } = findActs(text);
  assert.deepEqual(
    documents.map(({ title, issuer }) => [title, issuer]),
    [
      ['云岭县优化营商环境〈条例〉实施办法', '县政府'],
      ['条例', null],
      ['轻微违法行为免罚清单', null],
      ['一规划两纲要', null],
      ['2023年度工作计划', null],
      ['考评方案', null],
    ],
  );
});

test('names the bodies that act', () => {
  const text =
    '县委、县政府多次研究，区市场监管局、区城管执法局等部门开展检查，会同县公安局建立机制。各部门认真落实。';
  assert.deepEqual(
    findActs(text).organizations.map(({ name }) => name),
    ['县委', '县政府', '区市场监管局', '区城管执法局', '县公安局'],
  );
});

test('tells honours received and who gave them, and none that is only sought', () => {
  const text =
    '该局被省司法厅评为“全省先进集体”，我县获评“四好农村路”全国示范县，积极创建全国文明城市。';
  assert.deepEqual(
    findActs(text).honours.map(({ name, awarder }) => [name, awarder]),
    [
      ['全省先进集体', '省司法厅'],
      ['“四好农村路”全国示范县', null],
    ],
  );
});

test('joins a result to its act by the words of one sentence, else by the point', () => {
  const bases = (text: string) => {
    const { statements, linksOf } = findActs(text);
    return linksOf(statements).map(({ basis }) => basis);
  };
  assert.deepEqual(bases('推行全过程记录制度，实现执法全程留痕。'), ['STATED']);
  assert.deepEqual(bases('推行法制审核制度，执法决定的公正性进一步增强。'), ['SAME_POINT']);
  assert.deepEqual(bases('推行全过程记录制度。有效维护了群众的权益。'), ['SAME_POINT']);
  assert.deepEqual(bases('以“法律七进”为载体开展普法，广大群众法律意识不断提升。'), ['SAME_POINT']);
});

test('by what a figure came about holds for that figure, and for none behind it', () => {
  const text =
    '全县复议申请由一个窗口受理，经协调后撤回12件，纠错率15%。经当面协调，兑现货款30万元。';
  const places = ['12件', '15%', '30万元'].map((words, nth) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return { id: `f${nth}`, start, end: start + words.length };
  });
  const bases = findActs(text)
    .linksOf(places)
    .map(({ outcome, basis }) => `${outcome} ${basis}`);
  assert.deepEqual(
    bases.filter((each) => each.endsWith('STATED')),
    ['f2 STATED'],
  );
});

test('reads any text without an error, and every span lies in it', () => {
  const pieces = fc.constantFrom(
    '一、',
    '（一）',
    '一是',
    '\n',
    '。',
    '，',
    '；',
    '加强',
    '推进了',
    '县政府',
    '《',
    '》',
    '“',
    '”',
    '（',
    '为',
    '将',
    '3件',
    '未发生',
    '不断提升',
    '下一步',
    '存在问题',
    '主要原因是',
    '　',
    '1.',
    '获评',
    '示范县',
    '\u{20000}',
    'a',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const length = countCodePoints(text);
      const draft = findActs(text);
      const spans = [
        ...draft.sections,
        ...draft.measures.flatMap((one) => one.acts),
        ...draft.statements,
        ...draft.problems,
        ...draft.documents,
        ...draft.organizations,
        ...draft.honours,
      ];
      for (const { start, end } of spans) {
        assert.ok(start >= 0 && start < end && end <= length, sliceCodePoints(text, start, end));
      }
      const ids = new Set(draft.measures.map(({ id }) => id));
      for (const { measure } of draft.linksOf(draft.statements)) assert.ok(ids.has(measure));
    }),
    { numRuns: 500 },
  );
});

test('reads a hostile text in linear time', () => {
  const time = (length: number) => {
    const text = '将加强以为经《（一是，县政府推进3件、'.repeat(length);
    const before = process.cpuUsage();
    findActs(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  time(1_000);
  assert.ok(time(8_000) < 30 * time(1_000));
});
