import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import { importSeed } from '../../src/importer/import.ts';
import { describeProblem } from '../../src/importer/read/problem.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { runCase } from '../../src/importer/conformance/run-case.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { sameDataOf, startOver } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { times } from '../support/times.ts';

const file = 'vocabulary/frameworks.yaml';

/** A frame that nobody issued: it is here to be imported, and asks what suits the test. */
const madeUp = (norm = '') => `
- code: made-up
  name: { zh: 编造的框架(仅供测试), en: A made-up frame for tests }
  edition: '2022'
  items:
    - { code: made-up-02, title: { zh: 编造的标题乙, en: Made-up heading B } }
    - code: made-up-01-1
      parent: made-up-01
      title: { zh: 编造的要点, en: A made-up point }
      source: https://example.org/made-up
      responsibleBody: { zh: 编造的单位, en: A made-up body }
      timeLimit: { zh: 年底前, en: By the end of the year }
      deliverable: { zh: 一份清单, en: A list }${norm}
    - { code: made-up-01-1-1, parent: made-up-01-1, title: { zh: 编造的任务, en: A made-up task } }
    - { code: made-up-01, title: { zh: 编造的标题甲, en: Made-up heading A } }
`;

const norm = (changes: Record<string, string | null> = {}) =>
  [
    '\n      norm:',
    ...Object.entries({
      indicator: 'energy-review-time',
      bound: 'AT_MOST',
      value: '10',
      unit: "'{workday}'",
      from: "'2021-08-11'",
      lowestLevel: 'COUNTY',
      quote: '审批时限不超过10个工作日',
      ...changes,
    }).flatMap(([name, value]) => (value === null ? [] : [`        ${name}: ${value}`])),
  ].join('\n');

const write = (copy: Copied, words: string) => appendFileSync(join(copy.seed, file), words);

let copy: Copied;
let seeded: Seeded;
let executed: Seeded;

before(async () => {
  copy = copySeed();
  write(copy, madeUp(norm()));
  // The same measure serves a point and the task below it: it counts once, for their heading as well.
  copy.change(factsFile, /framework: \[([^\]]+)\]/, 'framework: [made-up-01-1, made-up-01-1-1]');
  await importSeed({ seed: copy.seed, data: copy.data, jobs: 1 });
  seeded = startOver(copy.data);
  executed = startOver(copy.data, { compiler: false });
});
after(() => {
  seeded.close();
  executed.close();
  copy.remove();
});

const ask = (query: string) => sameDataOf({ compiled: seeded, executed }, query);

test('the items of a frame come heading by heading, each with its points, in whatever order they are told', async () => {
  const { framework } = await ask(
    '{ framework(by: { code: "made-up" }) { source items { nodes { code ordinal position depth parent { code } children { nodes { code } } } } } }',
  );
  assert.equal(framework.source, null);
  assert.deepEqual(
    framework.items.nodes.map((item: Record<string, unknown>) => Object.values(item)),
    [
      ['made-up-02', 1, 1, 1, null, { nodes: [] }],
      ['made-up-01', 2, 2, 1, null, { nodes: [{ code: 'made-up-01-1' }] }],
      ['made-up-01-1', 1, 3, 2, { code: 'made-up-01' }, { nodes: [{ code: 'made-up-01-1-1' }] }],
      ['made-up-01-1-1', 1, 4, 3, { code: 'made-up-01-1' }, { nodes: [] }],
    ],
  );
});

