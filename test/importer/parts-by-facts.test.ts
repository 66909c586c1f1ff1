import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { importSeed } from '../../src/importer/import.ts';
import { caseSeed } from '../support/imports/case-seed.ts';
import { startOver } from '../support/random/seeded.ts';

const zh = (words: string) => ({ zh: words });
const done = { code: 'done', title: zh('培训'), quote: '开展执法培训' };
const doneOutcome = {
  ...done,
  outcomes: [
    {
      code: 'able',
      label: zh('能力'),
      level: 'OUTCOME',
      quote: '执法能力提升',
      statement: '执法能力提升',
      link: { basis: 'SAME_POINT' },
    },
  ],
};
const text = [
  '2023年度法治政府建设情况报告',
  '一、工作情况',
  '开展执法培训，执法能力提升。',
  '二、存在的不足',
  '应诉能力有待提高。',
  '三、2024年打算',
  '（一）提高能力',
  '加强应诉培训。',
  '',
].join('\n');

const sections = (extra: object = {}) => [
  { code: 'head', title: zh('标题'), starts: '2023年度' },
  { code: 'done', title: zh('工作'), heading: '一、工作情况', measures: [doneOutcome] },
  {
    code: 'weak',
    title: zh('不足'),
    heading: '二、存在的不足',
    problems: [{ code: 'weak', title: zh('应诉'), quote: '应诉能力有待提高', ...extra }],
  },
  { code: 'plan', title: zh('打算'), heading: '三、2024年打算' },
  {
    code: 'able',
    depth: 2,
    title: zh('能力'),
    heading: '（一）提高能力',
    measures: [{ code: 'plan', stage: 'PLANNED', title: zh('培训'), quote: '加强应诉培训' }],
  },
];

test('a part whose facts are told is not told to be missing, though the curator names no parts', async (t) => {
  const { seed, data, remove } = caseSeed();
  t.after(remove);
  const head = { kind: 'STATUTORY_ANNUAL', title: zh('报告'), place: '150924' };
  const add = (code: string, facts: object) => {
    mkdirSync(join(seed, 'reports', code), { recursive: true });
    writeFileSync(join(seed, 'reports', code, 'report.txt'), text);
    writeFileSync(
      join(seed, 'reports', code, 'facts.yaml'),
      stringify({ report: { ...head, period: { text: '2023年度', edtf: '2023' } }, ...facts }),
    );
  };
  add('by-facts', { sections: sections() });
  add('unsure', {
    origins: [{ code: 'rules', kind: 'RULE', name: 'rules', version: '1' }],
    sections: sections({ origin: 'rules', review: '规则不能确定' }),
  });
  add('stated', { sections: sections(), parts: [{ part: 'PLAN', quote: '加强应诉培训' }] });
  await importSeed({ seed, data, jobs: 1 });
  const seeded = startOver(data);
  t.after(() => seeded.close());
  const { reports } = await seeded.dataOf(
    '{ reports(first: 5) { nodes { code coverage { requiredParts { part isPresent evidence { exact } } } } } }',
  );
  const found = Object.fromEntries(
    // oxlint-disable-next-line no-explicit-any -- a test says by its assertions what the shape is
    reports.nodes.map(({ code, coverage }: any) => [
      code,
      Object.fromEntries(
        // oxlint-disable-next-line no-explicit-any -- the same
        coverage.requiredParts.map(({ part, evidence }: any) => [part, evidence?.exact ?? null]),
      ),
    ]),
  );
  const byFacts = {
    RESULTS: '一、工作情况',
    SHORTCOMINGS: '二、存在的不足',
    LEADERS_DUTY: null,
    PLAN: '三、2024年打算',
    OTHER: null,
  };
  assert.deepEqual(found, {
    'by-facts': byFacts,
    unsure: { ...byFacts, SHORTCOMINGS: null },
    stated: { ...byFacts, PLAN: '加强应诉培训' },
  });
});
