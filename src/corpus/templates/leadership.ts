import type { SyntheticSection } from '../template.ts';

export const leadership: SyntheticSection = {
  code: 'leadership',
  title: ['组织领导', 'Leadership'],
  heading: '加强组织领导,全面推进法治政府建设',
  measures: [
    {
      code: 'lead-in-person',
      title: [
        '党政主要负责人履行法治建设第一责任人职责',
        'The heads of Party and government fulfil the duties of the person with primary responsibility',
      ],
      words: '党政主要负责人<切实|认真|带头>履行推进法治建设第一责任人职责',
      framework: ['outline-2021-10'],
      clauses: [
        '始终将法治政府建设列入重要议事日程,严格落实“四个亲自”',
        {
          code: 'governance-meetings',
          label: ['依法治县委员会及推进会', 'Meetings on law-based governance'],
          level: 'OUTPUT',
          words: '全年<共|累计>召开依法治县委员会及法治政府建设工作推进会{}次',
          figure: { unit: '{session}', range: [1, 12] },
          indicator: 'governance-meetings',
        },
        {
          code: 'problems-settled',
          label: ['协调解决的具体问题', 'Particular problems settled'],
          level: 'OUTPUT',
          words: '协调解决法治政府建设<工作中存在的|方面的>具体问题{}项',
          figure: { unit: '{problem}', range: [2, 38] },
        },
        {
          code: 'leaders-responsibility',
          label: ['责任落实情况', 'Whether duties are carried out'],
          level: 'OUTCOME',
          words: '<进一步压实|层层传导>了法治建设责任',
          joined: true,
        },
      ],
    },
    {
      code: 'officials-study-law',
      title: ['落实干部学法制度', 'Officials study law as a rule'],
      words: '严格落实干部学法制度',
      framework: ['outline-2021-01', 'outline-2021-10'],
      clauses: [
        {
          code: 'law-lectures',
          label: ['县委理论中心组法治讲座', 'Lectures on the rule of law for the central group'],
          level: 'OUTPUT',
          words: '全年<共|累计>举办县委理论中心组法治讲座{}次',
          figure: { unit: '{session}', range: [2, 16] },
          indicator: 'theory-group-law-lectures',
          parts: [
            {
              code: 'law-lectures-thought',
              dimension: ['习近平法治思想', 'Xi Jinping Thought on the Rule of Law'],
              words: '其中专题学习习近平法治思想{}次',
            },
            {
              code: 'law-lectures-administration',
              dimension: ['依法行政', 'administration by law'],
              words: '学习依法行政{}次',
            },
          ],
        },
        {
          code: 'executive-meeting-law-study',
          label: ['政府常务会议学法', 'Law study sessions of the executive meeting'],
          level: 'OUTPUT',
          words: '县政府常务会议学法{}次',
          figure: { unit: '{session}', range: [3, 24] },
          indicator: 'executive-meeting-law-study',
        },
        {
          code: 'law-study-hours',
          label: ['人均学习', 'Study per head'],
          level: 'OUTPUT',
          words: '人均学习<达到|高达|达>{}学时',
          figure: { unit: '{class_hour}/{person}', range: [30, 96] },
          indicator: 'law-study-hours-per-head',
          note: ['为人均值；原文未说明人数。', 'Per head; the text does not say of how many.'],
        },
        {
          code: 'law-exam-pass-rate',
          label: ['领导干部学法考试合格率', 'Share of officials who passed the law examination'],
          level: 'OUTCOME',
          words: '领导干部学法考试合格率{}%',
          figure: { unit: '%', range: [88, 100] },
        },
        {
          code: 'officials-awareness',
          label: ['领导干部依法行政意识', 'Leading officials’ awareness of administration by law'],
          level: 'OUTCOME',
          words: '领导干部依法行政的意识和能力<得到进一步提高|明显增强|不断提升>',
        },
      ],
    },
    {
      code: 'working-mechanisms',
      title: ['健全工作机制', 'Working mechanisms made complete'],
      words: '<健全|完善>法治政府建设工作机制',
      framework: ['outline-2021-10'],
      clauses: [
        {
          document: 'work-plan',
          title: ['{year}年法治政府建设工作要点', 'Key points of law-based government in {year}'],
          words: '<出台|印发>《{}》',
          relation: 'ISSUES',
        },
        {
          code: 'tasks-assigned',
          label: ['分解的重点任务', 'Key tasks assigned'],
          level: 'OUTPUT',
          words: '分解重点任务{}项',
          figure: { unit: '{task}', range: [18, 96] },
        },
        {
          code: 'tasks-departments',
          label: ['承担任务的部门', 'Departments with tasks assigned'],
          level: 'SCOPE',
          words: '责任落实到{}个部门',
          figure: { unit: '{department}', fact: 'departments' },
        },
        {
          code: 'inspections',
          label: ['法治督察', 'Inspections of law-based governance'],
          level: 'OUTPUT',
          words: '开展法治督察{}次',
          figure: { unit: '{session}', range: [1, 9] },
        },
        {
          code: 'inspection-problems',
          label: ['督察发现的问题', 'Problems that inspections found'],
          level: 'OUTPUT',
          words: '发现并督促整改问题{}项',
          figure: { unit: '{problem}', range: [5, 140] },
        },
      ],
    },
  ],
};
