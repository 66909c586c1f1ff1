import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFigures } from '../../../src/draft/figures/find-figures.ts';
import { indexIndicators } from '../../../src/draft/figures/relations/indicator-of.ts';
import { draft, wordsAt } from './support/drafted.ts';

const only = (text: string) => {
  const [figure] = draft(text).figures;
  assert.ok(figure);
  return figure;
};

test('a change from one level to another is one figure with its baseline', () => {
  for (const [text, baseline, value] of [
    ['审批时限由20个工作日压缩至10个工作日。', 20, 10],
    ['覆盖率从2020年的45%提高到60%。', 45, 60],
    ['事项由原来的468项精简至196项。', 468, 196],
    ['费率由3.5%调整优化为2.8%。', 3.5, 2.8],
  ] as const) {
    const { figures } = draft(text);
    assert.equal(figures.length, 1, text);
    assert.deepEqual([figures[0]?.baseline, figures[0]?.value], [baseline, value], text);
  }
});

test('a figure tells a level, an amount of change or a rate of change', () => {
  const changeOf = (text: string) => {
    const last = draft(text).figures.at(-1);
    return [last?.change, last?.direction];
  };
  assert.deepEqual(changeOf('减少环节46个。'), ['BY', 'DOWN']);
  assert.deepEqual(changeOf('收入增长7%。'), ['RATE_OF_CHANGE', 'UP']);
  assert.deepEqual(changeOf('案件减少一半。'), ['RATE_OF_CHANGE', 'DOWN']);
  assert.deepEqual(changeOf('案件下降三分之一。'), ['RATE_OF_CHANGE', 'DOWN']);
  assert.deepEqual(changeOf('败诉率7%,下降4个百分点。'), ['BY', 'DOWN']);
  assert.deepEqual(changeOf('办结率97%。'), ['LEVEL', null]);
  assert.deepEqual(changeOf('检查企业1200户,降幅达36%。'), ['RATE_OF_CHANGE', 'DOWN']);
  assert.deepEqual(changeOf('受理320件,同比增幅为18%。'), ['RATE_OF_CHANGE', 'UP']);
  assert.deepEqual(changeOf('检查频次下降幅度达40%。'), ['RATE_OF_CHANGE', 'DOWN']);
  assert.deepEqual(changeOf('增加值增速8.2%。'), ['RATE_OF_CHANGE', 'UP']);
  assert.deepEqual(changeOf('增幅居全市第2位。'), ['LEVEL', null]);
  assert.deepEqual(changeOf('优秀率、合格率提高4.2个和1.5个百分点。'), ['BY', 'UP']);
});

test('a baseline is in the unit of its level, and left out where it is told in another one', () => {
  for (const [text, baseline, value] of [
    ['即办件占比由五成提高到61%。', 50, 61],
    ['网上可办率从9成提升至98%。', 90, 98],
    ['覆盖面由三分之一扩大到75%。', 100 / 3, 75],
    ['案件差错率由百分之二降至0.5%。', 2, 0.5],
    ['事项由20压缩至12项。', 20, 12],
    ['开办时间由2天缩短到4小时。', null, 4],
    ['修复时限从3个月压缩至20天。', null, 20],
  ] as const) {
    const figure = only(text);
    assert.equal(figure.value, value, text);
    if (baseline === null) {
      assert.equal(figure.baseline, null, text);
      assert.match(figure.review ?? '', /another unit/, text);
    } else assert.ok(Math.abs((figure.baseline ?? 0) - baseline) < 1e-6, text);
  }
});

test('how far something is from another place, a goal or another time is no level', () => {
  for (const [text, direction, comparison] of [
    ['增速高于全省平均2个百分点。', 'UP', '高于全省平均'],
    ['办结率98%,高出全市平均水平3.8个百分点。', 'UP', '高出全市平均水平'],
    ['败诉率比全省平均水平高2.1个百分点。', 'UP', '比全省平均水平高'],
    ['持证率低于目标值5个百分点。', 'DOWN', '低于目标值'],
    ['人均办案经费低于全市平均水平300元。', 'DOWN', '低于全市平均水平'],
    ['受理案件500件,比上年多20件。', 'UP', '比上年多'],
    ['办件时长较去年少2天。', 'DOWN', '较去年少'],
  ] as const) {
    const last = draft(text).figures.at(-1);
    assert.deepEqual(
      [last?.change, last?.direction, last?.comparison, last?.changeOf],
      ['BY', direction, comparison, null],
      text,
    );
  }
  for (const text of ['合格率不低于95%。', '低于平均水平的乡镇3个。', '惠及群众超过20万人。']) {
    assert.equal(only(text).change, 'LEVEL', text);
  }
});

