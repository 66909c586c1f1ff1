import { facts23, facts24 } from './fault.ts';
import type { PlantedFault } from './fault.ts';

const ofOneWork = 'continues:\n          measure: ';

/** Plans and problems: what they carry on, by when they are due, and what answers them. */
export const faultsOfPlans: readonly PlantedFault[] = [
  {
    name: 'a measure that continues a code that is not there',
    changes: [[facts24, '2023/observers', '2023/observer']],
    told: [['unknown-measure', facts24, `机制]\n        ${ofOneWork}`, /from that report’s facts/]],
  },
  {
    name: 'a target that revises a code that is not there',
    changes: [[facts24, 'revises: made-up-zixu-2023/online-items-rate', 'revises: made-up-zixu-2023/online']],
    told: [['unknown-target', facts24, 'revises: ', /from that report’s facts/]],
  },
  {
    name: 'a measure that continues one of another place',
    changes: [[facts24, 'made-up-zixu-2023/observers', 'xinghe-2023/resolve-disputes']],
    told: [['other-place', facts24, `机制]\n        ${ofOneWork}`, /of the same place/]],
  },
  {
    name: 'a target that is due before the year of its report',
    changes: [[facts24, "2025年, edtf: '2025' }", "2025年, edtf: '2022' }"]],
    told: [['due-before-report', facts24, 'due: { text: 2025年, edtf: ', /lies ahead/]],
  },
  {
    name: 'an outcome of what is only planned',
    changes: [
      [facts24, '- code: more-online\n', '- code: more-online\n        stage: PLANNED\n'],
    ],
    told: [
      [
        'outcome-of-plan',
        facts24,
        'stage: PLANNED\n        title: { zh: 扩大网办范围 }\n        quote: 扩大网办范围\n        framework: [outline-2021-09]\n        link: { basis: SAME_POINT }\n        outcomes:\n          - ',
        /under targets/,
      ],
    ],
  },
  {
    name: 'a target of what is done',
    changes: [[facts23, '- code: finish-review\n        stage: PLANNED\n', '- code: finish-review\n']],
    told: [['target-of-done', facts23, 'targets:\n          - ', /stage: PLANNED/]],
  },
  {
    name: 'an answer that is carried out already',
    changes: [[facts24, '- measure: teach-youth', '- measure: market-days']],
    told: [['answer-not-planned', facts24, '- measure: ', /lies ahead/]],
  },
  {
    name: 'an answer that nobody gives a reason for',
    changes: [[facts24, '            note: { zh: 同为青少年法治教育 }\n', '']],
    told: [['link-without-note', facts24, 'answeredBy:\n          - ', /note: \{zh/]],
  },
  {
    name: 'an answer whose words are none of its measure',
    changes: [[facts23, '的问题，推进乡镇综合行政执法改革', '的问题']],
    told: [['link-without-ends', facts23, 'basis: STATED\n            quote: ', /words of the measure/]],
  },
  {
    name: 'a continuation that is stated nowhere',
    changes: [[facts24, '          quote: 继续探索建立行政执法“观察员”制度\n', '']],
    told: [['link-without-words', facts24, '机制]\n        continues:\n          ', /quote: …/]],
  },
  {
    name: 'a deliverable that the text does not name',
    changes: [[facts23, 'deliverable: 乡镇行政执法事项清单', 'deliverable: 执法权责清单']],
    told: [['statement-not-in-quote', facts23, 'deliverable: ', /copy them/]],
  },
  {
    name: 'a cause that the text does not give',
    changes: [[facts24, '主要原因是岗位流动性大', '主要原因是编制不足']],
    told: [['absent-quote', facts24, '不足4名\n        cause: ', /The text has/]],
  },
];
