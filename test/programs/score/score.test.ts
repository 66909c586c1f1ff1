import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Draft, DraftFigure } from '../../../src/draft/draft.ts';
import { bars } from './bars.ts';
import { compareDraft } from './compare/compare.ts';
import { labelLikeness, sameLabel } from './compare/label-likeness.ts';
import { perfectDraft } from './perfect-draft.ts';
import { examplesOf, syntheticExamples } from './expected/sources.ts';
import type { Example } from './expected/sources.ts';
import { linesOf, missesOf, tableOf } from './table.ts';
import { addTallies, scored } from './compare/tally.ts';
import type { Scored } from './compare/tally.ts';

const root = mkdtempSync(join(tmpdir(), 'juzheng-'));
after(() => rmSync(root, { recursive: true, force: true }));

const text =
  '一是推进清理。全年开展专项清理，清理文件96件，其中废止43件，审批由20天压缩至10天，企业满意度明显提升。二是明年开展评查不少于6次，但审核力量薄弱。';
const spanOf = (words: string) => {
  const start = text.indexOf(words);
  assert.notEqual(start, -1, words);
  return { start, end: start + words.length };
};
writeFileSync(join(root, '01.txt'), text);
writeFileSync(
  join(root, '01.json'),
  JSON.stringify({
    figures: [
      {
        ...spanOf('96件'),
        value: 96,
        unit: ['件', '份'],
        noun: ['文件', null],
        qualifier: 'EXACT',
        kind: 'RESULT',
        change: 'LEVEL',
        baseline: null,
        period: { text: '全年', edtf: '2023' },
        label: ['清理文件', '清理的文件'],
        whole: null,
        level: 'OUTPUT',
      },
      { ...spanOf('43件'), value: 43, unit: '件', period: '全年', label: '废止文件', whole: 'f1' },
      {
        ...spanOf('10天'),
        value: 10,
        unit: '天',
        baseline: 20,
        kind: ['RESULT', 'BACKGROUND'],
        label: '审批时限',
      },
      {
        ...spanOf('不少于6次'),
        value: 6,
        qualifier: 'AT_LEAST',
        kind: 'TARGET',
        label: '开展评查',
      },
      { ...spanOf('20天'), optional: true },
    ],
    measures: [
      { id: 'm1', ...spanOf('开展专项清理'), title: '开展专项清理', stage: 'CARRIED_OUT' },
      { id: 'm2', ...spanOf('开展评查不少于6次'), title: '开展评查', stage: 'PLANNED' },
      { ...spanOf('推进清理'), title: '推进清理', stage: 'CARRIED_OUT', optional: true },
    ],
    statements: [{ ...spanOf('企业满意度明显提升'), label: '企业满意度' }],
    problems: [{ ...spanOf('审核力量薄弱'), title: '审核力量薄弱' }],
    headings: [{ ...spanOf('推进清理') }],
    links: [{ measure: 'm1', outcome: 'f1', basis: 'STATED' }],
  }),
);

const [gold] = examplesOf(root, { isGiven: false });
const [curated] = examplesOf('seed/reports/xinghe-2023', { isGiven: false });
const synthetic = syntheticExamples(5, 4, { isGiven: true });

const linesFor = (example: Example, draft: Draft) =>
  linesOf(
    compareDraft(example.name, example.text, { expected: example.expected, draft }),
    bars[example.source],
  );

/** What is not wholly right in a draft. */
const wrongIn = (example: Example, draft: Draft): Scored[] =>
  linesFor(example, draft).flatMap(({ name, recall, precision }) =>
    (recall ?? 1) < 1 || (precision ?? 1) < 1 ? [name] : [],
  );

test('a perfect draft of a gold text, a curated report and synthetic ones has 1 in every line', () => {
  for (const example of [gold!, curated!, ...synthetic]) {
    const draft = perfectDraft(example.expected);
    assert.deepEqual(wrongIn(example, draft), [], example.name);
    assert.ok(linesFor(example, draft).every(({ isBelow }) => !isBelow));
  }
});

test('together, the examples put everything to the test that is scored', () => {
  const tallies = [gold!, curated!, ...synthetic].map((example) =>
    compareDraft(example.name, example.text, {
      expected: example.expected,
      draft: perfectDraft(example.expected),
    }),
  );
  const names = Object.keys(scored);
  const told = linesOf(addTallies(tallies), {}).map(({ name }) => name);
  assert.deepEqual(
    names.filter((name) => !told.some((each) => each === name)),
    [],
  );
});