test('a point tells its source, its duty and its norm; a task has the source of its point', async () => {
  const { a, b } = await ask(`{
    a: frameworkItem(by: { code: "made-up-01-1" }) {
      source responsibleBody timeLimit(language: EN) deliverable
      norm { bound value unit { code } per { code } period indicator { code } from until highestLevel lowestLevel quote source }
    }
    b: frameworkItem(by: { code: "made-up-01-1-1" }) { source responsibleBody norm { value } }
  }`);
  assert.deepEqual(a, {
    source: 'https://example.org/made-up',
    responsibleBody: '编造的单位',
    timeLimit: 'By the end of the year',
    deliverable: '一份清单',
    norm: {
      bound: 'AT_MOST',
      value: 10,
      unit: { code: '{workday}' },
      per: null,
      period: null,
      indicator: { code: 'energy-review-time' },
      from: '2021-08-11',
      until: null,
      highestLevel: null,
      lowestLevel: 'COUNTY',
      quote: '审批时限不超过10个工作日',
      source: 'https://example.org/made-up',
    },
  });
  assert.deepEqual(b, { source: a.source, responsibleBody: null, norm: null });
});

test('a heading counts the measures of its points, each once', async () => {
  const { report, lacking, complete, within, itself } = await ask(`{
    report(by: { code: "xinghe-2023" }) {
      coverage { frameworkItems { measureCount item { code framework { code } } } }
    }
    lacking: reports(filter: { missingFrameworkItems: ["made-up-02"] }) { totalCount }
    complete: reports(filter: { missingFrameworkItems: ["made-up-01"] }) { totalCount }
    within: measures(filter: { frameworkItemsWithin: ["made-up-01"] }) { totalCount }
    itself: frameworkItems(filter: { hasMeasures: true, frameworks: ["made-up"] }) { nodes { code } }
  }`);
  const counts = report.coverage.frameworkItems
    .filter(
      ({ item }: { item: { framework: { code: string } } }) => item.framework.code === 'made-up',
    )
    .map(({ measureCount }: { measureCount: number }) => measureCount);
  assert.deepEqual(counts, [0, 1, 1, 1]);
  assert.deepEqual([lacking.totalCount, complete.totalCount, within.totalCount], [1, 0, 1]);
  assert.deepEqual(
    itself.nodes.map(({ code }: { code: string }) => code),
    ['made-up-01', 'made-up-01-1', 'made-up-01-1-1'],
  );
});

test('a figure of its indicator is held against a norm, with the working and both bounds', async () => {
  const { checks, indicator, items } = await ask(`{
    checks(filter: { kinds: [NORM] }) { totalCount nodes {
      code verdict reason stated computed computedLow computedHigh frameworkItem { code }
      zh: explanation en: explanation(language: EN)
      operands { role outcome { code checks(filter: { kinds: [NORM] }) { edges { role node { code } } } } }
    } }
    indicator(by: { code: "energy-review-time" }) { frameworkItems { nodes { code checks { totalCount } } } }
    items: frameworkItems(filter: { hasNorm: true, checks: { verdicts: [HOLDS] } }) { nodes { code } }
  }`);
  const code = 'xinghe-2023/norm-energy-review-time-made-up-01-1';
  assert.deepEqual(checks.nodes, [
    {
      code,
      verdict: 'HOLDS',
      reason: 'AGREES',
      stated: 5,
      computed: 10,
      computedLow: null,
      computedHigh: 10,
      frameworkItem: { code: 'made-up-01-1' },
      zh: '原文为 5，符合标准（不超过 10 工作日）。',
      en: '5 is stated, which keeps the norm (at most 10 (working day)).',
      operands: [
        {
          role: 'HELD',
          outcome: {
            code: 'xinghe-2023/energy-review-time',
            checks: { edges: [{ role: 'HELD', node: { code } }] },
          },
        },
      ],
    },
  ]);
  assert.deepEqual(indicator.frameworkItems.nodes, [
    { code: 'made-up-01-1', checks: { totalCount: 1 } },
  ]);
  assert.deepEqual(items.nodes, [{ code: 'made-up-01-1' }]);
});