test('a place in a ranking is a figure, and so is how far it moved', () => {
  const ranks = (text: string) =>
    draft(text).figures.map(({ value, isRank, change, direction, label, changeOf }) => [
      isRank ? `第${value}` : value,
      change,
      direction,
      label,
      changeOf,
    ]);
  assert.deepEqual(ranks('营商环境满意度居全市第2位,较上年上升3位。'), [
    ['第2', 'LEVEL', null, '营商环境满意度', null],
    [3, 'BY', 'UP', '营商环境满意度', 'f1'],
  ]);
  assert.deepEqual(ranks('开放数据水平位列全国第六,比上年前移2位。'), [
    ['第6', 'LEVEL', null, '开放数据水平', null],
    [2, 'BY', 'UP', '开放数据水平', 'f1'],
  ]);
  assert.deepEqual(ranks('在全省法治考核中排名第三。').at(0)?.[3], '全省法治考核');
  assert.deepEqual(ranks('政务服务效能跻身全省前10名。'), [
    ['第10', 'LEVEL', null, '政务服务效能', null],
  ]);
  const among = '满意率为96.2%,在全区17个镇街中列第4位。';
  assert.deepEqual(
    draft(among).figures.map(({ label, kind }) => `${kind} ${label}`),
    ['RESULT 满意率', 'BACKGROUND 镇街', 'RESULT 满意率'],
  );
  assert.equal(ranks('群众满意率96.2%居全市第4位。').at(1)?.[3], '群众满意率');
  assert.deepEqual(ranks('落实第一责任人职责,开展第二批清理,审议第3项议题。'), []);
});

test('what doubled is told by how many times as much it became', () => {
  for (const [text, value, label] of [
    ['新登记经营主体3215户,翻了一番。', 2, '新登记经营主体'],
    ['线上办件量较2020年翻两番。', 4, '线上办件量'],
  ] as const) {
    const last = draft(text).figures.at(-1);
    assert.deepEqual(
      [last?.value, last?.unit, last?.change, last?.direction, last?.label],
      [value, '倍', 'RATE_OF_CHANGE', 'UP', label],
      text,
    );
  }
});

test('a number in a cell has the heads of its row and column for label, unit and year', () => {
  const told = (text: string) =>
    draft(text).figures.map(({ value, unit, label, period }) => [
      value,
      unit,
      label,
      period?.edtf ?? null,
    ]);
  assert.deepEqual(
    told('单位:件\n项目\t2022年\t2023年\n行政许可\t12,306\t13,022\n行政强制\t0\t298'),
    [
      [12_306, '件', '行政许可', '2022'],
      [13_022, '件', '行政许可', '2023'],
      [0, '件', '行政强制', '2022'],
      [298, '件', '行政强制', '2023'],
    ],
  );
  assert.deepEqual(
    told('单位:件\n\n| 项目 | 2022年 | 2023年 |\n|---|:--:|--:|\n| 行政许可 | 12,306 | 13,022 |'),
    [
      [12_306, '件', '行政许可', '2022'],
      [13_022, '件', '行政许可', '2023'],
    ],
  );
  assert.deepEqual(
    told('序号\t类别\t本年制发件数\t参训人数(人)\n1\t规范性文件\t6\t\n2\t规章\t2\t41'),
    [
      [1, '', '', null],
      [6, '件', '规范性文件本年制发件数', null],
      [2, '', '', null],
      [2, '件', '规章本年制发件数', null],
      [41, '人', '规章参训人数', null],
    ],
  );
});

test('bars part cells where several lines have as many, and nowhere else', () => {
  const told = (text: string) =>
    draft(text).figures.map(({ value, unit, label }) => `${label} ${value} ${unit}`);
  assert.deepEqual(told('指标 | 数量\n建成站点（个） | 60\n安置住户（户） | 1500'), [
    '建成站点 60 个',
    '安置住户 1500 户',
  ]);
  assert.deepEqual(told('首页 | 政务公开\n全年受理案件3件。'), ['受理案件 3 件']);
});

