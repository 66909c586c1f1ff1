import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copySeed, factsFile, textFile } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { shapeSeed } from '../support/shaped.ts';

/** The problems that name a rule, once a copy of the seed is changed; and the rows. */
function shapeWith(change: (copy: Copied) => void) {
  const copy = copySeed();
  try {
    change(copy);
    return shapeSeed(copy.seed);
  } finally {
    copy.remove();
  }
}

const rulesOf = (change: (copy: Copied) => void) =>
  shapeWith(change).problems.map(({ rule }) => rule);

/** Writes other words for 157名 in the text and its quotes, and another value. */
const rewrite = (words: string, value: string) => (copy: Copied) => {
  copy.change(textFile, /157名/g, words);
  copy.change(factsFile, /157名/g, words);
  if (value !== '157') copy.change(factsFile, /value: 157\b/, `value: ${value}`);
};

test('a number that can be read in two ways is claimed with either value, and with no other', () => {
  for (const value of ['150', '105']) {
    const { problems, rows } = shapeWith(rewrite('一百五名', value));
    assert.deepEqual(problems, [], value);
    const numeral = rows.numerals.find(({ text }) => text === '一百五');
    assert.equal(numeral?.kind, 'QUANTITY');
    assert.ok(numeral.outcomeId);
    const outcome = rows.outcomes.find(({ id }) => id === numeral.outcomeId);
    assert.deepEqual([outcome?.value, outcome?.qualifier], [Number(value), 'EXACT']);
  }
  const { problems } = shapeWith(rewrite('一百五名', '155'));
  const told = problems.find(({ rule }) => rule === 'figure-not-in-quote');
  assert.match(String(told?.help), /150, 105/);
});

test('a number before a classifier that cannot be read is a problem until it is waived', () => {
  const add = (copy: Copied) => {
    copy.change(textFile, '组织全县157名', '另有一百五件在办,组织全县157名');
  };
  const { problems } = shapeWith(add);
  const told = problems.filter(({ rule }) => rule === 'unread-figure');
  assert.equal(told.length, 1);
  assert.match(String(told[0]?.message), /“一百五” .* may be 150 or 105/);
  const waived = shapeWith((copy) => {
    add(copy);
    copy.change(
      factsFile,
      /^waivers:\n/m,
      'waivers:\n  - quote: 另有一百五件在办\n    reason: { zh: 另案, en: Another matter }\n',
    );
  });
  assert.deepEqual(
    waived.problems.filter(({ rule }) => rule === 'unread-figure' || rule === 'idle-waiver'),
    [],
  );
  const numeral = waived.rows.numerals.find(({ text }) => text === '一百五');
  assert.deepEqual([numeral?.kind, numeral?.waiverEn], ['QUANTITY', 'Another matter']);
});

test('a minus that is said in a word cannot be left out of the value', () => {
  assert.ok(rulesOf(rewrite('负157名', '157')).includes('figure-not-in-quote'));
  assert.deepEqual(rulesOf(rewrite('负157名', '-157')), []);
});

test('characters that nobody sees stand between a figure and its classifier', () => {
  for (const words of ['1\u200b57名', '157\u200b名', '157 名', '1\u00ad57\u00a0名']) {
    assert.deepEqual(rulesOf(rewrite(words, '157')), [], JSON.stringify(words));
  }
});

test('a quote that fails for a character that nobody sees is told its name', () => {
  const hidden = (from: string, to: string, file: string) =>
    shapeWith((copy) => copy.change(file, from, to)).problems.find(
      ({ rule }) => rule === 'absent-quote',
    )?.help;
  const words = '组织全县157名行政执法人员';
  assert.match(
    String(hidden(words, words.replace('全县', '全\u00ad县'), textFile)),
    /holds U\+00AD \(soft hyphen\)/,
  );
  assert.match(
    String(hidden(words, words.replace('全县', '全\u200b县'), factsFile)),
    /the quote holds U\+200B \(zero width space\): remove it/,
  );
});

test('三成 is claimed as 30 %, and 百分之五 as 5 %', () => {
  for (const [words, value] of [
    ['三成', '30'],
    ['百分之五', '5'],
    ['千分之三', '0.3'],
  ] as const) {
    const rules = rulesOf((copy) => {
      copy.change(textFile, '98%', words);
      copy.change(factsFile, /98%/g, words);
      copy.change(factsFile, /value: 98\b/, `value: ${value}`);
    });
    assert.ok(!rules.includes('figure-not-in-quote'), `${words}: ${rules.join(' ')}`);
    assert.ok(!rules.includes('unit-not-as-written'), `${words}: ${rules.join(' ')}`);
  }
});

test('a byte order mark is no part of a text, and 12 for a text is told as such', () => {
  const marked = rulesOf((copy) => {
    copy.change(textFile, /^/, '\ufeff');
    copy.change(factsFile, /^/, '\ufeff');
  });
  assert.deepEqual(marked, []);
  const { problems } = shapeWith((copy) => {
    copy.change(
      factsFile,
      /quote: 组织全县157名行政执法人员申请行政执法资格认证培训\n/,
      'quote: { exact: 组织全县157名行政执法人员申请行政执法资格认证培训, suffix: 12 }\n',
    );
  });
  const told = problems.find(({ rule }) => rule === 'shape');
  assert.match(String(told?.message), /^suffix: a text is expected, and this is a number/);
});