test('the reading page shows the check with the words of the norm and the way to its source', async () => {
  const page = await (await seeded.fetch('http://localhost/reports/xinghe-2023')).text();
  const line = elementsOf(page, 'li').find(
    ({ attributes, inner }) =>
      attributes['class']?.startsWith('check ') && textOf(inner).includes('对照标准：'),
  );
  assert.ok(line);
  assert.match(textOf(line.inner), /对照标准：符合/);
  const [link] = elementsOf(line.inner, 'a');
  assert.equal(link?.attributes['href'], 'https://example.org/made-up');
  assert.equal(textOf(link?.inner ?? ''), '审批时限不超过10个工作日');
});

test('the table of what is missing has the points of a frame, each with its depth', async () => {
  const table = await seeded.fetch('http://localhost/examples/what-is-missing.csv');
  assert.equal(table.status, 200);
  const lines = (await table.text()).split('\r\n').filter((line) => line.includes('编造的'));
  assert.deepEqual(
    lines.map((line) => line.split(',').slice(-4).join()),
    ['0,1,1,编造的标题乙', '1,2,1,编造的标题甲', '1,1,2,编造的要点', '1,1,3,编造的任务'],
  );
});

/** A fault, the words of the file that it stands at, and what is said of it. */
const faults: { name: string; plant: string; words: string; told: RegExp }[] = [
  {
    name: 'a norm without a source',
    plant: madeUp(norm()).replace(/\n {6}source: .*/, ''),
    words: 'indicator: energy-review-time',
    told: /norm-without-source.*Give the address of the text that states it/s,
  },
  {
    name: 'a norm of an unknown indicator',
    plant: madeUp(norm({ indicator: 'energy-review-tine' })),
    words: 'energy-review-tine',
    told: /unknown-indicator.*Did you mean "energy-review-time"/s,
  },
  {
    name: 'a norm in another unit than its indicator’s',
    plant: madeUp(norm({ unit: "'{case}'" })),
    words: "'{case}'",
    told: /norm-unit.*Give the unit of the indicator/s,
  },
  {
    name: 'a norm that its source does not state',
    plant: madeUp(norm({ value: '12' })),
    words: '12\n',
    told: /norm-not-in-quote.*copy the words that state it/s,
  },
  {
    name: 'a point under a heading that is not there',
    plant: madeUp().replace('parent: made-up-01\n', 'parent: made-up-09\n'),
    words: 'made-up-09',
    told: /unknown-framework-item.*Declare it first|unknown-framework-item.*Did you mean/s,
  },
  {
    name: 'a point under a heading of another frame',
    plant: madeUp().replace('parent: made-up-01\n', 'parent: outline-2021-01\n'),
    words: 'outline-2021-01\n',
    told: /point-under-no-heading.*Give the code of an item of made-up/s,
  },
  {
    name: 'points in a circle',
    plant: madeUp().replace('parent: made-up-01\n', 'parent: made-up-01-1-1\n'),
    words: 'made-up-01-1-1\n',
    told: /framework-item-in-a-circle.*Give the code of the item right above it/s,
  },
];

test('more items than the coverage of a report can list are refused', () => {
  const spoilt = copySeed();
  try {
    const frames = ['a', 'b', 'c'].map((frame) =>
      [
        `- code: ${frame}`,
        '  name: { zh: 编造的框架(仅供测试), en: A made-up frame for tests }',
        "  edition: '2022'",
        '  items:',
        ...Array.from(
          { length: 170 },
          (_, nth) => `    - { code: ${frame}-${nth}, title: { zh: 条, en: Item } }`,
        ),
      ].join('\n'),
    );
    write(spoilt, `\n${frames.join('\n')}\n`);
    const { code, out, err } = juzheng('check', '--seed', spoilt.seed);
    assert.equal(code, 1);
    assert.match(`${out}${err}`, /must have 500 items at most in all frameworks/);
  } finally {
    spoilt.remove();
  }
});