test('a curated report has all the figures of its text but baselines, ranks and what is waived', () => {
  const { figures, measures, documents, links } = curated!.expected;
  const required = figures.filter(({ optional }) => !optional);
  assert.equal(required.length, 54);
  assert.equal(required.filter(({ whole }) => whole?.[0] != null).length, 15);
  assert.equal(required.filter(({ baseline }) => baseline?.[0] != null).length, 3);
  assert.equal(measures.length, 19);
  assert.equal(documents?.length, 9);
  assert.ok(links.length > 30);
});

const changeFigure = (nth: number, change: Partial<DraftFigure>) => (draft: Draft) => ({
  ...draft,
  figures: draft.figures.map((figure, index) =>
    index === nth ? { ...figure, ...change } : figure,
  ),
});

const spoilt: [string, (draft: Draft) => Draft, Scored[]][] = [
  [
    'a figure that is not found takes its link and its part along',
    (draft) => ({ ...draft, figures: draft.figures.slice(1) }),
    ['figures', 'wholes', 'links'],
  ],
  [
    'a figure that nobody claims',
    (draft) => ({
      ...draft,
      figures: [...draft.figures, { ...draft.figures[0]!, id: 'x', ...spanOf('推进') }],
    }),
    ['figures'],
  ],
  ['another value', changeFigure(0, { value: 97 }), ['values']],
  ['another unit', changeFigure(0, { unit: '项' }), ['units']],
  ['another noun', changeFigure(0, { noun: '人员' }), ['nouns']],
  ['another qualifier', changeFigure(3, { qualifier: 'EXACT' }), ['qualifiers']],
  ['a target as a result', changeFigure(3, { kind: 'RESULT' }), ['kinds', 'targets']],
  ['a result as a target', changeFigure(0, { kind: 'TARGET' }), ['kinds', 'targets']],
  ['a level as a change', changeFigure(0, { change: 'BY', direction: 'UP' }), ['changes']],
  ['no baseline', changeFigure(2, { baseline: null }), ['baselines']],
  ['an invented baseline', changeFigure(0, { baseline: 3 }), ['baselines']],
  ['no period', changeFigure(0, { period: null }), ['periods']],
  [
    'a period of another year',
    changeFigure(0, { period: { text: '全年', edtf: '2022', stated: true } }),
    ['datings'],
  ],
  ['no whole', changeFigure(1, { whole: null }), ['wholes']],
  ['another level', changeFigure(0, { level: 'SCOPE' }), ['levels']],
  ['another label', changeFigure(0, { label: '企业' }), ['labels']],
  ['no acts', (draft) => ({ ...draft, measures: [] }), ['acts', 'links']],
  [
    'an act that reaches over the whole text',
    (draft) => ({
      ...draft,
      measures: [{ ...draft.measures[0]!, acts: [{ start: 0, end: text.length }] }],
    }),
    ['acts', 'stages'],
  ],
  ['no statement', (draft) => ({ ...draft, statements: [] }), ['statements']],
  [
    'a statement about something else',
    (draft) => ({
      ...draft,
      statements: draft.statements.map((each) => ({ ...each, label: '文件' })),
    }),
    ['statementLabels'],
  ],
  ['no problem', (draft) => ({ ...draft, problems: [] }), ['problems']],
  ['no heading', (draft) => ({ ...draft, sections: [] }), ['headings']],
  ['no link', (draft) => ({ ...draft, links: [] }), ['links']],
  [
    'a link to what the text joins to nothing',
    (draft) => ({ ...draft, links: [...draft.links, { ...draft.links[0]!, outcome: 'f2' }] }),
    ['links'],
  ],
];

for (const [name, spoil, wrong] of spoilt) {
  test(`a spoilt draft scores lower, and only there: ${name}`, () => {
    const draft = spoil(perfectDraft(gold!.expected));
    assert.deepEqual(wrongIn(gold!, draft).toSorted(), wrong.toSorted());
  });
}

test('a spoilt draft of a curated report scores lower: documents, organizations, honours, headings, parts, measures', () => {
  const draft = perfectDraft(curated!.expected);
  const without = (list: keyof Draft) => wrongIn(curated!, { ...draft, [list]: [] });
  assert.deepEqual(without('documents'), ['documents']);
  assert.deepEqual(without('organizations'), ['organizations']);
  assert.deepEqual(without('honours'), ['honours']);
  assert.deepEqual(
    wrongIn(synthetic[0]!, { ...perfectDraft(synthetic[0]!.expected), sections: [] }),
    ['headings', 'parts'],
  );
  const [first, second, ...rest] = draft.measures;
  const joined = { ...first!, acts: [...first!.acts, ...second!.acts] };
  assert.deepEqual(wrongIn(curated!, { ...draft, measures: [joined, ...rest] }), [
    'carriers',
    'measures',
  ]);
});

