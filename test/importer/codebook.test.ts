import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStops, stretchOf } from '../../src/text/point.ts';
import { noticesOf } from '../../src/importer/rows/notices/quote-ends.ts';
import { copySeed, factsFile, juzheng } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';
import { ownSeed } from '../support/own-seed.ts';
import { shapeSeed } from '../support/shaped.ts';

const breaches: { name: string; plant: (copy: Copied) => void; rules: string[] }[] = [
  {
    name: 'words that join over the end of a sentence',
    plant: ({ change }) =>
      change(
        factsFile,
        'from: 组织各县直执法部门进行执法事前 }',
        'from: 将“三项制度”落实情况纳入 }',
      ),
    rules: ['link-over-sentences'],
  },
  {
    name: 'words that hold the result alone',
    plant: ({ change }) =>
      change(
        factsFile,
        /statement: 提高执法监督实效\n/,
        "statement: 提高执法监督实效\n            link: { basis: STATED, quote: '提高执法监督实效' }\n",
      ),
    rules: ['link-without-ends'],
  },
  {
    name: 'a curated link inside one point',
    plant: ({ change }) =>
      change(
        factsFile,
        /link: \{ basis: SAME_POINT \}/,
        'link: { basis: CURATED, note: { zh: 理由, en: A reason. } }',
      ),
    rules: ['link-inside-point'],
  },
  {
    name: 'a change that no verb tells',
    plant: ({ change }) => change(factsFile, /value: 2\n/, 'change: 2\n'),
    rules: ['change-without-verb'],
  },
  {
    name: 'a figure that is cut off before its classifier',
    plant: ({ change }) => change(factsFile, '案卷评查3次', '案卷评查3'),
    rules: ['figure-cut-off'],
  },
  {
    name: 'an act that holds the figure of its own outcome',
    plant: ({ change }) =>
      change(factsFile, 'quote: 排查化解各类矛盾纠纷\n', 'quote: 共排查化解各类矛盾纠纷437起\n'),
    rules: ['outcome-in-act'],
  },
];

for (const { name, plant, rules } of breaches) {
  test(`the codebook is kept: refused is ${name}`, (t) => {
    const copy = copySeed();
    t.after(copy.remove);
    plant(copy);
    const { problems } = shapeSeed(copy.seed);
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      rules,
      JSON.stringify(problems),
    );
  });
}

const looseQuotes: { name: string; from: string | RegExp; to: string; told: string[] }[] = [
  {
    name: 'an act that ends inside its clause',
    from: 'quote: 开展了全县行政执法人员资格认定工作\n',
    to: 'quote: 开展了全县行政执法人员资格认定\n',
    told: [
      'xinghe-2023/manage-officers: its act “开展了全县行政执法人员资格认定” is cut inside a clause (M2)',
    ],
  },
  {
    name: 'an act out of a clause that tells a figure',
    from: '        link: { basis: SAME_POINT }\n        outcomes:\n          - code: departments-with-adviser',
    to: '        acts: [聘任了常年法律顾问]\n        link: { basis: SAME_POINT }\n        outcomes:\n          - code: departments-with-adviser',
    told: [
      'xinghe-2023/legal-advisers: its act “聘任了常年法律顾问” is of a clause with a figure, which is the outcome’s where the point has other acts (M2)',
    ],
  },
  {
    name: 'a statement that leaves out the end of its clause',
    from: /有效维护复议申请人的合法权益/g,
    to: '有效维护复议申请人的合法',
    told: [
      'xinghe-2023/applicants-rights: its statement “有效维护复议申请人的合法” is no whole clause (Q2)',
    ],
  },
  {
    name: 'a statement that leaves out its subject',
    from: /: 执法人员依法执法意识明显增强,/g,
    to: ': 意识明显增强,',
    told: [
      'xinghe-2023/officers-awareness: its statement “意识明显增强,整体素质明显提高” is no whole clause (Q2)',
    ],
  },
];

for (const { name, from, to, told } of looseQuotes) {
  test(`told and not refused is ${name}`, (t) => {
    const copy = copySeed();
    t.after(copy.remove);
    copy.change(factsFile, from, to);
    const { problems, rows } = shapeSeed(copy.seed);
    assert.deepEqual(problems, []);
    const notices = noticesOf(rows).map(({ code, message }) => `${code}: ${message}`);
    assert.deepEqual(notices, told);
    const { code, out } = juzheng('check', copy.seed);
    assert.equal(code, 0);
    assert.ok(out.includes(`  warning ${told[0]}\n`), out);
  });
}

test('the seed’s own acts and statements are whole clauses, and none of an act’s tells a figure', () => {
  assert.deepEqual(noticesOf(shapeSeed(ownSeed).rows), []);
});

test('a point reaches from its number to the next one, over several sentences', () => {
  const text = '总述。一是甲。乙,丙。二是丁;三是戊\n无编号。“己。庚”辛';
  const { sentences, points } = findStops(text);
  const words = (starts: readonly number[]) =>
    starts.map((start, nth) => text.slice(start, starts[nth + 1]));
  assert.deepEqual(words(points), [
    '总述。',
    '一是甲。乙,丙。',
    '二是丁;',
    '三是戊\n',
    '无编号。“己。庚”辛',
  ]);
  assert.equal(
    stretchOf(sentences, text.indexOf('甲')),
    stretchOf(sentences, text.indexOf('是甲')),
  );
  assert.notEqual(
    stretchOf(sentences, text.indexOf('丙')),
    stretchOf(sentences, text.indexOf('甲')),
  );
  assert.equal(stretchOf(sentences, text.indexOf('己')), stretchOf(sentences, text.indexOf('庚')));
});
