import { facts23, facts24, text23, text24 } from './fault.ts';
import type { PlantedFault } from './fault.ts';

const proposals = '办理人大代表建议62件、政协提案78件，办复率';

/** Figures: their direction, what they share, what they come from and what they are told per. */
export const faultsOfFigures: readonly PlantedFault[] = [
  {
    name: 'a rise where the verb says a fall',
    changes: [[facts23, 'change: -4.2', 'change: 4.2']],
    told: [
      ['change-against-verb', facts23, 'value: 7.3\n            change: ', /fall is below zero/],
    ],
  },
  {
    name: 'a rank that rises by a number above zero',
    changes: [[facts24, 'change: -2\n', 'change: 2\n']],
    told: [
      ['change-against-verb', facts24, 'rank: 3\n            change: ', /has a lower number/],
    ],
  },
  {
    name: 'a shared figure without 均',
    changes: [
      [text23, '办复率均为100％', '办复率为100％'],
      [facts23, /办复率均为100％/g, '办复率为100％'],
    ],
    told: [
      [
        'figure-claimed-twice',
        facts23,
        `办复率 }\n            level: OUTPUT\n            quote: ${proposals}为100％\n            value: `,
        /均, 都, 各 or 分别/,
      ],
    ],
  },
  {
    name: 'a shared figure under one label',
    changes: [[facts23, '{ zh: 政协提案办复率 }', '{ zh: 人大代表建议办复率 }']],
    told: [
      [
        'shared-figure-label',
        facts23,
        `cppcc-answered\n            label: { zh: 人大代表建议办复率 }\n            level: OUTPUT\n            quote: ${proposals}均为100％\n            value: `,
        /label of its own/,
      ],
    ],
  },
  {
    name: 'a figure behind 分别 for another thing than it is of',
    changes: [
      [text24, '受理、审结分别为', '审结、受理分别为'],
      [facts24, /受理、审结分别为/g, '审结、受理分别为'],
    ],
    told: [
      ['respective-order', facts24, '受理分别为66件\n            value: ', /in the order/],
      ['respective-order', facts24, '受理分别为66件、60件\n            value: ', /in the order/],
    ],
  },
  {
    name: 'a baseline that level and change do not come from',
    changes: [
      [text24, '败诉率11.1％，同比', '败诉率由8.3％上升到11.1％，同比'],
      [facts24, '败诉率11.1％，同比', '败诉率由8.3％上升到11.1％，同比'],
      [facts24, 'value: 11.1\n', 'value: 11.1\n            baseline: 8.3\n'],
    ],
    told: [
      ['baseline-does-not-fit', facts24, 'value: 11.1\n            baseline: ', /of one telling/],
    ],
  },
  {
    name: 'an amount of change as a level',
    changes: [[facts24, 'change: -30', 'value: 30']],
    told: [['value-is-a-change', facts24, '下降三成\n            value: ', /Write change: -30/]],
  },
  {
    name: 'a growth in per cent that goes against its verb',
    changes: [[facts24, 'changePercent: 9.4', 'changePercent: -9.4']],
    told: [
      ['change-against-verb', facts24, '15320\n            changePercent: ', /fall is below zero/],
    ],
  },
  {
    name: 'a level as an amount of change',
    changes: [[facts24, 'value: 13\n', 'change: 13\n']],
    told: [
      ['change-without-verb', facts24, '上线集成服务13项\n            change: ', /Write value/],
    ],
  },
  {
    name: 'points in per cent',
    changes: [[facts23, 'change: 2\n', "change: 2\n            unit: '%'\n"]],
    told: [
      ['unit-not-as-written', facts23, 'change: 2\n            unit: ', /Points are how far/],
    ],
  },
  {
    name: 'a rank with a unit',
    changes: [[facts23, 'rank: 5', "rank: 5\n            unit: '{rank}'"]],
    told: [['rank-with-unit', facts23, 'rank: 5\n            unit: ', /Leave the unit out/]],
  },
  {
    name: 'persons where the text has persons per village',
    changes: [[facts23, '{ classifier: 名, noun: “法律明白人” }', "'{person}'"]],
    told: [['per-unit', facts23, 'value: 3\n            unit: ', /名\/个行政村/]],
  },
  {
    name: 'a noun that the quote does not have',
    changes: [[facts23, 'noun: 部门热线', 'noun: 投诉热线']],
    told: [['noun-not-in-quote', facts23, 'value: 11\n            unit: ', /from the quote/]],
  },
  {
    name: 'a figure that nobody claims',
    changes: [
      [text24, '开展庭审旁听活动', '开展庭审旁听活动4次'],
      [facts24, 'quote: 开展庭审旁听活动', 'quote: 开展庭审旁听活动4次'],
    ],
    told: [['unclaimed-figure', facts24, '能力进一步提升\n\n  - code: ', /Write the fact/]],
  },
];