test('cells may hold their unit, rows end early, and heads stand in two rows', () => {
  const told = (text: string) =>
    draft(text).figures.flatMap(({ value, unit, label, kind }) =>
      kind === 'BACKGROUND' ? [] : [`${label} ${value} ${unit}`],
    );
  assert.deepEqual(
    told(
      '序号\t部门\t行政处罚\t行政许可\t备注\n1\t市场监管局\t1,212件\t3456件\t含委托\n2\t公安局\t-\t无\n3\t交通局\t87件\t１２３件',
    ),
    [
      '市场监管局行政处罚 1212 件',
      '市场监管局行政许可 3456 件',
      '交通局行政处罚 87 件',
      '交通局行政许可 123 件',
    ],
  );
  assert.deepEqual(
    told(
      '单位\t行政复议（件）\t\t纠错率（%）\n\t收案\t结案\n市本级\t212\t198\t11.6\n云山区\t87\t85\t——',
    ),
    [
      '市本级行政复议收案 212 件',
      '市本级行政复议结案 198 件',
      '市本级纠错率 11.6 %',
      '云山区行政复议收案 87 件',
      '云山区行政复议结案 85 件',
    ],
  );
});

test('a table is data wherever it stands, and a column may tell changes', () => {
  const text = '类别\t件数\t同比增长(%)\n行政许可\t1,206\t12.5\n行政处罚\t41\t-6.8';
  const { figures } = draft(text, 'PLAN');
  assert.deepEqual(
    figures.map(({ value, unit, kind, change, direction, label, comparison }) =>
      [value, unit, kind, change, direction, label, comparison].join(' '),
    ),
    [
      '1206 件 RESULT LEVEL  行政许可 ',
      '12.5 % RESULT RATE_OF_CHANGE UP 行政许可 同比增长',
      '41 件 RESULT LEVEL  行政处罚 ',
      '-6.8 % RESULT RATE_OF_CHANGE DOWN 行政处罚 同比增长',
    ],
  );
});

test('a change points to the level that it is told beside', () => {
  const { figures } = draft('受理申请300件,同比增长4%,评查案卷60件。');
  assert.deepEqual(
    figures.map(({ changeOf }) => changeOf),
    [null, 'f1', null],
  );
});

test('what came anew is a change where its total is told beside it', () => {
  const changesOf = (text: string) =>
    draft(text).figures.map(({ change, direction, changeOf }) => [change, direction, changeOf]);
  assert.deepEqual(changesOf('新增调解组织4个,累计达23个。'), [
    ['BY', 'UP', 'f2'],
    ['LEVEL', null, null],
  ]);
  assert.deepEqual(changesOf('净增企业40家。'), [['BY', 'UP', null]]);
  assert.deepEqual(changesOf('新增调解组织4个,调解员23名。'), [
    ['LEVEL', null, null],
    ['LEVEL', null, null],
  ]);
});

test('an indicator is not observed by what another unit counts', () => {
  const indicators = indexIndicators([
    {
      code: 'departments',
      phrases: ['聘任法律顾问'],
      level: 'SCOPE',
      classifiers: ['个'],
      nouns: ['部门'],
      otherNouns: ['乡镇'],
    },
  ]);
  const observed = (text: string) =>
    findFigures(text, { sections: [], measures: [], year: 2023, indicators }).figures.map(
      ({ indicator }) => indicator,
    );
  assert.deepEqual(observed('34个部门聘任法律顾问。'), ['departments']);
  assert.deepEqual(observed('9个乡镇聘任法律顾问。'), [null]);
});

const observedBy = (text: string, phrases: Record<string, { phrases: string[]; unit: string }>) => {
  const indicators = indexIndicators(
    Object.entries(phrases).map(([code, { phrases: names, unit }]) => ({
      code,
      phrases: names,
      level: 'OUTPUT',
      classifiers: [unit],
      nouns: [],
      otherNouns: [],
    })),
  );
  return findFigures(text, { sections: [], measures: [], year: 2023, indicators }).figures.map(
    ({ indicator }) => indicator,
  );
};

