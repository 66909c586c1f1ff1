import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse, parseDocument } from 'yaml';
import { createFactsWriter } from '../../../src/draft/facts/draft-facts.ts';
import { factsDocument } from '../../../src/draft/facts/yaml/facts-document.ts';
import type { DraftHead } from '../../../src/draft/facts/head-facts.ts';
import { readDraftVocabulary } from '../../../src/draft/facts/vocabulary.ts';
import type { WrittenFacts } from '../../../src/draft/facts/written.ts';
import { draftReport } from '../../../src/draft/draft-report.ts';
import { matchCodes } from '../../../src/draft/merge/match-codes.ts';
import { mergeFacts } from '../../../src/draft/merge/merge-facts.ts';

const vocabulary = readDraftVocabulary('seed/vocabulary');
const write = createFactsWriter(vocabulary, '1');
const head: DraftHead = {
  kind: 'OTHER',
  title: '一份报告',
  place: '150924',
  year: null,
  publisher: null,
  publishedOn: null,
  url: null,
};

const text = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8');
const draftOf = (words: string) =>
  write(words, draftReport(words, { vocabulary: vocabulary.vocabulary, year: 2023 }), head);

const first = draftOf(text);
const base = first.facts;
const mine = factsDocument(first);

/** What becomes of a file that a person changed when its text is drafted again. */
function again(changed: string, words: string) {
  const codes = new Set([...changed.matchAll(/code: ([a-z0-9-]+)/g)].map(([, code]) => code ?? ''));
  const now = matchCodes(draftOf(words).facts, base, codes);
  return { now, ...mergeFacts(base, changed, now) };
}

type Outcome = NonNullable<
  NonNullable<WrittenFacts['sections'][number]['measures']>[number]['outcomes']
>[number];
const outcomesIn = (facts: WrittenFacts): Outcome[] =>
  facts.sections.flatMap(({ measures = [] }) => measures.flatMap(({ outcomes = [] }) => outcomes));
const outcome = (facts: WrittenFacts, code: string) =>
  outcomesIn(facts).find((each) => each.code === code) ?? assert.fail(code);
const figure = outcomesIn(base).find(({ code }) => code === 'governance-meetings');

/** The facts with another label of one outcome. */
const relabelled = (label: string, comment = '') =>
  mine.replace(
    /(code: governance-meetings\n +label: \{ zh: )[^}]* \}/,
    (_, before: string) => `${before}${label} }${comment}`,
  );

test('a draft of the same text again changes nothing, comments and order included', () => {
  const { text: merged, conflicts } = again(mine, text);
  assert.equal(merged, mine);
  assert.deepEqual(conflicts, []);
});

test('what a person changed, deleted and added stays; nothing else of the file changes', () => {
  const document = parseDocument(mine);
  const lines = relabelled("推进会, en: 'Meetings'", ' # better').replace(/\n +review: [^\n]*/, '');
  assert.notEqual(lines, mine);
  assert.equal(document.errors.length, 0);
  const { text: merged, conflicts } = again(lines, text);
  assert.equal(merged, lines);
  assert.deepEqual(conflicts, []);
});

test('what the new text says otherwise is taken over under the same codes, and what it adds is added', () => {
  assert.ok(figure?.value === 2);
  const words = text
    .replace('推进会2次', '推进会5次')
    .replace('人均学习高达91.2学时', '人均学习高达91.2学时,另开展旁听庭审7次');
  assert.notEqual(words, text);
  const { text: merged, conflicts } = again(mine, words);
  const facts = parse(merged) as WrittenFacts;
  assert.equal(outcome(facts, 'governance-meetings').value, 5);
  assert.deepEqual(conflicts, []);
  const codes = (all: WrittenFacts) => outcomesIn(all).map(({ code }) => code);
  const added = codes(facts).filter((code) => !codes(base).includes(code));
  assert.equal(added.length, 1);
  assert.equal(outcome(facts, added[0] ?? '').value, 7);
  for (const code of codes(base)) assert.ok(codes(facts).includes(code), `${code} keeps its code`);
});

test('where both changed one field the person’s word is kept, and the conflict told', () => {
  const changed = mine.replace(
    '        value: 2\n        indicator: governance-meetings'.replaceAll(
      '        ',
      '            ',
    ),
    '            value: 4\n            indicator: governance-meetings',
  );
  assert.notEqual(changed, mine);
  const { text: merged, conflicts } = again(changed, text.replace('推进会2次', '推进会5次'));
  assert.equal(outcome(parse(merged) as WrittenFacts, 'governance-meetings').value, 4);
  assert.deepEqual(
    conflicts.map(({ at }) => at),
    ['sections.s-02.measures.m-02-1.outcomes.governance-meetings.value'],
  );
});

test('what a person deleted does not come back, and what the text lost goes only where nobody touched it', () => {
  const document = parseDocument(mine);
  const facts = document.toJS() as WrittenFacts;
  const at = facts.sections.findIndex(({ code }) => code === 's-02');
  document.deleteIn(['sections', at, 'measures', 0, 'outcomes']);
  const { text: merged } = again(document.toString({ lineWidth: 0 }), text);
  assert.ok(!merged.includes('code: governance-meetings'));
  const lost = text.replace('召开依法治县委员会及法治政府建设工作推进会2次', '召开有关会议');
  const untouched = again(mine, lost);
  assert.ok(!untouched.text.includes('code: governance-meetings'));
  assert.deepEqual(untouched.conflicts, []);
  const touched = again(relabelled('推进会'), lost);
  assert.ok(touched.text.includes('code: governance-meetings'));
  assert.equal(touched.conflicts.length, 1);
});
