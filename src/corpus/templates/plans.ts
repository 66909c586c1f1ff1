import type { PlannedMeasure, SyntheticProblem, TargetTemplate } from '../template.ts';

/** What reports say they will do in the next year; each carries on a measure that they told of. */
export const plannedMeasures: readonly PlannedMeasure[] = [
  {
    code: 'plan-law-study',
    title: ['安排政府常务会议学法', 'Law study at executive meetings of the government'],
    words: '<组织|安排>政府常务会议学法',
    framework: ['outline-2021-01'],
    carries: 'officials-study-law',
    isOwned: true,
    targets: [
      {
        code: 'target-law-study',
        label: ['政府常务会议学法', 'Law study sessions of the executive meeting'],
        words: '全年学法不少于{}次',
        figure: { unit: '{session}', range: [3, 24] },
        indicator: 'executive-meeting-law-study',
      },
    ],
  },
  {
    code: 'plan-train-officers',
    title: ['加强执法人员培训', 'Training of law-enforcement officers'],
    words: '加强执法人员资格认证培训',
    framework: ['outline-2021-05'],
    carries: 'manage-officers',
    answers: { problem: 'few-officers', words: '针对基层执法力量问题' },
    targets: [
      {
        code: 'target-officers-trained',
        label: ['参加资格认证培训的执法人员', 'Officers in qualification training'],
        words: '{due}培训不少于{}名',
        figure: { unit: '{person}', range: [80, 980] },
        indicator: 'officers-in-qualification-training',
        due: 'END',
      },
    ],
  },
  {
    code: 'plan-case-files',
    title: ['开展案卷评查', 'Review of case files'],
    words: '<开展|组织>行政执法案卷评查',
    framework: ['outline-2021-05'],
    carries: 'supervise-enforcement',
    targets: [
      {
        code: 'target-case-file-reviews',
        label: ['案卷评查', 'Rounds of review of case files'],
        words: '评查不少于{}次',
        figure: { unit: '{session}', range: [1, 8] },
        indicator: 'case-file-reviews',
      },
    ],
  },
  {
    code: 'plan-approval-time',
    title: ['压缩审批时限', 'Shorter time limits for approval'],
    words: '持续简化投资项目审批流程',
    framework: ['outline-2021-02'],
    carries: 'streamline-approvals',
    isOwned: true,
    targets: [
      {
        code: 'target-approval-time',
        label: ['政府投资类审批时限', 'Time limit for approval of government-funded projects'],
        words: '{due}政府投资类审批时限压缩至{}个工作日以内',
        figure: { unit: '{workday}', range: [3, 12] },
        indicator: 'government-investment-approval-time',
        due: 'END',
      },
    ],
  },
  {
    code: 'plan-mediation',
    title: ['完善矛盾纠纷化解机制', 'A better mechanism to resolve disputes'],
    words: '完善矛盾纠纷多元化解机制',
    framework: ['outline-2021-07'],
    carries: 'resolve-disputes',
    targets: [
      {
        code: 'target-mediation-rate',
        label: ['矛盾纠纷调解成功率', 'Success rate of mediation'],
        words: '调解成功率达到{}%以上',
        figure: { unit: '%', range: [92, 99] },
        indicator: 'mediation-success-rate',
      },
    ],
  },
  {
    code: 'plan-education',
    title: ['深化普法宣传', 'More legal education'],
    words: '深入开展“法律七进”活动',
    framework: ['outline-2021-07'],
    carries: 'seven-settings',
    answers: { problem: 'dull-education' },
    targets: [
      {
        code: 'target-education-growth',
        label: ['普法宣传活动的增幅', 'Growth of legal education events'],
        words: '普法宣传活动增长{}%左右',
        figure: { unit: '%', range: [5, 20], change: 'INCREASE' },
      },
    ],
  },
  {
    code: 'plan-review-rules',
    title: ['健全合法性审核制度', 'Rules for legality reviews'],
    words: '健全规范性文件合法性审核制度',
    framework: ['outline-2021-03'],
    carries: 'clean-up-documents',
    answers: { problem: 'uneven-review' },
    targets: [
      {
        code: 'target-review-rules',
        label: ['合法性审核工作规程', 'Working rules for legality reviews'],
        words: '{due}制定合法性审核工作规程',
        deliverable: '工作规程',
        due: 'JUNE',
      },
    ],
  },
  {
    code: 'plan-online',
    title: ['提升网上办理水平', 'More services online'],
    words: '提升政务服务网上办理水平',
    framework: ['outline-2021-02', 'outline-2021-09'],
    carries: 'lists-and-one-network',
    targets: [
      {
        code: 'target-online-rate',
        label: ['政务服务事项网上可办率', 'Share of items that can be handled online'],
        words: '{due}网上可办率达到{}%以上',
        figure: { unit: '%', range: [85, 99] },
        due: 'OUTLINE',
      },
    ],
  },
  {
    code: 'plan-awareness',
    title: ['推动法治督察', 'Inspections of law-based governance'],
    words: '<深入|扎实>开展法治督察',
    framework: ['outline-2021-10'],
    targets: [],
  },
];

/** What is to be reached without a measure of the plan that says how. */
export const loneTarget: TargetTemplate = {
  code: 'target-satisfaction',
  label: ['群众对法治建设的满意度', 'Satisfaction of the people with the rule of law'],
  words: '力争群众对法治建设的满意度达到{}%以上',
  figure: { unit: '%', range: [88, 99] },
};

/** What reports say falls short; any of them may be told, and not all are answered. */
export const syntheticProblems: readonly SyntheticProblem[] = [
  {
    code: 'few-officers',
    title: ['基层执法力量薄弱', 'Few officers at the grass roots'],
    words: '基层执法力量<仍显薄弱|仍有不足>',
    framework: ['outline-2021-05'],
    figure: {
      label: ['乡镇持证执法人员', 'Certified officers in townships'],
      words: '乡镇持证执法人员仅{}名',
      figure: { unit: '{person}', range: [12, 90] },
    },
    cause: '主要原因是<编制紧张|人员流动较快>',
  },
  {
    code: 'weak-awareness',
    title: ['部分部门依法行政意识不强', 'Weak awareness in some departments'],
    words: '部分部门依法行政意识有待增强',
    framework: ['outline-2021-01'],
    cause: '主要原因是学用结合不紧',
  },
  {
    code: 'uneven-review',
    title: ['规范性文件审核质量不均衡', 'Uneven quality of legality reviews'],
    words: '规范性文件审核质量还不均衡',
    framework: ['outline-2021-03'],
  },
  {
    code: 'dull-education',
    title: ['普法形式创新不够', 'Little that is new in legal education'],
    words: '普法形式创新<不够|不足>',
    framework: ['outline-2021-07'],
    cause: '主要原因是工作机制不够健全',
  },
];
