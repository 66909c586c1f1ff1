import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parse } from 'yaml';

import { findActs } from '../../../src/draft/acts/find-acts.ts';
import type { DraftSpan } from '../../../src/draft/draft.ts';
import { findNumerals } from '../../../src/text/numerals/numeral-scanner.ts';
import { unmet, wordsOf } from './marked.ts';

type Quote = string | { exact?: string; to?: string; prefix?: string; suffix?: string };
type Link = { basis: string };
type Outcome = { quote?: Quote; statement?: Quote; link?: Link; parts?: Outcome[] };
type Measure = { quote: Quote; acts?: Quote[]; outcomes?: Outcome[]; link?: Link };
type Facts = { sections: { measures?: Measure[] }[]; documents: { quote: Quote }[] };

const folder = new URL('../../../seed/reports/xinghe-2023/', import.meta.url);
const text = readFileSync(new URL('report.txt', folder), 'utf8');
const facts = parse(readFileSync(new URL('facts.yaml', folder), 'utf8')) as Facts;
const measures = facts.sections.flatMap((section) => section.measures ?? []);
const draft = findActs(text);
const acts = draft.measures.flatMap((measure) => measure.acts);

/** The seed has no character beyond the basic plane: code points are indices. */
function locate(quote: Quote, from = 0): DraftSpan {
  const {
    exact,
    to,
    prefix = '',
    suffix = '',
  } = typeof quote === 'string' ? { exact: quote } : quote;
  const words = exact ?? to!;
  const start = text.indexOf(prefix + words + suffix, to ? from : 0) + prefix.length;
  return { start, end: start + words.length };
}

test('finds the acts of the seed as curated, and no others', () => {
  const curated = measures.flatMap(({ quote, acts: others = [] }) =>
    [quote, ...others].map((one) => locate(one)),
  );
  assert.deepEqual(wordsOf(text, unmet(curated, acts)), []);
  assert.deepEqual(wordsOf(text, unmet(acts, curated)), []);
  assert.equal(draft.measures.length, measures.length);
});

test('finds the results that the seed tells in words, and no others', () => {
  const curated = measures
    .flatMap(({ outcomes = [] }) => outcomes)
    .flatMap(({ statement }) => (statement === undefined ? [] : [locate(statement)]));
  assert.deepEqual(wordsOf(text, unmet(curated, draft.statements)), []);
  assert.deepEqual(wordsOf(text, unmet(draft.statements, curated)), []);
});

test('links what the seed links by its own words, and nothing else so', () => {
  const figures = findNumerals(text)
    .filter(({ kind }) => kind === 'QUANTITY')
    .map(({ start, end }) => ({ id: `f${start}`, start, end }));
  const curated = new Map<string, string | undefined>();
  let cursor = 0;
  const add = (
    { quote, statement, link, parts = [] }: Outcome,
    basis: string | undefined,
  ): void => {
    const own = link?.basis ?? basis;
    const span = locate(statement ?? quote!, cursor);
    cursor = span.start;
    const inside = (one: DraftSpan) => one.start >= span.start && one.end <= span.end;
    const holds = (one: DraftSpan) => one.start <= span.start && span.end <= one.end;
    const outcome = statement ? draft.statements.find(holds) : figures.findLast(inside);
    if (outcome) curated.set(outcome.id, own);
    for (const part of parts) add(part, own);
  };
  for (const { outcomes = [], link } of measures)
    for (const outcome of outcomes) add(outcome, link?.basis);
  const outcomes = [...figures, ...draft.statements].filter(({ id }) => curated.has(id));
  const links = draft.linksOf(outcomes);
  assert.ok(curated.size >= 70);
  for (const { outcome, basis } of links) assert.equal(basis, curated.get(outcome), outcome);
  assert.equal(links.length, curated.size);
});

test('finds the documents of the seed', () => {
  const curated = facts.documents.map(({ quote }) => locate(quote));
  assert.deepEqual(wordsOf(text, unmet(curated, draft.documents)), []);
  assert.equal(draft.documents.length, curated.length);
});

test('finds the honour of the seed', () => {
  assert.deepEqual(
    draft.honours.map(({ name }) => name),
    ['内蒙古自治区第三批全区法治政府建设示范县'],
  );
});

/** What a draft tells, without white space and with its marks in one width. */
const told = (of: string): string[] => {
  const { measures: drafted, statements, problems } = findActs(of);
  const spans = [...drafted.flatMap((one) => one.acts), ...statements, ...problems];
  return wordsOf(of, spans).map((words) => words.replaceAll(/\s/gu, '').replaceAll(/[，,]/gu, ','));
};

test('tells the same of the seed where its lines are wrapped', () => {
  for (const width of [28, 40, 53]) {
    const lines = text.split('\n').flatMap((paragraph) => {
      const indented = `　　${paragraph}`;
      return indented.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
    });
    assert.deepEqual(told(lines.join('\n')), told(text), `${width} characters wide`);
  }
});

test('tells the same of the seed in full-width marks', () => {
  const wide = text.replaceAll(/(?<!\d),|,(?!\d)/gu, '，').replaceAll(';', '；');
  assert.deepEqual(told(wide), told(text));
});
