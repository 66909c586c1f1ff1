import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FigureKind } from '../../../src/draft/draft.ts';
import type { RequiredPart } from '../../../src/vocabulary.ts';
import { draft } from './support/drafted.ts';

type Case = [text: string, kinds: FigureKind[], part?: RequiredPart];

const cases: Record<string, Case[]> = {
  'a modal verb or an aim makes a target': [
    ['我们将建设30个便民站。', ['TARGET']],
    ['将审批时限由20天压缩至5天。', ['RESULT']],
    ['力争全年引进项目40个。', ['TARGET']],
    ['检查组建议,县政府要新建泵站3座,处理率不低于95%。', ['TARGET', 'TARGET']],
    ['采纳专家组建议,修改制度3项。', ['RESULT']],
    ['落实检察院建议,更换井盖8个。', ['RESULT']],
    ['有关部门应当配备专职人员2名。', ['TARGET']],
    ['有关部门要件齐全,办理许可5件。', ['RESULT']],
    ['行政机关应出庭5次,实际出庭5次。', ['RESULT', 'RESULT']],
    ['向住建部门提出整改建议,推动更换井盖8个。', ['RESULT']],
    ['计划投资3亿元。', ['TARGET']],
    ['完成年度计划的98%。', ['RESULT']],
    ['制定培训计划3份。', ['RESULT']],
    ['将办理时限从20天压缩到5天。', ['RESULT']],
    ['将继续压缩审批时限20%。', ['TARGET']],
    ['今年要新建学校6所。', ['TARGET']],
    ['按照要求整改问题6个。', ['RESULT']],
    ['预期目标是:财政收入增长6%,新增就业2万人。', ['TARGET', 'TARGET']],
    ['超出预期目标2个百分点。', ['RESULT']],
    ['拟招聘教师60名。', ['TARGET']],
  ],
  'what a plan goes on from is reached, and no more than that': [
    ['在去年46个的基础上,再推出20个;时间压缩到1天。', ['RESULT', 'TARGET', 'TARGET'], 'PLAN'],
    ['调解和解率达到45%,较去年提高5个百分点。', ['TARGET', 'TARGET'], 'PLAN'],
    ['目前已建成12个站点。', ['RESULT'], 'PLAN'],
    ['在去年46个的基础上,再推出20个。', ['RESULT', 'RESULT']],
  ],
  'a year to come makes a target, one that is past does not': [
    ['到2026年,覆盖率达到95%。', ['TARGET']],
    ['截至2023年底,覆盖率达到95%。', ['RESULT']],
    ['印发《2022—2026年发展规划》,建成站点20个。', ['RESULT']],
    ['对2024年检查发现的27个问题逐一整改。', ['RESULT']],
    ['2024年案卷评查发现的31处瑕疵已全部补正。', ['RESULT']],
    ['至2025年底,法律顾问聘任率达到100%。', ['TARGET']],
    ['2019年至2024年,清理文件60件。', ['RESULT']],
  ],
  'figures of a plan are targets, but for what is reached already': [
    ['开展案卷评查不少于4次。', ['TARGET'], 'PLAN'],
    ['目前已建成站点20个,再建30个。', ['RESULT', 'RESULT'], 'PLAN'],
    ['工作回顾\n建成站点20个。\n二、下一步工作打算\n建成站点30个。', ['RESULT', 'TARGET']],
    ['下一步,重点做好以下工作:\n一是培训600人。\n二是新建站点9个。', ['TARGET', 'TARGET']],
  ],
  'what is asked of each is aimed at, and a standard that was kept is background': [
    ['每个乡镇配备不少于2名法律顾问。', ['TARGET']],
    ['各部门每季度应当报送信息不少于3条。', ['TARGET']],
    ['每个街道已配备不少于2名专职调解员。', ['RESULT']],
    ['按照每个乡镇不少于5人的标准,配备执法人员70名。', ['BACKGROUND', 'RESULT']],
    ['年度目标任务完成情况\n受理案件60件。', ['RESULT']],
  ],
  'what falls short is a problem': [
    ['针对上述问题,约谈负责人9人次,下发督办函4份。', ['RESULT', 'RESULT'], 'SHORTCOMINGS'],
    ['针对存在的问题,组织培训不少于6期。', ['TARGET'], 'PLAN'],
    ['持证人员仅3名。', ['PROBLEM'], 'SHORTCOMINGS'],
    ['仍有26个村未通公交。', ['PROBLEM']],
    ['执法力量薄弱,每个所平均不足2人。', ['PROBLEM']],
    ['针对执法力量薄弱问题,招录人员40名。', ['RESULT']],
    ['发现问题57个,整改55个。', ['RESULT', 'RESULT']],
  ],
  'what is true of the place, and what others did, is background': [
    ['全县总面积2860平方公里,辖12个乡镇。', ['BACKGROUND', 'BACKGROUND']],
    ['全省19个县获得命名。', ['BACKGROUND']],
    ['没有发生一起重大事故。', ['BACKGROUND']],
    ['60岁以上老人8万人。', ['BACKGROUND', 'RESULT']],
  ],
};

for (const [rule, texts] of Object.entries(cases)) {
  test(rule, () => {
    for (const [text, kinds, part] of texts) {
      const found = draft(text, part ?? null).figures.map(({ kind }) => kind);
      assert.deepEqual(found, kinds, text);
    }
  });
}
