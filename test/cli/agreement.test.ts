import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Comparison } from '../../src/importer/coding/compare-codings.ts';
import { startCommands } from '../support/commands/commands.ts';
import { copySeed } from '../support/copied.ts';

const { juzheng, close } = startCommands();
after(close);

const folder = 'reports/xinghe-2023';
const codingOf = (letter: string) => join(folder, `facts.coder-${letter}.yaml`);

/** A copy of the seed with a second coding: the first one with some things decided otherwise. */
function withSecond(changes: readonly (readonly [string, string])[]) {
  const copy = copySeed();
  let text = readFileSync(join(copy.seed, codingOf('a')), 'utf8').replace('coder: a', 'coder: b');
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  writeFileSync(join(copy.seed, codingOf('b')), text);
  return copy;
}

test('coders are compared pair by pair: what is there, then what is said of it', async (t) => {
  const copy = withSecond([
    [
      `      - quote: 推进了法治政府建设
        level: OUTCOME
        basis: STATED
`,
      '',
    ],
    [
      `        level: IMPACT
        basis: STATED`,
      `        level: OUTCOME
        basis: SAME_POINT`,
    ],
  ]);
  t.after(copy.remove);
  const { code, out, err } = await juzheng(
    'agreement',
    join(copy.seed, folder),
    '--format',
    'json',
  );
  assert.equal(code, 0, err);
  const comparisons = JSON.parse(out) as Comparison[];
  assert.deepEqual(
    comparisons.map(({ one, other }) => `${one} ${other}`),
    ['a b', 'a facts', 'b facts'],
  );
  const [second] = comparisons;
  const itemsOf = (name: string) => second?.items.find((each) => each.name === name);
  assert.deepEqual(itemsOf('outcomes'), {
    name: 'outcomes',
    both: 73,
    onlyOne: 1,
    onlyOther: 0,
    percent: 99.3,
  });
  assert.equal(itemsOf('figures')?.percent, 100);
  const fieldOf = (name: string) => second?.fields.find((each) => each.name === name);
  assert.deepEqual([fieldOf('level')?.count, fieldOf('level')?.agreed], [73, 72]);
  assert.equal(fieldOf('period')?.alpha, 1);
  assert.deepEqual(
    second?.disagreements.map(({ on, one, other, words }) => [on, one, other, words]),
    [
      ['outcome', 'there', 'not there', '推进了法治政府建设'],
      ['level', 'IMPACT', 'OUTCOME', '有效防止了群体性事件和个人极端案事件发生'],
      ['basis', 'STATED', 'SAME_POINT', '有效防止了群体性事件和个人极端案事件发生'],
    ],
  );
});

test('a partial coding is compared over what both coded', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  writeFileSync(
    join(copy.seed, codingOf('b')),
    `coder: b
made: { zh: 试编, en: A trial }
coded:
  - { from: 二是全面简化服务流程, to: 三是着力推动帮办代办服务 }
measures:
  - quotes: [全面简化投资项目备案流程]
    outcomes:
      - { quote: 节能审查由30个工作日压缩至5个工作日, value: 5, baseline: 30, level: OUTCOME, basis: STATED }
`,
  );
  const { code, out, err } = await juzheng('agreement', join(copy.seed, folder));
  assert.equal(code, 0, err);
  assert.match(out, /a and b\n.*\n +measures +1 +0 +0 +100\.0 %\n +outcomes +1 +3 +0 +40\.0 %\n/);
});

test('a coding that cannot be read is told at its place, and a folder without any says so', async (t) => {
  const copy = withSecond([['quote: 人均学习高达91.2学时', 'quote: 人均学习达91.2学时']]);
  t.after(copy.remove);
  const { code, err } = await juzheng('agreement', join(copy.seed, folder));
  assert.equal(code, 1);
  const place = copy.placeOf(codingOf('b'), '人均学习达91.2学时');
  assert.ok(err.includes(`${join(copy.seed, codingOf('b'))}:${place} absent-quote: `), err);
  copy.change(codingOf('b'), 'coder: b', 'coder: c');
  const { err: name } = await juzheng('agreement', join(copy.seed, folder));
  assert.match(name, /coder-name/);
});

test('an import reads the facts alone, and a check reads the codings beside them as well', async (t) => {
  const copy = withSecond([
    ['value: 91.2', 'value: 92'],
    ['baseline: 30', 'baseline: 40'],
    ['period: 全年', 'period: 全月'],
    ['level: IMPACT', 'level: RESULT'],
  ]);
  t.after(copy.remove);
  const imported = await juzheng('import', '--seed', copy.seed, '--data', copy.data);
  assert.equal(imported.code, 0, imported.err);
  for (const path of [copy.seed, join(copy.seed, folder)]) {
    const { code, err } = await juzheng('check', path);
    assert.equal(code, 1);
    const file = join(copy.seed, codingOf('b'));
    for (const [rule, words] of [
      ['figure-not-in-quote', 'value: 92'],
      ['baseline-not-in-quote', 'baseline: 40'],
      ['period-not-in-text', 'period: 全月'],
      ['shape', 'level: RESULT'],
    ] as const) {
      const [line] = copy.placeOf(codingOf('b'), words).split(':');
      const told = err.split('\n').find((each) => each.includes(` ${rule}: `));
      assert.ok(told, `${rule}: ${err}`);
      if (rule !== 'figure-not-in-quote') assert.ok(told.startsWith(`${file}:${line}:`), told);
    }
    assert.match(err, /See seed\/coding\.schema\.json/);
    assert.doesNotMatch(err, /facts\.schema\.json/);
  }
});

test('a baseline that the coders read otherwise is told, and measures in other words', async (t) => {
  const copy = withSecond([
    ['        baseline: 30\n', ''],
    ['      - 全面简化投资项目备案流程\n', '      - 简化投资项目备案流程\n'],
  ]);
  t.after(copy.remove);
  const { code, out, err } = await juzheng('agreement', join(copy.seed, folder));
  assert.equal(code, 0, err);
  const [second = ''] = out.split('\na and facts\n');
  assert.match(second, /\n +baseline +74 +73 +98\.6 % /);
  assert.match(second, /baseline: a 30, b none — 节能审查由30个工作日压缩至5个工作日\n/);
  assert.match(second, /per cent \(Dice\)/);
  assert.match(
    second,
    /measures of both, in other words\n +83\.3 % shared: a “全面简化投资项目备案流程”, b “简化投资项目备案流程”\n/,
  );
});

test('three coders are compared by pairs, each with each and with what was agreed on', async (t) => {
  const copy = withSecond([]);
  t.after(copy.remove);
  const text = readFileSync(join(copy.seed, codingOf('a')), 'utf8');
  writeFileSync(join(copy.seed, codingOf('c')), text.replace('coder: a', 'coder: c'));
  const { out } = await juzheng('agreement', join(copy.seed, folder), '--format', 'json');
  assert.deepEqual(
    (JSON.parse(out) as Comparison[]).map(({ one, other }) => `${one} ${other}`),
    ['a b', 'a c', 'a facts', 'b c', 'b facts', 'c facts'],
  );
});
