import { facts23, facts24 } from './fault.ts';
import type { PlantedFault } from './fault.ts';

/** Heads, sections and origins, and quotes that grow. */
export const faultsOfHeads: readonly PlantedFault[] = [
  {
    name: 'a day of publishing that its words do not write',
    changes: [[facts24, "date: '2025-01-20'", "date: '2025-01-21'"]],
    told: [['day-not-in-quote', facts24, 'date: ', /write the day/]],
  },
  {
    name: 'a section that stands under none',
    changes: [[facts24, 'depth: 3', 'depth: 4']],
    told: [['section-depth', facts24, '- code: approvals\n    depth: ', /depth 3 at the most/]],
  },
  {
    name: 'an origin that is not declared',
    changes: [[facts23, 'origin: curator', 'origin: curators']],
    told: [['unknown-origin', facts23, 'origin: ', /Did you mean "curator"/]],
  },
  {
    name: 'an owner that the vocabulary does not have',
    changes: [[facts23, 'owner: made-up-zixu-justice-bureau', 'owner: justice-bureau']],
    told: [['unknown-organization', facts23, 'owner: ', /organizations\.yaml/]],
  },
  {
    name: 'a quote that grows through words that are not behind it',
    changes: [[facts23, 'to: 废止14件', 'to: 宣布废止14件']],
    told: [['grown-quote', facts23, '{ zh: 废止 }\n                quote: { to: ', /Copy the words/]],
  },
  {
    name: 'a quote in another width',
    changes: [[facts23, 'quote: 受理群众诉求1.26万件', 'quote: 受理群众诉求1．26万件']],
    told: [['absent-quote', facts23, '群众诉求 }\n            quote: ', /differs in width/]],
  },
  {
    name: 'a level that nobody decided',
    changes: [[facts23, 'level: OUTPUT\n            quote: 整合11条', 'quote: 整合11条']],
    told: [['outcome-without-level', facts23, '诉求限时办结制度\n        framework: [outline-2021-02]\n        link: { basis: SAME_POINT }\n        outcomes:\n          - ', /section 3/]],
  },
];
