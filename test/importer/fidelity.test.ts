import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Scalar } from 'yaml';
import { readVocabulary } from '../../src/importer/read/read-seed.ts';
import { startCommands } from '../support/commands/commands.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { ownSeed } from '../support/own-seed.ts';
import { shapeSeed } from '../support/shaped.ts';

const { juzheng, close } = startCommands();
after(close);

const facts = readFileSync(join('seed', factsFile), 'utf8');

type Figure = {
  path: (string | number)[];
  code: string;
  field: 'value' | 'change';
  value: number;
};

/** Every map of the facts that states a figure, a change alone included, with the path to it. */
function figuresIn(document: Document): Figure[] {
  const found: Figure[] = [];
  visit(document, {
    Map(_key, node, ancestors) {
      const field = node.has('value') ? 'value' : 'change';
      const value: unknown = node.get(field);
      if (typeof value !== 'number') return;
      const path: (string | number)[] = [];
      [...ancestors, node].forEach((ancestor, depth, line) => {
        const parent = line[depth - 1];
        if (isSeq(parent)) path.push(parent.items.indexOf(ancestor));
        if (isMap(parent)) {
          const pair = parent.items.find((item) => item === ancestor || item.value === ancestor);
          if (pair && isScalar(pair.key) && pair === ancestor) path.push(String(pair.key.value));
        }
      });
      found.push({ path, code: String(node.get('code')), field, value });
    },
  });
  return found;
}

const document = parseDocument(facts);
const figures = figuresIn(document);

const spoiled = copySeed();
after(spoiled.remove);
const vocabulary = readVocabulary(join(spoiled.seed, 'vocabulary'), []);

/** What is wrong with the seed once its facts read so. */
function problemsWith(changed: string) {
  writeFileSync(join(spoiled.seed, factsFile), changed);
  return shapeSeed(spoiled.seed, vocabulary).problems;
}

test('no outcome with a figure can be left out: the check names the figure', () => {
  assert.equal(figures.length, 54);
  const { rows } = shapeSeed(ownSeed);
  for (const { path, code } of figures) {
    const row = rows.outcomes.find((each) => each.code === `xinghe-2023/${code}`);
    const words = row?.quantityText ?? row?.changeText;
    assert.ok(words);
    const without = document.clone();
    without.deleteIn(path);
    const problems = problemsWith(without.toString({ lineWidth: 0 }));
    const unclaimed = problems.filter(({ rule }) => rule === 'unclaimed-figure');
    const named = unclaimed.some(({ message }) => {
      const [, told = '-'] = /“(.+?)”/.exec(message) ?? [];
      return words.startsWith(told) || told.startsWith(words);
    });
    assert.ok(named, `${code}: ${JSON.stringify(problems.slice(0, 3))}`);
  }
});

test('no digit of a value can be wrong', () => {
  let tried = 0;
  for (const { path, code, field, value } of figures) {
    const { range } = document.getIn([...path, field], true) as Scalar;
    const [start, end] = range!;
    const sign = value < 0 ? '-' : '';
    const digits = String(Math.abs(value));
    for (let at = 0; at < digits.length; at += 1) {
      if (digits[at] === '.') continue;
      const other =
        digits.slice(0, at) + String((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
      const wrong = String(Number(`${sign}${other}`));
      const problems = problemsWith(facts.slice(0, start) + wrong + facts.slice(end));
      tried += 1;
      assert.ok(
        problems.some(({ rule }) =>
          [
            'figure-not-in-quote',
            'figure-claimed-twice',
            'ambiguous-figure',
            'unit-not-as-written',
          ].includes(rule),
        ),
        `${code}: ${other} for ${digits} went through`,
      );
    }
  }
  assert.ok(tried > 100);
});

test('no baseline can be wrong', () => {
  for (const value of [20, 30, 10]) {
    const changed = facts.replace(`baseline: ${value}`, `baseline: ${value + 1}`);
    assert.notEqual(changed, facts);
    const problems = problemsWith(changed);
    assert.equal(problems[0]?.rule, 'figure-not-in-quote');
  }
});

test('the checks of the seed come out as the report’s own figures do', () => {
  const { rows } = shapeSeed(ownSeed);
  const list = rows.checks.map(({ kind, verdict }) => `${kind} ${verdict}`).toSorted();
  assert.deepEqual(list, [
    ...Array(3).fill('DIRECTION HOLDS'),
    'RATIO CANNOT_BE_CHECKED',
    'RATIO DOES_NOT_FOLLOW',
    ...Array(3).fill('REMAINDER CANNOT_BE_CHECKED'),
    'SAME_FACT HOLDS',
    ...Array(3).fill('SET_SIZE CANNOT_BE_CHECKED'),
    ...Array(2).fill('SET_SIZE HOLDS'),
    'SUBSET DOES_NOT_FOLLOW',
    ...Array(3).fill('SUBSET HOLDS'),
    ...Array(5).fill('SUM HOLDS'),
  ]);
});

test('a sum, a direction and a count that do not agree are told, and accuse nobody', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change('reports/xinghe-2023/report.txt', '失效的32件', '失效的31件');
  copy.change(factsFile, 'value: 32', 'value: 31');
  copy.change(factsFile, /失效的32件/g, '失效的31件');
  copy.change('reports/xinghe-2023/report.txt', '节能审查由30个工作日', '节能审查由3个工作日');
  copy.change(factsFile, /节能审查由30个工作日/, '节能审查由3个工作日');
  copy.change(factsFile, 'baseline: 30', 'baseline: 3');
  const { problems, rows } = shapeSeed(copy.seed);
  assert.deepEqual(problems, []);
  const wrong = rows.checks.filter(({ verdict }) => verdict === 'DOES_NOT_FOLLOW');
  assert.deepEqual(
    wrong.map(({ kind, explanationEn }) => `${kind}: ${explanationEn}`),
    [
      'DIRECTION: From 3 to 5, against the direction of the verb (压缩).',
      'SUM: 4 + 17 + 43 + 31 = 95, while 96 is stated; there may be parts that are not told, or the base may differ.',
      'RATIO: 435 ÷ 437 = 99.54 %, while 98 % is stated. The text also states 100 % under “Rate of disputes taken to mediation”, so that the base is 437; 98 % of it would be about 428.',
      'SUBSET: 28 is larger than 34 − 9 = 25, of which it would be a part; they may be counted differently. Townships or bodies that are not the county’s may be among the 28, or the 34 may not be all.',
    ],
  );
});

test('where only some parts are told, they may fall short of the whole but not exceed it', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change(
    factsFile,
    '            value: 53\n',
    '            value: 53\n            partial: true\n',
  );
  const { problems, rows } = shapeSeed(copy.seed);
  assert.deepEqual(problems, []);
  const check = rows.checks.find(({ code }) => code === 'xinghe-2023/subset-internal-items');
  assert.deepEqual(
    [check?.kind, check?.verdict, check?.stated, check?.computed],
    ['SUBSET', 'HOLDS', 53, 53],
  );
  assert.equal(check?.explanationEn, '53 is not larger than 53.');
});

