import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { checkSeed } from '../../src/importer/check.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';

async function problemsOf(t: TestContext, spoil: (copy: Copied) => void) {
  const copy = copySeed();
  t.after(copy.remove);
  spoil(copy);
  const { problems } = await checkSeed(copy.seed);
  return { copy, problems, rules: problems.map(({ rule }) => rule).toSorted() };
}

test('what has not its shape hides nothing else that is wrong, and echoes nowhere', async (t) => {
  const { copy, problems, rules } = await problemsOf(t, ({ change }) => {
    // A level and a value that are none, a title that is missing, a key that is misspelt.
    change(factsFile, 'level: SCOPE', 'level: SCOPES');
    change(factsFile, 'value: 96', 'value: 九十六');
    change(factsFile, 'baseline: 20', 'basline: 20');
    change(
      factsFile,
      'statement: 社会投资类审批为即办件',
      'quote: 社会投资类审批为即办件\n            statement: 社会投资类审批为当场办结',
    );
    change(factsFile, 'indicator: legal-opinions', 'indicator: legal-opinion');
    change('vocabulary/units.yaml', 'additivity: RATE }', 'additivity: RATES }');
    change('vocabulary/indicators.yaml', 'direction: HIGHER_IS_BETTER', 'direction: UPWARD');
  });
  assert.deepEqual(rules, [
    ...Array.from({ length: 5 }, () => 'shape'),
    'statement-not-in-quote',
    // Indicators are damaged as well, so that nobody knows whether legal-opinion is one of them.
  ]);
  const statement = problems.find(({ rule }) => rule === 'statement-not-in-quote')!;
  assert.equal(
    `${statement.line}:${statement.column}`,
    copy.placeOf(factsFile, '社会投资类审批为当场办结'),
  );
});

test('each fault of a shape in turn is one problem, whatever it stands in', async (t) => {
  const faults: [string | RegExp, string][] = [
    ['level: SCOPE', 'level: SCOPES'],
    ['value: 96', 'value: many'],
    ['value: 96', 'vlaue: 96'],
    ['baseline: 20', 'baseline: [20]'],
    ['statement: 社会投资类审批为即办件', 'statement: []'],
    ['code: closing\n', 'code: Closing Words\n'],
    [/quote: 人均学习高达[^\n]*/, 'quote: {exakt: 人均学习高达91.2学时}'],
    ['kind: MODEL_AREA', 'kind: MODEL'],
    ['kind: RATIO', 'kind: RATION'],
    ['basis: STATED', 'basis: SAID'],
    ["place: '150924'\n", 'place: 150924\n'],
    ['outcomes:\n', 'outcomes: none\n        outcoms:\n'],
  ];
  for (const [from, to] of faults) {
    const { rules } = await problemsOf(t, ({ change }) => {
      change(factsFile, from, to);
    });
    const others = rules.filter((rule) => rule !== 'shape');
    assert.ok(rules.length > 0 && others.length === 0, `${to}: ${rules.join(', ')}`);
  }
});

test('what is missing is one problem: a folder, the vocabulary, a file of it', async (t) => {
  const { seed } = copySeed();
  t.after(() => {
    rmSync(join(seed, '..'), { recursive: true });
  });
  const told = (...args: string[]) => {
    const { code, err } = juzheng('check', ...args);
    assert.equal(code, 1);
    return (
      err.replaceAll(`${seed}/`, '').split(/:? /)[0] +
      err.slice(err.lastIndexOf('\n', err.length - 2))
    );
  };
  const one = '\n1 problem; nothing was changed\n';
  assert.equal(told(join(seed, 'reports/absent')), `reports/absent:1:1${one}`);
  assert.equal(told(join(seed, factsFile)), `${factsFile}:1:1${one}`);
  rmSync(join(seed, 'vocabulary/units.yaml'));
  assert.equal(told(seed), `vocabulary/units.yaml:1:1${one}`);
  rmSync(join(seed, 'vocabulary'), { recursive: true });
  assert.equal(told(seed), `vocabulary:1:1${one}`);
});