test('an indicator is not observed by what is denied of it', () => {
  const known = {
    accepted: { phrases: ['受理行政复议申请'], unit: '件' },
    unpunished: { phrases: ['不予处罚'], unit: '件' },
  };
  for (const denied of ['不予受理', '未受理', '不再受理', '拒不受理']) {
    const text = `收到行政复议申请47件,其中受理44件,${denied}3件。`;
    assert.deepEqual(observedBy(text, known), [null, 'accepted', null], denied);
  }
  assert.deepEqual(observedBy('对轻微违法不予处罚12件。', known), ['unpunished']);
});

test('a short rate observes what all of the words before it name', () => {
  const known = {
    disputes: { phrases: ['调解率'], unit: '%' },
    reconsideration: { phrases: ['复议调解率'], unit: '%' },
    corrected: { phrases: ['行政复议纠错率'], unit: '%' },
  };
  for (const [text, ...rates] of [
    ['审结行政复议申请49件,调解率达42.9%。', 'reconsideration'],
    ['收到行政复议申请58件,审结49件,调解率达42.9%。', null, 'reconsideration'],
    ['审结行政复议申请40件,纠错率10%。', 'corrected'],
    ['排查矛盾纠纷437件,调解率100%。', 'disputes'],
  ] as const) {
    assert.deepEqual(observedBy(text, known), [null, ...rates], text);
  }
});

test('unit, noun and qualifier are those of the words', () => {
  const figure = only('發放法律宣傳資料20多万份。');
  assert.deepEqual(
    [figure.value, figure.unit, figure.qualifier, figure.noun],
    [200_000, '份', 'MORE_THAN', '法律宣传资料'],
  );
  assert.equal(only('全年接待36万人次。').unit, '人次');
  assert.equal(only('粮食产量45万吨。').noun, null);
});

test('to whom matters go is not what is counted', () => {
  const nounsOf = (text: string) => draft(text).figures.map(({ noun }) => noun);
  for (const [text, ...nouns] of [
    ['查处违法案件73件,移送公安机关6件。', '违法案件', '违法案件'],
    ['移送司法机关6件。', null],
    ['督察部门18个。', '督察部门'],
  ] as const) {
    assert.deepEqual(nounsOf(text), nouns, text);
  }
});

test('a quote reaches from the first word that says what is counted to the last', () => {
  for (const [text, quotes] of [
    ['全年共召开推进会2次。', ['召开推进会2次']],
    ['组织157名执法人员参加培训。', ['组织157名执法人员参加培训']],
    [
      '收到行政复议申请7件,已依法办结5件。',
      ['收到行政复议申请7件', '行政复议申请7件,已依法办结5件'],
    ],
    ['将时限由20天压缩至10天。', ['时限由20天压缩至10天']],
  ] as const) {
    const found = draft(text).figures.map(({ quote }) => wordsAt(text, quote));
    assert.ok(
      found.every((quote, at) => quote.endsWith(quotes[at] ?? '?')),
      found.join(' | '),
    );
  }
});

test('levels follow the order of the codebook', () => {
  for (const [text, level] of [
    ['一体化平台覆盖9个乡镇。', 'SCOPE'],
    ['组织157名执法人员参加培训。', 'SCOPE'],
    ['建成便民站9个。', 'OUTPUT'],
    ['提供法律意见184条。', 'OUTPUT'],
    ['居民人均可支配收入4万元。', 'IMPACT'],
    ['调解成功435件。', 'OUTCOME'],
    ['减少环节46个。', 'OUTCOME'],
    ['审批时限由20天压缩至10天。', 'OUTCOME'],
    ['调解率100%。', 'OUTPUT'],
  ] as const) {
    assert.equal(only(text).level, level, text);
  }
  assert.equal(only('力争建成便民站9个。').level, null);
});

test('a sign at the head of a cell belongs to its number, and no range reaches over a tab', () => {
  for (const sign of ['-', '－', '−']) {
    const text = `类别\t2022年(件)\t2023年(件)\t增幅(%)\n行政强制\t12\t9\t${sign}25.0\n行政检查\t5\t6\t20.0`;
    const told = draft(text).figures.map((figure) => [
      figure.value,
      figure.unit,
      figure.qualifier,
      wordsAt(text, figure),
    ]);
    assert.deepEqual(told, [
      [12, '件', 'EXACT', '12'],
      [9, '件', 'EXACT', '9'],
      [-25, '%', 'EXACT', `${sign}25.0`],
      [5, '件', 'EXACT', '5'],
      [6, '件', 'EXACT', '6'],
      [20, '%', 'EXACT', '20.0'],
    ]);
  }
});
