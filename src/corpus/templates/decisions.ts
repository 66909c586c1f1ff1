import type { SyntheticSection } from '../template.ts';

export const decisions: SyntheticSection = {
  code: 'decision-making',
  title: ['依法行政决策机制', 'Decision-making by law'],
  heading: '健全依法行政决策机制,全面提升政府公信力',
  measures: [
    {
      code: 'major-decisions',
      title: ['健全重大行政决策机制', 'Mechanism for major administrative decisions'],
      words: '健全重大行政决策机制',
      framework: ['outline-2021-04'],
      clauses: [
        {
          document: 'decision-procedure',
          title: [
            '{province}重大行政决策程序规定',
            'Procedure for major administrative decisions of {province}',
          ],
          words: '<认真落实|严格执行>《{}》',
          relation: 'IMPLEMENTS',
        },
        {
          code: 'decision-catalogue',
          label: ['纳入目录的重大决策', 'Major decisions in the catalogue'],
          level: 'OUTPUT',
          words: '将{}项重大决策纳入目录管理',
          figure: { unit: { classifier: '项', noun: '重大决策' }, range: [2, 18] },
        },
        {
          code: 'decision-hearings',
          label: ['公众参与活动', 'Hearings and other public consultation'],
          level: 'OUTPUT',
          words: '组织听证和公开征求意见{}次',
          figure: { unit: '{session}', range: [2, 26] },
        },
        {
          code: 'decisions-science',
          label: [
            '决策的科学化、民主化、法治化',
            'Decisions made on evidence, in the open and by law',
          ],
          level: 'OUTCOME',
          words: '<不断提升|显著提高>决策的科学化、民主化、法治化水平',
          joined: true,
        },
      ],
    },
    {
      code: 'legal-advisers',
      title: ['落实政府法律顾问制度', 'Government legal advisers'],
      words: '全面落实政府法律顾问制度',
      framework: ['outline-2021-04'],
      clauses: [
        {
          code: 'departments-with-adviser',
          label: ['聘任法律顾问的部门', 'Departments with a legal adviser'],
          level: 'SCOPE',
          words: '截至目前,全县{}个部门聘任了常年法律顾问',
          figure: { unit: '{department}', fact: 'departments' },
          indicator: 'departments-with-legal-adviser',
        },
        {
          code: 'townships-with-adviser',
          label: ['聘任法律顾问的乡镇', 'Townships with a legal adviser'],
          level: 'SCOPE',
          words: '包括{}个乡镇在内实现全覆盖',
          figure: { unit: '{township}', fact: 'townships' },
          note: [
            '部门数与乡镇数可能重叠，不可相加。',
            'Departments and townships may overlap; the two must not be added.',
          ],
        },
        {
          code: 'legal-opinions',
          label: ['提供的法律意见', 'Legal opinions given'],
          level: 'OUTPUT',
          words: '提供法律意见{}条',
          figure: { unit: '{opinion}', range: [40, 780], rough: true },
          indicator: 'legal-opinions',
        },
        {
          code: 'contracts-examined',
          label: ['审查的合同', 'Contracts examined'],
          level: 'OUTPUT',
          words: '审查政府合同{}份',
          figure: { unit: '{contract}', range: [16, 260] },
        },
      ],
    },
  ],
};