test('what is to be declared says in which file', async (t) => {
  const { problems } = await problemsOf(t, ({ change }) => {
    change(factsFile, 'indicator: legal-opinions', 'indicator: quite-another-thing');
    change(factsFile, '{ code: appraisal-scheme', '{ code: none-of-these');
  });
  const helps = problems.map(({ help }) => help);
  assert.deepEqual(helps, [
    'Declare it first, in this file, under documents.',
    'Declare it first, in vocabulary/indicators.yaml.',
  ]);
});

test('only web addresses may be given as where a report stands', async (t) => {
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.org/x',
  ]) {
    const { rules } = await problemsOf(t, ({ change }) => {
      change(factsFile, 'kind: MODEL_AREA', `url: '${url}'\n  kind: MODEL_AREA`);
    });
    assert.deepEqual(rules, ['shape'], url);
  }
  const { rules } = await problemsOf(t, ({ change }) => {
    change(factsFile, 'kind: MODEL_AREA', `url: https://example.org/report\n  kind: MODEL_AREA`);
  });
  assert.deepEqual(rules, []);
});

/** A seed of one report with facts of one's own. */
function writeSeed(t: TestContext, text: string, measures: object[]): string {
  const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  t.after(() => {
    rmSync(root, { recursive: true });
  });
  cpSync('seed/vocabulary', join(root, 'vocabulary'), { recursive: true });
  const folder = join(root, 'reports/large-2023');
  mkdirSync(folder, { recursive: true });
  const title = { zh: '大', en: 'large' };
  const report = { kind: 'MODEL_AREA', title, place: '150924' };
  const sections = [{ code: 'all', title, starts: text.slice(0, 3), measures }];
  writeFileSync(join(folder, 'report.txt'), text);
  writeFileSync(join(folder, 'facts.json'), JSON.stringify({ report, sections }));
  return root;
}

test(
  'of 200,000 figures that nobody claims the first thousand are told, and a count',
  { timeout: 60_000 },
  async (t) => {
    const figures = Array.from({ length: 200_000 }, (_, nth) => `办${(nth % 9000) + 1}件,`);
    const seed = writeSeed(t, `开头。${figures.join('')}`, []);
    const begun = process.cpuUsage().user;
    const { problems } = await checkSeed(seed);
    const seconds = (process.cpuUsage().user - begun) / 1e6;
    assert.equal(problems.length, 1001);
    assert.match(
      problems.at(-1)!.message,
      /there are 199000 more of this kind, beyond the first 1000/,
    );
    assert.ok(seconds < 20, `${seconds} s of processor time`);
  },
);

test('thousands of problems of every kind end within seconds', { timeout: 120_000 }, async (t) => {
  const figures = Array.from({ length: 20_000 }, (_, nth) => `办${nth}次,`);
  const title = { zh: '大', en: 'large' };
  const outcomes = Array.from({ length: 4000 }, (_, nth) => ({
    code: `o${nth}`,
    label: title,
    level: nth % 2 ? 'OUTPUT' : 'NONE',
    quote: nth % 3 ? `办${nth}次,` : `办${nth}个`,
    value: nth % 5 ? nth : -1,
    unit: nth % 7 ? '{session}' : `{unit-${nth}}`,
    link: { basis: 'SAME_POINT' },
  }));
  const seed = writeSeed(t, `开头。${figures.join('')}`, [
    { code: 'm', title, quote: '开头', outcomes },
  ]);
  const begun = process.cpuUsage().user;
  const { problems } = await checkSeed(seed);
  const seconds = (process.cpuUsage().user - begun) / 1e6;
  const rules = [...new Set(problems.map(({ rule }) => rule))].toSorted();
  assert.deepEqual(rules, ['absent-quote', 'figure-not-in-quote', 'shape', 'unknown-unit']);
  for (const rule of rules) {
    assert.ok(problems.filter((problem) => problem.rule === rule).length <= 1001, rule);
  }
  assert.ok(seconds < 30, `${seconds} s of processor time`);
});