for (const { name, plant, words, told } of faults) {
  test(`${name} is refused with its place and what to do`, async () => {
    const spoilt = copySeed();
    try {
      write(spoilt, plant);
      const own = spoilt.placeOf(file, words, words === 'outline-2021-01\n' ? 1 : 0);
      const { problems } = await checkSeed(spoilt.seed, { jobs: 1 });
      const said = problems.map(describeProblem).join('\n');
      assert.match(said, told);
      assert.ok(said.includes(`frameworks.yaml:${own} `), `${own}\n${said}`);
    } finally {
      spoilt.remove();
    }
  });
}

/** How a figure may be written, and which numbers it can then stand for. */
const writings: {
  words: (value: number) => string;
  allows: (value: number, told: number) => boolean;
}[] = [
  { words: (value) => `清理文件${value}件`, allows: (value, told) => value === told },
  { words: (value) => `清理文件${value}件以上`, allows: (value, told) => value >= told },
  { words: (value) => `清理文件不少于${value}件`, allows: (value, told) => value >= told },
  { words: (value) => `清理文件${value}件以内`, allows: (value, told) => value <= told },
  { words: (value) => `清理文件超过${value}件`, allows: (value, told) => value > told },
  { words: (value) => `清理文件不足${value}件`, allows: (value, told) => value < told },
];
const bounds = [
  { bound: 'AT_LEAST', words: '不少于', keeps: (value: number, asked: number) => value >= asked },
  { bound: 'AT_MOST', words: '不超过', keeps: (value: number, asked: number) => value <= asked },
  { bound: 'EXACTLY', words: '', keeps: (value: number, asked: number) => value === asked },
];

test('a figure is said not to keep a norm only where nothing that it can stand for does', () => {
  const { below, pick } = randomOf(16);
  const verdicts = new Set<string>();
  for (let round = 0; round < 60 * times; round += 1) {
    const [told, asked] = [11 + below(8), 11 + below(8)];
    const { words, allows } = pick(writings);
    const { bound, words: bounding, keeps } = pick(bounds);
    const values = Array.from({ length: 100 }, (_, half) => half / 2).filter((value) =>
      allows(value, told),
    );
    const kept = values.filter((value) => keeps(value, asked)).length;
    const verdict =
      kept === 0 ? 'DOES_NOT_FOLLOW' : kept === values.length ? 'HOLDS' : 'CANNOT_BE_CHECKED';
    const isExact = values.length === 1;
    const reason = {
      DOES_NOT_FOLLOW: 'NO_READING_AGREES',
      HOLDS: isExact ? 'AGREES' : 'WITHIN_BOUNDS',
      CANNOT_BE_CHECKED: 'BOUNDS_LEAVE_OPEN',
    } as const;
    verdicts.add(verdict);
    const quote = words(told);
    const wrong = runCase(
      {
        name: quote,
        code: 'small-2023',
        text: `2023年推进依法行政。${quote}。`,
        facts: { report: { period: { text: '2023年', edtf: '2023' } } },
        outcomes: [
          { code: 'one', quote, value: told, unit: '{document}', indicator: 'documents-reviewed' },
        ],
        files: {},
        earlier: [],
        vocabulary: {
          frameworks: [
            {
              code: 'made-up',
              name: { zh: '编造的框架(仅供测试)', en: 'A made-up frame for tests' },
              edition: '2022',
              items: [
                {
                  code: 'made-up-01',
                  title: { zh: '编造的要点', en: 'A made-up point' },
                  norm: {
                    indicator: 'documents-reviewed',
                    bound,
                    value: asked,
                    unit: '{document}',
                    from: '2021-08-11',
                    quote: `清理文件${bounding}${asked}件`,
                    source: 'https://example.org/made-up',
                  },
                },
              ],
            },
          ],
        },
        problems: [],
        checks: [{ kind: 'NORM', verdict, reason: reason[verdict] }],
      },
      'test/conformance/vocabulary',
    );
    assert.deepEqual(wrong, [], `${quote}: ${bound} ${asked}`);
  }
  assert.equal(verdicts.size, 3);
});