test('what the report leaves open is worked out, and is no outcome', () => {
  const { rows } = shapeSeed(ownSeed);
  const open = rows.checks
    .filter(({ kind }) => kind === 'REMAINDER')
    .map(({ code, stated, computed, verdict }) => [code, stated, computed, verdict]);
  assert.deepEqual(open, [
    ['xinghe-2023/remainder-reconsideration-open', null, 2, 'CANNOT_BE_CHECKED'],
    ['xinghe-2023/remainder-disputes-open', null, 2, 'CANNOT_BE_CHECKED'],
    ['xinghe-2023/remainder-documents-open', null, 60, 'CANNOT_BE_CHECKED'],
  ]);
  assert.ok(!rows.outcomes.some(({ value }) => value === 60));
});

test('an act that is taken out of the facts is told as a clause in no fact', () => {
  const before = shapeSeed(ownSeed).rows.uncoveredClauses;
  assert.ok(before.every(({ hasVerb, waiverZh }) => !hasVerb || waiverZh !== null));
  const copy = copySeed();
  try {
    copy.change(
      factsFile,
      '        acts:\n          - 及时通报检查过程中发现的问题并督促整改\n',
      '',
    );
    copy.change(
      factsFile,
      /from: 及时通报检查过程中发现的问题并督促整改/g,
      'from: 着力强化行政执法前置把关',
    );
    copy.change(
      factsFile,
      /link: \{ basis: STATED, from: 着力强化行政执法前置把关 \}/g,
      'link: { basis: SAME_POINT }',
    );
    const { problems, rows } = shapeSeed(copy.seed);
    assert.deepEqual(problems, []);
    const lost = rows.uncoveredClauses.filter(
      ({ code }) => !before.some((clause) => clause.code === code),
    );
    assert.deepEqual(
      lost.map(({ text, hasVerb, waiverZh }) => [text, hasVerb, waiverZh]),
      [['及时通报检查过程中发现的问题并督促整改', true, null]],
    );
  } finally {
    copy.remove();
  }
});

test('the command line reports on a seed, and lists the numerals of any text', async () => {
  const check = await juzheng('check', 'seed/reports/xinghe-2023');
  assert.equal(check.code, 0);
  for (const line of [
    'no problem in seed/reports/xinghe-2023',
    '  numerals: 58 QUANTITY, 21 IDIOM, 19 ORDINAL, 12 DATE, 4 TITLE',
    '  quantities: 57 claimed, 1 waived',
    '  checks: 14 HOLDS, 7 CANNOT_BE_CHECKED, 2 DOES_NOT_FOLLOW',
    '  links: 41 SAME_POINT, 33 STATED',
    '  clauses: 119 of 161 in a fact (73.9 %), 29 headings, 8 waived, 5 left',
    '  characters: 2263 of 2497 in a fact or a heading (90.6 %)',
    '  waived figure xinghe-2023/n0000060: 19个 — The number of banners and counties named at the same time: context, not a result of Xinghe’s.',
    '  waived clause xinghe-2023/c0002635: 为打造一流营商环境、实现兴和县高质量跨越发展提供坚强的法治保障 — A stock phrase of closing, which tells a wish.',
    '  in no fact xinghe-2023/c0000000: 近日',
    '  required parts: 2 of 5 present',
    '  framework items: 9 of 10 served by a measure',
  ]) {
    assert.ok(check.out.includes(`${line}\n`), check.out);
  }
  const file = 'seed/reports/xinghe-2023/report.txt';
  const json = JSON.parse((await juzheng('numerals', file, '--format', 'json')).out) as {
    text: string;
  }[];
  assert.equal(json.length, 114);
  const csv = (await juzheng('numerals', file, '--format', 'csv')).out;
  assert.ok(csv.startsWith('\ufeffstart,end,kind,text,value'));
  assert.equal(csv.trim().split('\n').length, 115);
  assert.match(
    (await juzheng('numerals', file)).out,
    /\n2513 +2518 +QUANTITY +20余场次 +20 +20 +30 +MORE_THAN +场次\n/,
  );
  const missing = await juzheng('numerals', 'no-such-file');
  assert.equal(missing.code, 1);
  assert.equal(missing.err, 'juzheng: no-such-file is not there\n');
});