test('what may be drafted or not counts in neither case', () => {
  const draft = perfectDraft(gold!.expected);
  const more = {
    ...draft,
    figures: [...draft.figures, { ...draft.figures[0]!, id: 'from', ...spanOf('20天') }],
  };
  assert.deepEqual(wrongIn(gold!, more), []);
  assert.deepEqual(
    wrongIn(gold!, { ...draft, measures: draft.measures.filter(({ id }) => id !== 'm3') }),
    [],
  );
});

test('a figure that a draft leaves in the background is no claim', () => {
  const draft = perfectDraft(gold!.expected);
  const aside = { ...draft.figures[0]!, id: 'x', ...spanOf('二是'), kind: 'BACKGROUND' as const };
  assert.deepEqual(wrongIn(gold!, { ...draft, figures: [...draft.figures, aside] }), []);
});

test('figures that share a numeral are told apart by their labels', () => {
  const example = synthetic.find(({ expected }) =>
    expected.figures.some((one) =>
      expected.figures.some((other) => one !== other && one.start === other.start),
    ),
  );
  const draft = perfectDraft(example!.expected);
  const backwards = { ...draft, figures: draft.figures.toReversed() };
  assert.deepEqual(wrongIn(example!, backwards), []);
});

test('an empty draft has recall 0 and no precision', () => {
  const empty: Draft = {
    sections: [],
    measures: [],
    countedActs: [],
    figures: [],
    statements: [],
    problems: [],
    links: [],
    documents: [],
    organizations: [],
    honours: [],
    ratios: [],
  };
  const lines = linesFor(curated!, empty);
  assert.ok(lines.every(({ recall, precision }) => recall === 0 && precision === null));
  assert.ok(lines.some(({ isBelow }) => isBelow));
});

test('the likeness of labels is that of their letters, whatever stands between', () => {
  assert.equal(labelLikeness('“法律明白人”', '法律明白人'), 1);
  assert.equal(labelLikeness('受理案件', '案件受理'), 1);
  assert.equal(labelLikeness('', ''), 0);
  assert.ok(labelLikeness('收到行政复议申请', '行政复议申请') > sameLabel);
  assert.ok(labelLikeness('办结件', '行政复议申请') < sameLabel);
  assert.ok(labelLikeness('人人人人', '人') < sameLabel);
});

test('the table names what is below its bar, and the misses say what was wanted', () => {
  const draft = changeFigure(3, { kind: 'RESULT' })(perfectDraft(gold!.expected));
  const tally = compareDraft('01', text, { expected: gold!.expected, draft });
  const table = tableOf(linesOf(tally, bars.GOLD)).join('\n');
  assert.match(table, /^kinds .* 0\.667 .*≥ 0\.95 {2}below$/m);
  assert.match(missesOf(tally, 1).join('\n'), /不少于6次 \| wanted TARGET \| given RESULT/);
  const unlinked = { ...draft, links: [] };
  const misses = missesOf(
    compareDraft('01', text, { expected: gold!.expected, draft: unlinked }),
    1,
  );
  assert.match(misses.join('\n'), /01:20 96件 \| wanted 开展专项清理 \| given nothing/);
});

test('reports whose vocabulary lacks files are read by the project’s as well', () => {
  const seed = join(root, 'made-up');
  cpSync('seed/reports/xinghe-2023', join(seed, 'reports/xinghe-2023'), { recursive: true });
  mkdirSync(join(seed, 'vocabulary'));
  const place = '- { code: "900000", name: { zh: 子虚省 }, level: PROVINCE }\n';
  writeFileSync(join(seed, 'vocabulary/places.yaml'), place);
  const [example] = examplesOf(seed, { isGiven: true });
  assert.deepEqual(example!.expected, curated!.expected);
  assert.ok(example!.frame.vocabulary.places.value.some(({ code }) => code === '900000'));
});

test('a folder without texts, and a gold file that is none, are told with what to do', () => {
  const empty = mkdtempSync(join(root, 'empty-'));
  assert.throws(() => examplesOf(empty, { isGiven: false }), /nothing to score: name a seed/);
  writeFileSync(join(empty, '01.txt'), text);
  writeFileSync(join(empty, '01.json'), '{"figures":[{"start":-1,"end":2}]}');
  assert.throws(() => examplesOf(empty, { isGiven: false }), /01\.json.*\n?.*/);
});
