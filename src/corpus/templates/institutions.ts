import type { SyntheticSection } from '../template.ts';

export const institutions: SyntheticSection = {
  code: 'institutions',
  title: ['依法行政制度体系', 'The body of rules for administration by law'],
  heading: '提升制度建设质量,完善依法行政制度体系',
  measures: [
    {
      code: 'clean-up-documents',
      title: ['清理行政规范性文件', 'Review and clean-up of administrative normative documents'],
      words: '<加强|持续推进>行政规范性文件的清理工作',
      framework: ['outline-2021-03'],
      clauses: [
        {
          code: 'documents-reviewed',
          label: ['清理的行政规范性文件', 'Administrative normative documents reviewed'],
          level: 'OUTPUT',
          words: '全年<共|累计>清理{}件',
          figure: { unit: '{document}', range: [40, 420] },
          indicator: 'normative-documents-reviewed',
          parts: [
            {
              code: 'documents-kept',
              dimension: ['继续有效', 'remains in force'],
              words: '其中确认继续有效的{}件',
              indicator: 'normative-documents-kept',
            },
            {
              code: 'documents-to-revise',
              dimension: ['修订', 'to be revised'],
              words: '需修订后重新出台的{}件',
              indicator: 'normative-documents-to-revise',
            },
            {
              code: 'documents-to-repeal',
              dimension: ['废止', 'to be repealed'],
              words: '应当废止的{}件',
              indicator: 'normative-documents-to-repeal',
            },
            {
              code: 'documents-lapsed',
              dimension: ['失效', 'lapsed'],
              words: '失效的{}件',
              indicator: 'normative-documents-lapsed',
            },
          ],
        },
        {
          code: 'document-management',
          label: ['规范性文件管理', 'Management of normative documents'],
          level: 'OUTCOME',
          words: '<有力加强|切实规范>了规范性文件管理',
          joined: true,
        },
      ],
    },
    {
      code: 'supervise-documents',
      title: ['加强行政规范性文件监督', 'Supervision of administrative normative documents'],
      words: '强化行政规范性文件制定和监督管理',
      framework: ['outline-2021-03'],
      clauses: [
        {
          document: 'normative-documents-opinions',
          title: [
            '关于进一步加强行政规范性文件监督工作的意见',
            'Opinions on further strengthening the supervision of administrative normative documents',
          ],
          words: '印发《{}》',
          relation: 'ISSUES',
        },
        {
          code: 'documents-examined',
          label: ['合法性审核的文件', 'Documents whose legality was reviewed'],
          level: 'OUTPUT',
          words: '开展合法性审核{}件',
          figure: { unit: '{document}', range: [30, 310] },
        },
        {
          code: 'documents-filed',
          label: ['报备的文件', 'Documents put on file'],
          level: 'OUTPUT',
          words: '按时报备{}件',
          figure: { unit: '{document}', shareOf: 'documents-examined' },
        },
        {
          code: 'filing-rate',
          label: ['报备率', 'Share of documents put on file'],
          level: 'OUTCOME',
          words: '报备率{}%',
          figure: { unit: '%', rateOf: { count: 'documents-filed', base: 'documents-examined' } },
        },
        {
          code: 'legality-review-mechanism',
          label: ['合法性审核机制', 'Mechanism for legality review'],
          level: 'OUTCOME',
          words: '审核机制<进一步完善|日趋成熟>',
        },
      ],
    },
  ],
};
