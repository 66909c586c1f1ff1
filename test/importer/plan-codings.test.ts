import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { stringify } from 'yaml';
import type { Comparison } from '../../src/importer/coding/compare-codings.ts';
import { writeReport } from '../../src/importer/conformance/write-report.ts';
import { startCommands } from '../support/commands/commands.ts';
import { ownSeed } from '../support/own-seed.ts';

const { juzheng, close } = startCommands();
after(close);

const text = `2023年工作报告。2023年开展执法检查3次。
存在的不足。持证人员仅12名,主要原因是编制紧张。普法形式单一。
下一年安排。针对持证人员不足问题,开展执法培训,年底前培训不少于80名。开设普法讲堂,开设讲座6次。力争满意度达到95%以上。
`;

/** What was agreed on, in the shape of facts.yaml. */
const facts = {
  waivers: [],
  sections: [
    {
      code: 'all',
      starts: '2023年工作',
      measures: [
        {
          code: 'inspect',
          quote: '开展执法检查',
          outcomes: [
            { code: 'inspections', quote: '开展执法检查3次', value: 3, unit: '{session}' },
          ],
        },
        {
          code: 'train',
          stage: 'PLANNED',
          quote: '开展执法培训,年底前培训不少于80名',
          targets: [
            {
              code: 'trained',
              quote: '培训不少于80名',
              value: 80,
              unit: '{person}',
              due: { text: '年底前', edtf: '../2024-12-31' },
            },
          ],
        },
        {
          code: 'teach',
          stage: 'PLANNED',
          quote: '开设普法讲堂,开设讲座6次',
          targets: [{ code: 'lectures', quote: '开设讲座6次', value: 6, unit: '{session}' }],
        },
      ],
      targets: [{ code: 'satisfied', quote: '满意度达到95%以上', value: 95, unit: '%' }],
      problems: [
        {
          code: 'few',
          quote: '持证人员仅12名',
          cause: '主要原因是编制紧张',
          figures: [{ value: 12, unit: '{person}' }],
          answeredBy: [
            { measure: 'train', basis: 'STATED', quote: '针对持证人员不足问题,开展执法培训' },
          ],
        },
        {
          code: 'dull',
          quote: '普法形式单一',
          answeredBy: [{ measure: 'teach', basis: 'CURATED', note: { zh: '同为普法' } }],
        },
      ],
    },
  ],
};

const made = { zh: '独立编码', en: 'Coded on its own' };

/** Coder a found what was agreed on. */
const coderA = {
  coder: 'a',
  made,
  measures: [
    {
      quotes: ['开展执法检查'],
      outcomes: [{ quote: '开展执法检查3次', value: 3, level: 'OUTPUT', basis: 'SAME_POINT' }],
    },
    {
      quotes: ['开展执法培训,年底前培训不少于80名'],
      stage: 'PLANNED',
      targets: [{ quote: '培训不少于80名', value: 80, due: '年底前' }],
    },
    {
      quotes: ['开设普法讲堂,开设讲座6次'],
      stage: 'PLANNED',
      targets: [{ quote: '开设讲座6次', value: 6 }],
    },
  ],
  targets: [{ quote: '满意度达到95%以上', value: 95 }],
  problems: [
    {
      quote: '持证人员仅12名',
      cause: '主要原因是编制紧张',
      answeredBy: [{ measure: '开展执法培训', basis: 'STATED' }],
    },
    { quote: '普法形式单一', answeredBy: [{ measure: '开设普法讲堂', basis: 'CURATED' }] },
  ],
};

/** Coder b took the last plan for done, missed a target, a due date and an answer, and quoted less of a cause. */
const coderB = {
  ...coderA,
  coder: 'b',
  measures: [
    coderA.measures[0],
    { ...coderA.measures[1], targets: [{ quote: '培训不少于80名', value: 80 }] },
    { ...coderA.measures[2], stage: 'CARRIED_OUT' },
  ],
  targets: [],
  problems: [
    {
      quote: '持证人员仅12名',
      cause: '编制紧张',
      answeredBy: [{ measure: '开展执法培训', basis: 'SAME_POINT' }],
    },
    { quote: '普法形式单一' },
  ],
};

test('plans and problems of coders are compared with each other and with what was agreed on', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-codings-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(ownSeed, 'vocabulary'), join(root, 'vocabulary'), { recursive: true });
  const folder = join(root, 'reports', 'small-2023');
  writeReport(folder, { text, facts, files: {} });
  for (const coding of [coderA, coderB]) {
    writeFileSync(join(folder, `facts.coder-${coding.coder}.yaml`), stringify(coding));
  }
  const { code, out, err } = await juzheng('agreement', folder, '--format', 'json');
  assert.equal(code, 0, err);
  const [both, withFacts] = JSON.parse(out) as Comparison[];
  assert.deepEqual([withFacts?.one, withFacts?.other], ['a', 'facts']);
  assert.deepEqual(withFacts?.disagreements, [], 'coder a found what was agreed on');
  const countsOf = (comparison: Comparison | undefined) =>
    Object.fromEntries(
      (comparison?.items ?? []).map(({ name, both: of, onlyOne, onlyOther }) => [
        name,
        [of, onlyOne, onlyOther],
      ]),
    );
  const plan = ({ targets, problems, answers }: ReturnType<typeof countsOf>) => ({
    targets,
    problems,
    answers,
  });
  assert.deepEqual(plan(countsOf(withFacts)), {
    targets: [3, 0, 0],
    problems: [2, 0, 0],
    answers: [2, 0, 0],
  });
  assert.deepEqual(plan(countsOf(both)), {
    targets: [2, 1, 0],
    problems: [2, 0, 0],
    answers: [1, 1, 0],
  });
  assert.deepEqual(
    both?.disagreements.map(({ on, one, other }) => [on, one, other]),
    [
      ['target', 'there', 'not there'],
      ['answer', 'there', 'not there'],
      ['stage', 'PLANNED', 'CARRIED_OUT'],
      ['target due', '年底前', ''],
      ['target due basis', 'STATED', 'NONE'],
      ['answer basis', 'STATED', 'SAME_POINT'],
    ],
  );
  const checked = await juzheng('check', folder);
  assert.equal(checked.code, 0, checked.err);
});

test('a target of a coder whose figure or time cannot be read is told at its place', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-codings-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(ownSeed, 'vocabulary'), join(root, 'vocabulary'), { recursive: true });
  const folder = join(root, 'reports', 'small-2023');
  writeReport(folder, { text, facts, files: {} });
  const targets = [{ quote: '满意度达到95%以上', value: 59, due: '明年底' }];
  const problems = [{ quote: '普法形式单调' }];
  writeFileSync(
    join(folder, 'facts.coder-b.yaml'),
    stringify({ ...coderA, coder: 'b', targets, problems }),
  );
  const { code, err } = await juzheng('agreement', folder);
  assert.equal(code, 1);
  for (const rule of ['figure-not-in-quote', 'period-not-in-text', 'absent-quote']) {
    assert.match(err, new RegExp(`facts\\.coder-b\\.yaml:\\d+:\\d+ ${rule}: `));
  }
});
